"""Whether a document vouches for what it tells."""

import pytest

from sayso.weigh.witness import in_office, saw_itself, speaks_of_itself

SAW = [
    "We counted the coffins.",
    "Our correspondent saw smoke.",
    "Our monitors stood at the gate.",
    "I buried them myself.",
    "Reporters of this paper witnessed it.",
    "We then spoke to forty survivors.",
    "A correspondent at the scene saw soldiers fire.",
]
TOLD = [
    "The mayor counted the coffins.",
    "Readers have asked us about it.",
    "It is our view that this is wrong.",
    "Weeds grew.",
    "By our correspondent Ida Voss\n\nWeeds grew.",
]


@pytest.mark.parametrize("text", SAW)
def test_who_saw_it_says_so(text: str) -> None:
    assert list(saw_itself(text))


def test_what_another_house_has_seen_this_one_has_not() -> None:
    seen = "It stands in a secret report seen by the Harbour Gazette on Monday."
    assert list(saw_itself(seen, ["The Harbour Gazette"]))
    assert not list(saw_itself(seen, ["Valley Post"]))
    assert list(saw_itself("It stands in a secret report seen by this newspaper.", ["Valley Post"]))


@pytest.mark.parametrize("text", TOLD)
def test_other_words_are_no_witness(text: str) -> None:
    assert not list(saw_itself(text))


@pytest.mark.parametrize(
    ("house", "knows"),
    [
        ("City Hospital Trust", True),
        ("Ministry of Mines", True),
        ("Mayor Ida Voss", True),
        ("Harbour Gazette", False),
        ("Ardesia Press Agency", False),
        ("Slopes and Stones", False),
    ],
)
def test_bodies_know_of_their_matters_and_media_tell_those_of_others(house: str, knows: bool) -> None:
    assert in_office((house,)) is knows


@pytest.mark.parametrize(
    ("passage", "own"),
    [
        ("Garnet Mobile has agreed to buy a broadcaster.", True),
        ("Our drivers refused to leave.", True),
        ("“We refused to leave,” a driver said.", False),
        ("A broadcaster was bought.", False),
    ],
)
def test_a_house_speaks_of_itself(passage: str, own: bool) -> None:
    assert speaks_of_itself(("Garnet Mobile",), passage) is own
