"""Influences put by whole clauses: conditions, judgements, order in time, motives, and what only looks like one of these."""

import pytest

from sayso.core.claim import Influence, Modality
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.influences import influences
from sayso.read.grammar.modality import stance
from sayso.read.parse import parse
from sayso.read.proposal import Proposal


def read(text: str) -> list[Proposal]:
    whole = next(parse([Document("plain.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))]))
    return influences(whole)


def told(text: str) -> set[tuple[str, str, str]]:
    """Words of the cause, sign, words of the effect."""
    bodies = [one.body for one in read(text) if isinstance(one.body, Influence)]
    return {(body.cause.text, body.sign, body.effect.text) for body in bodies}


def signed(text: str) -> set[tuple[str, str, str]]:
    """The same with the variables' names."""
    bodies = [one.body for one in read(text) if isinstance(one.body, Influence)]
    return {(body.cause.variable, body.sign, body.effect.variable) for body in bodies}


def denied(text: str) -> list[bool]:
    return [
        stance(one.sentence, one.predicate, one.anchor).negated if one.negated is None else one.negated
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "cause", "sign"),
    [
        ("Without fresh loans, the mills could not pay wages.", "fresh loans", "+"),
        ("Should imports shrink, prices would rise.", "imports", "-"),
        ("The snow is vital for the reservoirs.", "snow", "+"),
        ("Frost is harmful to vines.", "frost", "-"),
        ("Orchards are vulnerable to frost.", "frost", "-"),
        ("Engineers blame the floods on logging.", "logging", "+"),
        ("Engineers blame the dam for the floods.", "dam", "+"),
        ("The dye has been linked to cancer.", "dye", "+"),
        ("Dozens of deaths have been linked to the dye.", "dye", "+"),
        ("The outage was linked to a faulty valve.", "faulty valve", "+"),
        ("If no rain comes, yields will fall.", "rain", "+"),
        ("The storm left 900 homes without power.", "storm", "-"),
        ("Incomes have barely improved, forcing households to sell cattle.", "incomes", "-"),
        ("The roads were closed, so prices rose.", "closure of roads", "+"),
        ("Schools closed for lack of funds.", "funds", "-"),
        ("The slump made it risky to lend.", "slump", "-"),
        ("The feud makes both valleys less safe.", "feud", "-"),
        ("Gas deliveries lower energy costs.", "gas deliveries", "-"),
        ("Lending stopped and so growth slowed.", "lending", "+"),
        ("With reserves falling, the bank raised rates.", "reserves", "-"),
        ("Since the ferry sank, fares have doubled and stayed high because fuel is scarce.", "fuel", "-"),
        ("Since demand collapsed, the price fell.", "demand", "+"),
        ("The plan will fail if the bank withdraws its support.", "bank's support", "-"),
        ("Falling rivers in turn force villages to dig wells.", "rivers", "-"),
    ],
)
def test_a_condition_or_a_judgement_is_signed(text: str, cause: str, sign: str) -> None:
    assert {(one, mark) for one, mark, _ in signed(text)} == {(cause, sign)}


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The harbour was closed after dockers occupied the cranes.", "dockers occupied the cranes", "harbour was closed"),
        ("Three sailors were hurt when a boiler exploded.", "a boiler exploded", "sailors were hurt"),
        ("The mayor resigned after the flood.", "the flood", "mayor resigned"),
        ("Angered by the verdict, villagers blocked the bridge.", "the verdict", "villagers blocked the bridge"),
        ("Fearing an ambush, the drivers turned back.", "Fearing an ambush", "drivers turned back"),
        ("The traders used false papers to hide the origin of the timber.", "used false papers", "origin of the timber"),
        ("Nurses gathered to mourn a colleague.", "Nurses gathered", "mourn a colleague"),
        ("Pumping was stopped on Monday, which left the town without water.", "Pumping was stopped", "water"),
        ("The collapse of the Ferrin bridge, which killed nine people, was seen.", "The collapse", "nine people"),
        ("The council let the firm build because it needs the taxes.", "it needs the taxes", "The council let"),
        ("They marched, calling for lower taxes.", "calling for lower taxes", "They marched"),
        ("Tenants campaign for lower rents.", "Tenants campaign", "lower rents"),
    ],
)  # fmt: skip
def test_harm_answers_feelings_and_purposes(text: str, cause: str, effect: str) -> None:
    assert any(cause in one and effect in other for one, _, other in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ministers are critical to our plans.",
        "They walked home without a lamp.",
        "The water saved is not used to expand the fields.",
        "The plant yields nine tonnes.",
        "Imports fell after exports rose.",
        "The bank was founded after the war ended.",
        "He spoke when the guests arrived.",
        "They demanded an answer.",
        "Residents demanded cheaper water.",
        "The council promised to build a school.",
        "Monday caused delays.",
        "It is unusual for a judge to weigh in on the campaign.",
        "Inspectors were appointed to determine whether the valve failed.",
        "The minister rejected the plan, calling it a danger to farmers.",
        "Officials have heard calls from brokers to drop out of the race.",
        "On Friday the letters came from the miners and their union.",
        "The charity raised more than $20 million.",
        "I kept calm even if the guards shouted.",
        "If the valve leaks, call the plant.",
        "If he likes, he can stay in the valley.",
        "The syrup leaves the plant safe.",
        "The end of 2015 leaves the race open.",
        "They showed an inclination to rely on luck.",
        "If they lose, it would be their third defeat.",
        '"If prices fall, why should rents rise?"',
        "They joined the protest against the dam.",
        "Since 2019 exports have fallen.",
        "As a result of this the mills.",
        "Investigators exposed a smuggling ring.",
    ],
)
def test_what_only_looks_like_an_influence_is_none(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Farmers will not sell maize because of the low price.",
        "The river flooded because the dam did not hold.",
        "If rents rise, tenants will not stay.",
        "Incomes have not improved, forcing households to sell cattle.",
        "Women will not be punished for voting.",
    ],
)
def test_what_a_clause_denies_turns_its_variable_and_not_the_link(text: str) -> None:
    assert denied(text) == [False]


