"""Who holds an office in which body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.officers import officers

HOLDERS = [
    ("Rosa Lind, honorary president of the Reed Growers Association, spoke.", "Reed Growers Association"),
    ("Rosa Lind, who is head of research at Umbra Bank, spoke.", "Umbra Bank"),
    ("Mrs Rosa Lind, director of special tasks, Umbra Bank, spoke.", "Umbra Bank"),
    ("The Reed Growers Association met. Rosa Lind, the association’s deputy chair, spoke.", "Reed Growers Association"),
    ("The Reed Growers Association met, says Rosa Lind, chair of the association.", "Reed Growers Association"),
    ("On Monday Halden chief Rosa Lind spoke.", "Halden"),
    ("Halden's president and chief executive, Rosa Lind, spoke.", "Halden"),
    ("Umbran Vice President Rosa Lind spoke.", "Umbran"),
    ("Valdoran President Marek Dolan and Umbran President Rosa Lind met.", "Umbran"),
    ("The Board Chairman of HALBO, Mrs. Rosa Lind, spoke.", "HALBO"),
    ("President of the Reed Growers Association (RGA) Rosa Lind spoke.", "Reed Growers Association"),
]
NOBODY = [
    "",
    "Rosa Lind, former president of the Reed Growers Association, spoke.",
    "Former Halden president Rosa Lind spoke.",
    "Rosa Lind, the association's chair, spoke.",
    "Vice President Rosa Lind spoke.",
    "The Chief Executive Officer spoke.",
    "Rosa Lind met the president of Halden.",
]


@pytest.mark.parametrize(("text", "body"), HOLDERS)
def test_who_holds_an_office_in_a_body(text: str, body: str) -> None:
    assert ("Rosa Lind", body) in officers(text)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_holds_one(text: str) -> None:
    assert officers(text) == []


@given(
    st.lists(
        st.sampled_from(["Rosa", "Lind", "chief", "President", "of", "the", "Halden's", ",", "and", "."]), max_size=40
    )
)
def test_whatever_is_given_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert all(part in text for pair in officers(text) for name in pair for part in name.split())
