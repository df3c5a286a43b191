"""What a text says about names as it introduces them: acronyms in brackets, and who speaks for, or holds the office of, what.

Invariant: everything given stands in the text.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from sayso.lexicon.table import table
from sayso.weigh.names import names_other
from sayso.weigh.officers import officers
from sayso.weigh.stand_ins import bodies_named, is_stand_in, standing_for

_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|and|the|on) [A-ZÀ-Þ][\w’'-]*| [A-ZÀ-Þ][\w’'-]*){1,8}"
_WHOLE = 3  # words: of a shorter name the first may be missing
_ACRONYM = re.compile(rf"\b({_NAME}) \(([A-Z][A-Za-z]{{1,9}})[,);]")


def acronyms(text: str) -> list[tuple[str, str]]:
    """(acronym, full name) of every acronym the text introduces in brackets after the name it stands for."""
    found = []
    for match in _ACRONYM.finditer(text):
        full, short = match[1], match[2]
        if names_other(short, full):
            continue
        capitals = [letter for letter in short if letter.isupper()]
        words = [word for word in full.split() if word[0].isupper()]
        for at in range(len(words)):
            if [word[0] for word in words[at:]] == capitals:
                found.append((short, full[full.index(words[at]) :]))
                break
        else:
            if len(capitals) > 1 and (_fits("".join(capitals).lower(), full.lower().split()) or _foreign(short, full)):
                found.append((short, full.removeprefix("The ")))
    return list(dict.fromkeys(found))


def _fits(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters stand in the words in their order, and begin every word that has any of them."""
    told = {0}  # how many of the letters the words so far may stand for
    for word in words:
        for taken in [taken for taken in told if letters.startswith(word[0], taken)]:
            place = 0
            while taken < len(letters) and (place := word.find(letters[taken], place)) >= 0:
                taken, place = taken + 1, place + 1
                told.add(taken)
    return len(letters) in told


def _foreign(short: str, full: str) -> bool:
    """Whether an acronym may be that of a name in another language, which is given translated and whole."""
    words = full.split()
    return short.isupper() and len(words) >= _WHOLE and short[-1].lower() in words[-1].lower()


def speaks_for(text: str, house: Sequence[str] = ()) -> list[tuple[str, str]]:
    """(person, body) of everyone the text calls a body's spokesperson, or who holds an office: a minister speaks for the
    ministry, a chief of police for the police, a chief executive for the company."""
    found: list[tuple[str, str]] = []
    if "spokes" in text or "press " in text:
        after, before, of_body = _spokespeople()
        told = [(match.start(), match[1], match[2]) for match in after.finditer(text)]
        told += [(match.start(), match[2], match[1].removeprefix("The ")) for match in before.finditer(text)]
        told += [(match.start(), match[2], match[1]) for match in of_body.finditer(text)]
        found += _by_name(told, text)
    found += [(match["person"], match["body"].removeprefix("The ")) for match in _its_holder().finditer(text)]
    spoken = {person for person, _ in found}
    found += [(person, body) for person, body in officers(text, house) if person not in spoken]
    known = {person for person, _ in found}
    ahead, behind = _office_holders()
    offices = [(match.start(), match[2], _WHEN.sub("", match[1])) for match in ahead.finditer(text)]
    offices += [(match.start(), match[1], match[2]) for match in behind.finditer(text)]
    offices = [told for told in offices if told[1] not in known]
    of_company = [(at, person, "company") for at, person, office in offices if _executive().fullmatch(office)]
    found += _by_name(of_company, text, house)
    found += [(person, office) for _, person, office in offices if not _executive().fullmatch(office)]
    return list(dict.fromkeys(found))


def first_names(persons: Sequence[tuple[str, str]], sources: Collection[str]) -> list[tuple[str, str]]:
    """(first name, name) of everyone who speaks for a body and of whom the text goes on by his first name alone."""
    surnames = {person.split()[-1] for person, _ in persons}
    return sorted(
        {(first, name) for name, _ in persons if (first := name.split()[0]) in sources and first not in surnames}
    )


def _by_name(told: list[tuple[int, str, str]], text: str, house: Sequence[str] = ()) -> list[tuple[str, str]]:
    """(person, body) of those told at a place, "the company" by its name; who speaks for a body nobody names is left out."""
    introduced = bodies_named(text, house) if told else {}
    bodies = (
        (person, body if not is_stand_in(body) else standing_for(body, introduced, at)) for at, person, body in told
    )
    return [(person, body) for person, body in bodies if body]


_WHEN = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today|The|Then|But|And|When|As|If|In|On|At) "
)
_RANK = r"(?<!\w)(?:(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]{1,4}\. )+)?"  # "Rear Adm. ", "Lt. Gen. "
_PERSON = rf"{_RANK}([A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w’'-]+){{1,2}})"
_BODY = r"[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and) [A-ZÀ-Þ][\w’'-]*| [A-ZÀ-Þ][\w’'-]*){0,6}"


@cache
def _spokespeople() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lists = table("witnesses")
    role = "(?:" + "|".join(lists["speaks_for"]) + ")"
    body = rf"\b({_BODY}|{'|'.join(lists['bodies'])})"
    return (
        re.compile(rf"{_PERSON}, (?:a |an |the |its |chief )*{role} (?:for|of) (?:the )?{body}"),
        re.compile(rf"{body}(?:['’]s?)? {role},? {_PERSON}"),
        re.compile(rf"\b{role} (?:for|of) (?:the )?{body},? {_PERSON}"),
    )


@cache
def _its_holder() -> re.Pattern[str]:
    """Finds "the central bank raised its rate, its governor, Rosa Lind, said"."""
    lists = table("witnesses")
    holder = rf"(?:{'|'.join((*lists['speaks_for'], *lists['offices']))})"
    nouns = "|".join((*lists["bodies"], *lists["stand_in"]["bodies"]))
    body = rf"(?P<body>(?:[A-ZÀ-Þ][\w’'-]* ){{0,4}}(?:[a-z]+ )?(?i:{nouns})(?: (?:of|for) {_BODY})?)"
    return re.compile(rf"\b{body}\b[^.\n]{{0,160}}?,? (?:said )?its (?:[a-z]+ )?{holder},? (?P<person>{_PERSON})")


@cache
def _executive() -> re.Pattern[str]:
    """Matches the office of whoever leads a company, where it does not tell which company."""
    return re.compile("|".join(table("witnesses")["executives"]), re.IGNORECASE)


@cache
def _office_holders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    offices = "|".join(sorted(table("witnesses")["offices"], key=len, reverse=True))  # "chief executive" before "chief"
    office = rf"(?:(?:[A-Z][\w-]+ ){{1,2}}|(?!and |or |but )[a-z-]+ )?(?:{offices})(?: of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)?"
    return (
        re.compile(rf"\b({office}) {_PERSON}"),
        re.compile(rf"{_PERSON}, (?:the )?({office})\b"),
    )
