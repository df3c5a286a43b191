"""What an analyst should know of how a claim came to be, where that is not what it seems."""

from sayso.core.claim import Voice, When


def test_a_source_may_be_older_than_what_it_says_is_to_come(shelf) -> None:
    told = {"attribution": (Voice("Yearbook", None, "2021-03"),), "when": When("2023-05-02", "2023-05-02")}
    shelf.doc("one").say("The lease of the Caro mill is set to expire on 2 May 2023.", **told)
    assert shelf.weighed().notes == ()


def test_a_bound_that_became_the_figure(shelf) -> None:
    shelf.doc("one", "2024-01-01").count(
        "Up to 317 hectares of Caro may be flooded.", "hectares of Caro flooded", 0, "hectare", high=317, by="Police"
    )
    shelf.doc("two", "2024-02-01").count(
        "In Caro 317 hectares are flooded.", "hectares of Caro flooded", 317, "hectare", by="Police"
    )
    assert [note.kind for note in shelf.weighed().notes] == ["widened"]