def test_a_reason_can_be_denied() -> None:
    assert denied("They joined not because they agree.") == [True]


def test_a_clause_coordinated_with_the_effect_is_no_second_effect() -> None:
    found = signed("The violence has hurt the rallies and protesters have clashed with supporters.")
    assert found == {("violence", "-", "rallies")}


def test_what_moves_to_so_much_money_a_unit_is_a_price() -> None:
    text = "Gold fell to 1,800 dollars an ounce because the dollar strengthened."
    assert signed(text) == {("dollar", "-", "price of gold")}


def test_a_result_has_what_was_said_before_as_its_cause() -> None:
    (found,) = read("The dam failed in May. As a result, crops died.")
    assert isinstance(found.body, Influence)
    assert (found.body.cause.variable, found.body.effect.text) == ("failure of dam", "crops died")
    assert found.resolved == (("As a result", "The dam failed in May"),)


def test_every_reason_of_several_is_a_cause() -> None:
    causes = {cause for cause, _, _ in told("Prices rose because the rains failed and the roads were washed away.")}
    assert causes == {"the rains failed", "the roads were washed away"}


def test_a_clause_keeps_what_completes_its_verb() -> None:
    found = told("The embargo has had little effect because the customs office lets convoys cross the border.")
    assert {cause for cause, _, _ in found} >= {"the customs office lets convoys cross the border"}


@pytest.mark.parametrize(
    "text",
    [
        "Voters blame the minister for the shortage.",
        "The storm damaged Ferrin.",
        "Commuters are worried about the fares.",
    ],
)
def test_an_accusation_or_what_once_befell_somebody_is_only_suggested(text: str) -> None:
    found = read(text)
    assert found
    assert all(one.suggested for one in found)


def test_a_condition_is_conditional_and_a_purpose_possible() -> None:
    assert {one.modality for one in read("Should the harvest fail, prices would rise.")} == {Modality.CONDITIONAL}
    found = read("The traders used false papers to hide the origin of the timber.")
    assert {proposal.modality for proposal in found} == {Modality.POSSIBLE}


def test_the_demands_of_a_body_press() -> None:
    assert told("The union demanded stricter fishing limits.") != set()


def test_that_means_the_clause_before_in_the_same_sentence() -> None:
    assert ("lending", "+", "building") in signed("Banks are cutting lending, and that will slow building.")


def test_an_opening_is_given_by_the_subject() -> None:
    found = signed("The drought provides an opportunity to raise tariffs.")
    assert ("drought", "+", "tariffs") in found


def test_the_decline_is_what_fell_last_and_the_claim_says_so() -> None:
    *_, last = read("Fish catches fell by half. The decline has worsened poverty.")
    assert isinstance(last.body, Influence)
    assert (last.body.cause.variable, last.body.sign, last.body.effect.variable) == ("fish catches", "-", "poverty")
    assert last.resolved == (("The decline", "Fish catches"),)


def test_items_of_a_stem_are_what_follows_from_the_heading_or_the_conditions_of_the_stem() -> None:
    lines = [
        "Consequences of the strike",
        "The port is likely to:",
        "Raise its fees",
        "Rivals gain when the port is:",
        "Short of cranes",
    ]
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.ITEM]
    above = [None, 0, 1, 0, 3]
    blocks = tuple(
        Block(kind, at, at + len(line), 1, parent)
        for kind, at, line, parent in zip(kinds, starts, lines, above, strict=True)
    )
    whole = next(parse([Document("plain.txt", "\n".join(lines), blocks)]))
    bodies = [one.body for one in influences(whole) if isinstance(one.body, Influence)]
    assert {(body.cause.text, body.effect.text) for body in bodies} == {
        ("the strike", "Raise its fees"),
        ("Short of cranes", "Rivals gain"),
    }


def test_items_under_a_heading_of_consequences_are_effects() -> None:
    lines = ["Consequences of the strike", "Higher rents near the harbour", "Empty shelves in many shops"]
    starts = [0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2]
    heading = Block(BlockKind.HEADING, 0, len(lines[0]), 1)
    items = [Block(BlockKind.ITEM, at, at + len(line), 1, 0) for at, line in zip(starts[1:], lines[1:], strict=True)]
    whole = next(parse([Document("plain.txt", "\n".join(lines), (heading, *items))]))
    bodies = [one.body for one in influences(whole) if isinstance(one.body, Influence)]
    assert {(body.cause.variable, body.effect.variable.split(" ")[0]) for body in bodies} == {
        ("strike", "rents"),
        ("strike", "empty"),
    }


def test_whose_a_thing_is_is_told_once() -> None:
    text = "Kenya has lost more than a third of its tea output to smuggling, as low prices push farmers to sell to traders."
    assert "Kenya's tea output" in {effect for _, _, effect in signed(text)}
