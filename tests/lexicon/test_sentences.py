import pytest

from sayso.core.claim import Sign
from sayso.lexicon.sentences import act_sentence, influence_sentence, rises, stated, tie_sentence
from sayso.lexicon.table import table


@pytest.mark.parametrize(
    ("a", "relation", "sentence"),
    [
        ("Kenya", "supplies", "Kenya supplies Mali"),
        ("Kenyan firms", "supplies", "Kenyan firms supply Mali"),
        ("United States", "owns", "United States owns Mali"),
        ("Tarn Distributors", "buys from", "Tarn Distributors buys from Mali"),
        ("Smugglers", "supplies", "Smugglers supply Mali"),
        ("Kenyan police", "opposes", "Kenyan police oppose Mali"),
        ("traders of Lagos", "ally of", "traders of Lagos are allies of Mali"),
        ("Security services (NIS)", "part of", "Security services (NIS) are part of Mali"),
        ("Kenyan press", "member of", "Kenyan press is a member of Mali"),
        ("Kenya", "married to", "Kenya married to Mali"),
    ],
)
def test_a_tie_is_a_sentence_in_number_with_its_subject(a: str, relation: str, sentence: str) -> None:
    assert tie_sentence(a, relation, "Mali") == sentence


def test_an_act_is_a_sentence_with_or_without_whom_it_is_done_to() -> None:
    assert act_sentence("Ada Mwangi", "accuse", "Mali") == "Ada Mwangi accuses Mali"
    assert act_sentence("students", "protest", "Mali") == "students protest against Mali"
    assert act_sentence("Kenya", "cooperate", None) == "Kenya cooperates"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("that the dam\nleaks,", "the dam leaks"),
        ("whether that helps", "helps"),
        ("“The dam leaks,”", "“The dam leaks”"),
        ("the dam leaks –", "the dam leaks"),
        ("the dam – which leaks", "the dam – which leaks"),
        ("that", "that"),
        ("—", "—"),
        ("", ""),
        ("the dam" + " -" * 60_000 + " leaks", "the dam" + " -" * 60_000 + " leaks"),
    ],
)
def test_a_statement_stands_by_itself(text: str, words: str) -> None:
    assert stated(text) == words


def test_every_relation_and_type_of_event_has_its_verb() -> None:
    ties, acts = table("ties"), table("acts")
    sections = ("verbs", "nouns", "roles", "adjectives", "bonds", "tagged")
    relations = {relation for section in sections for relation in ties[section]} - {"owned by"}
    assert relations | {"supplies", "buys from"} <= ties["sentences"].keys()
    assert acts["verbs"].keys() | acts["nouns"].keys() <= acts["sentences"].keys()


@pytest.mark.parametrize(
    ("cause", "sign", "effect", "said"),
    [
        ("storms", "+", "displacement", "storms raise displacement"),
        ("water treatment", "-", "cases", "water treatment lowers cases"),
        ("power cuts in Garissa", "-", "trade", "power cuts in Garissa lower trade"),
        ("loss of trust", "?", "lending", "loss of trust affects lending"),
        ("water and sanitation", "+", "health", "water and sanitation raise health"),
        ("politics", "+", "fear", "politics raises fear"),
        ("state of the roads", "-", "trade", "state of the roads lowers trade"),
    ],
)
def test_an_influence_is_a_sentence_whose_verb_agrees(cause: str, sign: Sign, effect: str, said: str) -> None:
    assert influence_sentence(cause, sign, effect) == said


def test_several_rise_and_one_rises() -> None:
    assert [rises(name) for name in ("poor harvests", "price of beans", "heat and drought")] == [
        "rise",
        "rises",
        "rise",
    ]
