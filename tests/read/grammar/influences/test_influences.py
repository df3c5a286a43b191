"""Influences in prose: cause, effect and sign, what pronouns mean, and how far the claim goes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Influence, Modality
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.influences import influences
from sayso.read.parse import parse
from sayso.read.proposal import Proposal


def read(*lines: str) -> list[Proposal]:
    """The influences in a document of these paragraphs; a line that begins with a dash is an item of the line before the list."""
    text = "\n".join(lines)
    blocks: list[Block] = []
    at, stem = 0, None
    for line in lines:
        item = line.startswith("- ")
        stem = stem if item else len(blocks)
        kind = BlockKind.ITEM if item else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at + 2 * item, at + len(line), int(item), stem if item else None))
        at += len(line) + 1
    whole = next(parse([Document("plain.txt", text, tuple(blocks))]))
    return influences(whole)


def bodies(*lines: str) -> list[Influence]:
    return [proposal.body for proposal in read(*lines) if isinstance(proposal.body, Influence)]


def signed(*lines: str) -> set[tuple[str, str, str]]:
    return {(body.cause.variable, body.sign, body.effect.variable) for body in bodies(*lines)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reducing gas deliveries would raise energy costs.", {("gas deliveries", "-", "energy costs")}),
        ("Lack of rain reduces harvests.", {("rain", "+", "harvests")}),
        ("The protests were triggered by the collapse of the bridge.", {("collapse of the bridge", "+", "protests")}),
        ("Drought is a key driver of migration.", {("drought", "+", "migration")}),
        ("The main cause of migration is drought.", {("drought", "+", "migration")}),
        ("The impact of drought on harvests is severe.", {("drought", "-", "harvests")}),
        ("Inflation makes imports costlier.", {("inflation", "+", "imports")}),
        (
            "Sanctions, the main cause of the crisis, worsen inflation.",
            {("sanctions", "+", "crisis"), ("sanctions", "+", "inflation")},
        ),
        ("The minister met the delegation on Monday.", set()),
        ("Exports rose by 3% in 2024.", set()),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert signed(text) == expected


def test_a_participle_has_the_cause_of_its_main_clause() -> None:
    found = signed("The sanctions have strained energy supply, reducing the refinery's profits.")
    assert ("sanctions", "-", "refinery's profits") in found


def test_purpose_is_possible_and_condition_conditional() -> None:
    purpose = read("The bank raised interest rates in order to curb inflation.")
    assert [p.modality for p in purpose] == [Modality.POSSIBLE]
    assert [p.modality for p in read("If rents rise, births fall.")] == [Modality.CONDITIONAL]


def test_this_means_what_was_said_last_and_the_claim_says_so() -> None:
    *_, last = read("The drought reduced harvests.", "This raised food prices.")
    assert isinstance(last.body, Influence)
    assert (last.body.cause.variable, last.body.sign, last.body.effect.variable) == ("harvests", "-", "food prices")
    assert last.resolved == (("This", "harvests"),)


def test_a_stem_and_its_items() -> None:
    found = signed("By closing schools, the ministry ensures:", "- Less trust in the state,", "- More migration.")
    assert {(sign, effect) for _, sign, effect in found} == {("-", "trust in the state"), ("+", "migration")}
    assert all("schools" in cause for cause, _, _ in found)


def test_an_item_that_begins_with_its_verb_has_the_subject_before() -> None:
    found = signed(
        "In the capital:", "- Insecurity reduces investment", "- Makes parents more hesitant to send children to school"
    )
    assert ("insecurity", "-", "investment") in found
    assert any(cause == "insecurity" and "hesitancy" in effect for cause, _, effect in found)


def test_items_under_a_bare_noun_have_it_as_their_subject() -> None:
    found = signed("Hostile broadcasts:", "- increase tax evasion,", "- weaken trust in courts,", "- fuel riots.")
    assert {(sign, effect.split(" ")[0]) for _, sign, effect in found} == {("+", "tax"), ("-", "trust"), ("+", "riots")}
    assert all("broadcasts" in cause for cause, _, _ in found)


def test_a_question_states_nothing() -> None:
    assert signed("Has the drought reduced harvests?") == set()


def test_an_infinitive_after_asking_is_no_purpose() -> None:
    assert signed("The council discussed how best to prevent floods.") == set()


def test_the_dead_of_an_event_rise_with_it() -> None:
    assert ("bridge collapse", "+", "deaths") in signed(
        "The bridge collapse, which killed 15 people, weakened the cabinet."
    )


def test_a_cut_or_a_loss_after_a_noun_is_a_variable_of_its_own() -> None:
    assert signed("Power cuts reduce factory output.") == {("power cuts", "-", "factory output")}
    assert {sign for _, sign, _ in signed("Price drops reduce savings.")} == {"+"}


def test_who_acts_does_not_influence_by_acting() -> None:
    assert signed("The protesters blocked the road.") == set()


_ODD = (  # noqa: SIM905
    "because of the more less drought raises if falls , . which ; by not reducing this it : ( ) 3 % - no to makes"
).split(" ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_ODD), max_size=25))
def test_odd_text_raises_nothing_and_words_stand_verbatim(words: list[str]) -> None:
    text = " ".join(words)
    for body in bodies(text):
        for term in (body.cause, body.effect):
            assert text[term.start : term.end] == term.text
            assert term.variable.strip()
        assert body.sign in ("+", "-", "?")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Factory output in the valley collapsed last winter due to the minimal amount of coal left in the depots.",
            {("coal", "+", "factory output in the valley")},
        ),
        (
            "The flood has affected the coastal hotels badly.",
            {("flood", "-", "coastal hotels")},
        ),
        (
            "The drought is rendering the region's fishing fleet practically nonexistent.",
            {("drought", "-", "region's fishing fleet")},
        ),
        ("Wool exports increased in March even as the country's roads collapsed.", set()),
        ("The old quarter of the town is being torn down and destroyed street by street.", set()),
        ("It was not clear yet whether either farm will benefit from the damage to the canal.", set()),
    ],
)
def test_words_that_turn_or_take_back_what_is_said(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert signed(text) == expected


def test_a_denial_of_all_that_it_is_denies_nothing() -> None:
    found = signed("These mediation efforts failed, in part because the dispute is not merely a quarrel over borders.")
    assert found == {("dispute", "+", "failure of mediation efforts")}


def test_a_participle_inside_its_clause_is_said_of_the_subject() -> None:
    found = signed("The strike, badly affecting the island's hotels, is largely attributed to low wages.")
    assert ("strike", "-", "island's hotels") in found
    assert ("low wages", "+", "strike") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He said that the slump was caused by two factors: persistent debt and weak demand.",
            {("debt", "+", "slump"), ("weak demand", "+", "slump")},
        ),
        ("Smaller lenders suffer runs that pose the risk of contagion.", {("runs", "+", "contagion")}),
        (
            "The boycott, a trader says, has driven cotton imports to unprecedented levels.",
            {("boycott", "+", "cotton imports")},
        ),
        ("The shortages in the hill towns cost many lives.", {("shortages in the hill towns", "+", "deaths")}),
    ],
)
def test_examples_risks_heights_and_lives_are_named_for_what_they_stand_for(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert signed(text) == expected


@pytest.mark.parametrize(
    ("text", "arrow"),
    [
        ("The toll worsened relations between both towns.", ("toll", "-", "relations between towns")),
        ("The embargo worsened the food shortage in the hills.", ("embargo", "+", "food shortage in the hills")),
        ("Because food shortages worsened, thousands fled the valley.", ("food shortages", "+", "flight from valley")),
        ("The drought made the shortage worse.", ("drought", "+", "shortage")),
        ("The drought has affected harvests in the hills.", ("drought", "-", "harvests in the hills")),
        ("The training affected harvests in the hills.", ("training", "?", "harvests in the hills")),
        ("The ruling threatens further losses.", ("ruling", "+", "losses")),
        ("The ruling threatens exports.", ("ruling", "-", "exports")),
        ("The default leaves bondholders wiped out.", ("default", "-", "bondholders")),
        ("The walls are too fragile to withstand storms.", ("walls", "+", "withstanding storms")),
        ("The harbour is deep enough to shelter ferries.", ("harbour", "+", "sheltering ferries")),
    ],
)
def test_the_value_of_the_ends_signs_a_verb(text: str, arrow: tuple[str, str, str]) -> None:
    assert signed(text) == {arrow}


@pytest.mark.parametrize(
    ("text", "arrow"),
    [
        ("The law does not allow for any other route.", ("law", "-", "other route")),
        ("The vote does not bode well for the coalition.", ("vote", "-", "coalition")),
    ],
)
def test_what_is_not_let_be_is_prevented(text: str, arrow: tuple[str, str, str]) -> None:
    assert signed(text) == {arrow}
    assert [found.negated for found in read(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The law contains exceptions.",
        "The weeks leading up to the vote were calm.",
        "Critics push back on the plan.",
        "The task is to limit losses.",
        "The equation is imposing itself on the region.",
        "Even without subsidies, bakeries would close.",
        "Money changed hands.",
    ],
)
def test_words_of_another_sense_state_nothing(text: str) -> None:
    assert signed(text) == set()
