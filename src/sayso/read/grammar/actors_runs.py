"""The proper names in a sentence: runs of capitalised words, known wordings first. Runs never overlap and keep the order."""

from functools import cache
from typing import Literal

from sayso.lexicon.names import Entry, fold, gazetteer, lookup, openers
from sayso.lexicon.table import table
from sayso.lexicon.table import words as vocabulary
from sayso.read.parse import Parse, Sentence, Word

Kind = Literal["state", "body", "organisation", "person", "place", "group", "thing", "unknown"]
Run = tuple[list[Word], Entry | None]

_LINKS = frozenset({"of", "for", "the", "and", "on", "in"})
_NEVER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_THINGS = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"})
_JOINING = frozenset({"PERSON", "ORG", "GPE", "FAC", ""})  # entities whose names hold a particle
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_PREFIXES = frozenset({"pro", "anti", "non", "ex", "pre", "post"})
_LONGEST = 12  # words in a name


def runs(parse: Parse, sentence: Sentence) -> list[Run]:
    """The proper names of the sentence, each with what the gazetteer knows of it."""
    words, text = sentence.words, parse.document.text
    shouting = _shouting(words)
    found: list[Run] = []
    at = 0
    while at < len(words):
        word = words[at]
        if not (
            word.text[0].isupper()
            or (word.text[0].isalpha() and word.ent in {"GPE", "ORG", "PERSON"} and word.pos == "PROPN")
        ):
            at += 1
            continue
        if word.lower in _PREFIXES and words[at + 1 : at + 2] and words[at + 1].text == "-":  # "Pro-Kenyan"
            at += 2
            continue
        if word.lower == "the" and _known(words, at, text) is None:  # "The United States" is one entity to the parser
            at += 1
            continue
        if (size := _periodical(words, at)) and not lookup(word.text):
            found.append((words[at : at + size], None))
            at += size
            continue
        known = _known(words, at, text)
        end = _end(words, at)
        if known is not None:
            size, entry = known
            if end > at + size and not _splits(words, at, size, end):
                found.append((words[at:end], None))
                at = end
            else:
                found.append((words[at : at + size], entry))
                at += size
        elif end > at and _is_name(words, at, end, shouting):
            found.append((words[at:end], None))
            at = end
        else:
            at = max(end, at + 1)
    return found


def _periodical(words: list[Word], at: int) -> int:
    """The words of a periodical named after somebody ("Palmer's Shipping Weekly"), 0 if none begins here."""
    if at + 2 >= len(words) or words[at + 1].tag != "POS" or not _capital(words[at + 2]):
        return 0
    end = _end(words, at + 2)
    return end - at if words[end - 1].lower in _no_actors("periodicals") else 0


def _known(words: list[Word], at: int, text: str) -> tuple[int, Entry] | None:
    """The longest known wording that begins here, as (words, entry)."""
    word, table_of = words[at], gazetteer()
    longest = openers().get(fold(word.text))
    if longest is not None:
        last = at + 1
        while last < len(words) and words[last].end - word.start <= longest + 2:
            last += 1
        for end in range(last, at + 1, -1):
            entry = table_of.get(fold(text[word.start : words[end - 1].end]))
            if entry is not None:
                return end - at, entry
    entry = table_of.get(fold(word.text)) or _bloc(words, at)
    return (1, entry) if entry is not None else None


@cache
def _blocs() -> dict[str, Entry]:
    blocs = table("organisations")["blocs"]
    return {word: Entry(name, "body") for name, all_of in blocs.items() if name != "nouns" for word in all_of}


def _bloc(words: list[Word], at: int) -> Entry | None:
    """ "The West" and "Western sanctions", but no region: "West Africa", "the west coast", "the Western Cape"."""
    entry = _blocs().get(words[at].text)
    if entry is None:
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    if words[at].pos == "ADJ" or words[at].text.endswith("ern"):
        head = words[at].head
        return entry if head.lemma.lower() in table("organisations")["blocs"]["nouns"] and head.text.islower() else None
    alone = following is None or not (_capital(following) or following.text == "-")
    return entry if alone and at > 0 and words[at - 1].lower == "the" else None


def _end(words: list[Word], at: int) -> int:
    """Where the run of capitalised words that begins at ``at`` ends."""
    end, linked = at, False
    organisation = False
    while end < min(len(words), at + _LONGEST):
        word = words[end]
        if _capital(word):
            if end > at and not organisation and _stands_alone(words, end):
                break
            organisation = organisation or word.lower in _institutions()
            end += 1
        elif word.text == "&" and end > at and end + 1 < len(words) and words[end + 1].text[0].isupper():
            organisation, end = True, end + 2
        elif word.tag == "POS" and words[end - 1].lower in _no_actors("collectives") and _goes_on(words, end):
            organisation, end = True, end + 2  # "Farmers' Union"
        elif word.lower in _LINKS and organisation and _linked(words, end, linked):
            linked = True
            end += 2 if _capital(words[end + 1]) else 3
        elif (
            (word.lower in _no_actors("particles") or word.text == "-")
            and at < end < len(words) - 1
            and _joins(words, end)
        ):
            end += 2 if _capital(words[end + 1]) else 3
        else:
            break
    return min(end, len(words))


