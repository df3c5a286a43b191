"""Whose word a claim is, by its own sentence, where the reader saw no credit."""

import pytest

from sayso.core.claim import Claim, Statement, Voice
from sayso.core.passage import Span
from sayso.weigh.credit import chains_of, titles
from sayso.weigh.terms import term


def claim(text: str, *voices: Voice) -> Claim:
    span = Span(0, len(text), text)
    return Claim(id="1", document="a.txt", passage=span, body=Statement(span), attribution=voices)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the Harbour Board, two cranes fell.", "Harbour Board"),
        ("Two cranes fell, according to the Harbour Board.", "Harbour Board"),
        ("The Gazette, quoting the harbour master, wrote that two cranes fell.", "harbour master"),
        ("Two cranes fell, said the harbour master.", "harbour master"),
        ("Two cranes fell in the storm: Harbour Board report", "Harbour Board"),
    ],
)
def test_who_is_credited_beyond_doubt(text: str, source: str) -> None:
    assert [name for chain in chains_of(claim(text)) for name, _ in chain] == [source]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Two cranes fell, Tribune of the South said.", "South", "Tribune of the South"),
        ("Two cranes fell, the Harbour Board said.", "Board", "Harbour Board"),
        ("Two cranes fell, the head of the Board said.", "Board", "Board"),
    ],
)
def test_a_name_cut_short_is_made_whole(text: str, short: str, full: str) -> None:
    assert [name for chain in chains_of(claim(text, Voice(short, "said"))) for name, _ in chain] == [full]


@pytest.mark.parametrize("day", ["May 3", "3 May", "May"])
def test_a_day_is_nobody(day: str) -> None:
    text = f"According to a {day}, 2021, statement, two cranes fell."
    assert all(day not in name for chain in chains_of(claim(text)) for name, _ in chain)


@pytest.mark.parametrize(
    ("text", "cue", "names"),
    [
        ("The Gazette wrote that two cranes fell, according to the Harbour Board.", "wrote", ["Gazette", "Harbour Board"]),
        ("Two cranes fell, per the Gazette, and a third stands idle, per the Harbour Board.", "per", ["Gazette"]),
        ("Two cranes fell, the Gazette wrote, per its own archive.", "wrote", ["Gazette"]),
        ("The Gazette wrote that two cranes fell, which cost 90 crowns, per the Harbour Board.", "wrote", ["Gazette"]),
        ("The Gazette wrote that two cranes fell, per a 2025 study by the Harbour Board.", "wrote", ["Gazette", "Harbour Board"]),
    ],
)  # fmt: skip
def test_a_credit_at_the_end_is_for_what_it_follows(text: str, cue: str, names: list[str]) -> None:
    assert [name for chain in chains_of(claim(text, Voice("Gazette", cue))) for name, _ in chain] == names


def test_who_was_told_passes_on_what_the_teller_says() -> None:
    (chain,) = chains_of(
        claim("Two cranes fell, Ann Bode told the news agency Ardesia Wire.", Voice("Ann Bode", "told"))
    )
    assert [name for name, _ in chain] == ["Ardesia Wire", "Ann Bode"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bode, head of the Harbour Board, said that two cranes fell.",
        "Ann Bode, who heads the Harbour Board, said two cranes fell in 2023.",
        "The harbour master, Ann Bode, said the cranes of the south quay had rusted.",
    ],
)
def test_what_follows_the_verb_of_a_named_speaker_is_what_he_says(text: str) -> None:
    said = Voice("Ann Bode", "said")
    assert chains_of(claim(text, said)) == ((("Ann Bode", None),),)
    assert chains_of(claim(text), heard=[said]) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Prime Minister Ann Bode said two cranes fell.", {"prime", "minister"}),
        ("The opposition lawmaker Ann Bode said two cranes fell.", {"opposition", "lawmaker"}),
        ("The cranes that fell cost Ann Bode her office.", set()),
        ("Exports of cranes fell, said the union. Captain Ann Bode agreed.", {"captain"}),
    ],
    ids=["an office", "a role", "what happened to her", "another sentence"],
)
def test_who_somebody_is_stands_right_before_the_name(text: str, wanted: set[str]) -> None:
    assert titles(text, ((("Ann Bode", None),),)) == {term(word) for word in wanted}
