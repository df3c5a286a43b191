"""Who publishes a document, by its first lines."""

import pytest

from sayso.core.finding import Verdict
from sayso.weigh.masthead import masthead

HEADS = [
    ("Harbour Gazette\n3 May 2021\n\nTwo cranes fell\n\nIt rained.", "Harbour Gazette"),
    ("The Harbour Gazette\nMay 3, 2021\n\nTwo cranes fell", "Harbour Gazette"),
    ("# Two cranes fell\n\n*Ministry of Ports, 3 May 2021*\n\nIt rained.", "Ministry of Ports"),
    ("Orlov Minerals\n2021-05-03\n\nStatement", "Orlov Minerals"),
    ("ORLOV MINERALS\nPress release, Oro, 3 May 2021\n\nOn two cranes", "ORLOV MINERALS"),
    ("Orlov Minerals\nA word of 3 May 2021\n\nOn two cranes", None),
    ("Two Cranes Fell\nPress release, 3 May 2021\n\nIt rained.", None),
    ("Two Cranes Fell\n3 May 2021\n\nIt rained.", None),
    ("Harbour Gazette says two cranes fell\n3 May 2021", None),
    ("Harbour Gazette\n\nIt rained.", None),
    ("", None),
    ("\n\n***\n", None),
]


@pytest.mark.parametrize(("text", "name"), HEADS)
def test_a_name_above_or_beside_a_date_is_who_publishes(text: str, name: str | None) -> None:
    assert masthead(text) == name


def test_who_credits_a_document_by_its_masthead_rests_on_whom_it_credits(shelf) -> None:
    shelf.doc("a", publisher=None).text("Harbour Gazette\n3 May 2021\n\n")
    shelf.say("Two cranes fell in the port of Oro, the harbour master said.", by="harbour master")
    shelf.doc("b").say("Two cranes fell in the port of Oro, the Harbour Gazette said.", by="Harbour Gazette")
    (found,) = shelf.weighed().findings
    assert (found.verdict, found.origins) == (Verdict.ECHOED, ("harbour master",))