def _stands_alone(words: list[Word], at: int) -> bool:
    """Whether a word within a run begins another name: a second person, or a state not followed by a possessive chain."""
    word = words[at]
    if word.ent_start and word.ent == "PERSON" and words[at - 1].ent == "PERSON":
        return True
    if not word.ent_start and word.ent in {"ORG", "FAC"} and words[at - 1].ent == word.ent:
        return False  # "Great Northern African Railways": one organisation to the parser as well
    entry = gazetteer().get(fold(word.text))
    if entry is None or words[at - 1].text == "-" or words[at - 1].lower in _no_actors("landforms"):
        return False
    if not word.ent_start and words[at - 1].ent == word.ent == "GPE" and entry.sense != "people":
        return lookup(words[at - 1].text) is not None  # "Oxfam Kenya"
    for following in words[at + 1 : at + 4]:
        if not _capital(following):
            break
        if following.lower in _institutions():  # "Lake Chad Basin Commission"
            return False
    return True


def _linked(words: list[Word], at: int, linked: bool) -> bool:
    """Whether "of", "for", "of the" or a later "and" goes on with an organisation's name."""
    if words[at].lower == "and" and not linked:
        return False
    if words[at].lower in {"on", "in"} and words[at].ent != "ORG":
        return False
    following = words[at + 1 : at + 3]
    if not following:
        return False
    if _capital(following[0]):
        return words[at].lower != "and" or not _apart(words, at)
    return len(following) == 2 and following[0].lower == "the" and _capital(following[1])


def _apart(words: list[Word], at: int) -> bool:
    """Whether the parser takes what follows "and" for a second name."""
    before, after = words[at - 1], words[at + 1]
    return after.ent_start and before.ent != "" and words[at].ent == ""


def _goes_on(words: list[Word], at: int) -> bool:
    return at + 1 < len(words) and _capital(words[at + 1])


def _joins(words: list[Word], at: int) -> bool:
    following = words[at + 1]
    if words[at].text == "-":
        return not words[at - 1].spaced and not words[at].spaced and _capital(following)
    if (following.lower in _no_actors("particles") or following.text == "-") and at + 2 < len(words):
        following = words[at + 2]
    return _capital(following) and words[at - 1].pos == "PROPN" and words[at - 1].ent in _JOINING


def _capital(word: Word) -> bool:
    first = word.text[0]
    return (
        first.isupper()
        and (len(word.text) > 1 or first not in "AI")
        and word.ent not in _NEVER
        and (word.pos in {"PROPN", "NOUN", "ADJ"} or word.tag in {"NNP", "NNPS"} or word.ent != "")
        and word.lower not in _no_actors()
    )


def _splits(words: list[Word], at: int, size: int, end: int) -> bool:
    """Whether a known wording that opens a longer run stands by itself: no organisation's name follows."""
    after = words[at + size]
    if after.lower in _titles():
        return True
    rest = words[at + size : end]
    entity = words[at : at + size + 1]
    if (
        all(word.ent == "ORG" for word in entity)
        and not any(word.ent_start for word in entity[1:])
        and entity[0].pos == "PROPN"
    ):
        return False  # "Tokyo Steel": one organisation to the parser as well
    return not any(word.lower in _organisation_words() for word in rest)


def _is_name(words: list[Word], at: int, end: int, shouting: bool) -> bool:
    entities = {word.ent for word in words[at:end]}
    labelled = bool(entities & {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
    if all(word.lower in _titles() or word.lower in _LINKS for word in words[at:end]):
        return False
    if end == at + 1 and words[at].lower in _no_actors("directions"):
        return False
    if shouting:
        return bool(entities & {"PERSON", "ORG"}) and end - at > 1
    if at == 0 and end == 1:
        word = words[0]
        return (labelled and word.dep not in {"compound", "amod", "ROOT"}) or (
            word.pos == "PROPN"
            and (word.dep in {"nsubj", "nsubjpass", "poss"} or sum(c.isupper() for c in word.text) > 1)
        )
    return labelled or any(word.pos == "PROPN" for word in words[at:end])


def _shouting(words: list[Word]) -> bool:
    """Whether capitals tell nothing here, as in a heading."""
    if any(word.tag in _FINITE and word.text.islower() for word in words):
        return False
    letters = [word for word in words if word.text[0].isalpha() and len(word.text) > 3]
    return len(letters) >= 3 and sum(word.text[0].isupper() for word in letters) > 0.7 * len(letters)


def kind_of(name: str, words: list[Word]) -> Kind:
    """The kind of actor an unknown name is, by its own words first, the parser's label second."""
    parts = name.lower().split()
    if "&" in parts:
        return "organisation"
    labels = [word.ent for word in words]
    label = max(sorted(set(labels)), key=labels.count)
    if any(part in _organisation_words() or part.rstrip(".") in _legal_forms() for part in parts):
        return "organisation"
    if words[0].lower in _titles() and len(words) > 1:
        return "person"
    if len(parts) == 1 and any(letter.isdigit() for letter in name):
        return "thing"
    if len(parts) == 1 and name.isupper() and 2 <= len(name) <= 6:
        return "organisation"
    if label == "PERSON" and len(parts) <= 4:
        return "person"
    if label in _THINGS:
        return "thing"
    return _LABELS.get(label, "unknown")


_LABELS: dict[str, Kind] = {"ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}


@cache
def _organisation_words() -> frozenset[str]:
    return vocabulary("actors", "organisation_words")


@cache
def _institutions() -> frozenset[str]:
    return vocabulary("actors", "institutions")


@cache
def _no_actors(kind: str = "no_actors") -> frozenset[str]:
    return vocabulary("actors", kind)


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in table("organisations")["words"]["titles"] for word in title.split())


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(table("organisations")["words"]["legal_forms"])


@cache
def generic() -> frozenset[str]:
    """Words that only say what sort of organisation a name is of ("Meridian Bank", "Acme Group")."""
    return _organisation_words() | _legal_forms()
