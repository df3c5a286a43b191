"""The singular of nouns, by the spelling of regular plurals; irregular ones stand in the vocabularies."""


def singular(word: str) -> str:
    """The singular of a regular English noun."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
