"""Which language a text is in: offline, the same answer every time, and English unless there is good reason to doubt it."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon.table import table, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ISO_639_1 = 2  # letters; longer codes stand for "no language" and the like


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; ``None`` for a text too short or too odd to tell (read it as English)."""
    limits = table("languages")["limits"]
    sample = _sample(text, int(limits["sample_characters"]))
    tokens = [token for token in sample.lower().split() if any(map(str.isalpha, token))]
    if not tokens:
        return None
    common = words("languages", "english")
    share = sum(token.strip(".,;:!?\"'()“”‘’") in common for token in tokens) / len(tokens)
    if share >= float(limits["surely_english"]) and len(tokens) >= int(limits["min_words_english"]):
        return "en"
    if share >= float(limits["perhaps_english"]) or not _enough(sample, tokens, limits):
        return None
    ranked = [(str(code), float(probability)) for code, probability in _identifier().rank(sample)]
    english = next((probability for code, probability in ranked if code == "en"), 0.0)
    code = ranked[0][0]
    return code if english <= float(limits["max_probability_english"]) and len(code) == _ISO_639_1 else None


def _enough(sample: str, tokens: list[str], limits: dict[str, float]) -> bool:
    """Whether the words tell a language: many of them, or letters that English lacks. Invented or repeated words do not."""
    letters = [letter for letter in sample if letter.isalpha()]
    beyond = sum(not letter.isascii() for letter in letters)
    if beyond * 2 > len(letters):
        return beyond >= int(limits["min_words"])
    accented = beyond >= float(limits["accented"]) * len(letters)
    return len(set(tokens)) >= int(limits["min_words_accented" if accented else "min_words"])


def name_of(code: str) -> str:
    """The language's English name, or its code again."""
    return str(table("languages")["names"].get(code, code))


def _sample(text: str, size: int) -> str:
    """The text if it is short, else its beginning, middle and end: a foreign title page does not decide."""
    if len(text) <= size:
        return text
    third = size // 3
    middle = len(text) // 2
    return " ".join((text[:third], text[middle : middle + third], text[-third:]))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
