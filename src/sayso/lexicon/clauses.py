"""Whether the wording of a variable is a clause that found no name, by the words that only clauses hold."""

from sayso.lexicon.table import words


def is_clause(wording: str) -> bool:
    """Whether the wording is a clause rather than a name."""
    said = wording.replace("n't", " not").split()
    return any(word.lower() in words("variables", "clause") for word in said if word != "US")
