"""Weighed claims to system, through the public door."""

import json

import pytest

from sayso.compile import Naming, compile_system
from sayso.core.claim import Claim
from sayso.core.document import Block, BlockKind, Document
from sayso.core.finding import Verdict
from sayso.core.system import Loop, System, Tone, system_of, system_record
from sayso.read.reader import read_all
from sayso.weigh import weigh

TEXTS = {
    "a.txt": "Arms exports increase pressure from the EU. EU pressure increases export controls. "
    "Export controls reduce arms exports.",
    "b.txt": "Kenya exported 40,000 tonnes of tea to Norway in 2023. Norway sanctioned Chad on 3 May 2024.",
    "c.txt": "Kenya exported 45,000 tonnes of tea to Norway in 2023. Kenya supports Norway.",
}


def document(path: str) -> Document:
    text = TEXTS[path]
    return Document(
        path, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), publisher=f"House of {path}", language="en"
    )


@pytest.fixture(scope="module")
def case() -> tuple[list[Document], list[Claim]]:
    documents = [document(path) for path in TEXTS]
    return documents, [claim for read in read_all(documents) for claim in read.claims]


@pytest.fixture(scope="module")
def system(case: tuple[list[Document], list[Claim]]) -> System:
    documents, claims = case
    return compile_system(weigh(claims, documents), claims)


def test_a_feedback_loop_is_found_and_named(system: System) -> None:
    (loop,) = system.loops
    assert (loop.kind, len(loop.variables)) == (Loop.BALANCING, 3)
    assert [system.influences[at].sign for at in loop.influences].count("-") == 1


def test_every_arrow_says_what_it_rests_on(system: System) -> None:
    for influence in system.influences:
        assert influence.findings
        assert influence.origins == ("House of a.txt",)
        assert 0 < influence.weight < 1


def test_acts_stand_in_time_with_their_tone(system: System) -> None:
    acts = {(act.actor, act.action, act.target): act for act in system.acts}
    assert acts["Norway", "sanction", "Chad"].tone is Tone.CONFLICTUAL
    assert acts["Norway", "sanction", "Chad"].when.start == "2024-05-03"
    assert acts["Kenya", "support", "Norway"].tone is Tone.COOPERATIVE


def test_values_of_one_figure_become_one_range(system: System) -> None:
    (figure,) = [one for one in system.figures if one.value.unit == "t"]
    assert (figure.value.low, figure.value.high, figure.verdict) == (40_000, 45_000, Verdict.CONTESTED)


def test_flows_carry_their_amount(system: System) -> None:
    flow = next(one for one in system.flows if one.amount is not None)
    assert (flow.origin, flow.destination) == ("Kenya", "Norway")


def test_it_round_trips_through_json(system: System) -> None:
    assert system_of(json.loads(json.dumps(system_record(system)))) == system


def test_the_order_of_claims_changes_nothing(case: tuple[list[Document], list[Claim]], system: System) -> None:
    documents, claims = case
    assert compile_system(weigh(claims[::-1], documents[::-1]), claims[::-1]) == system


def test_a_perspective_keeps_the_variables_and_only_its_own_arrows(
    case: tuple[list[Document], list[Claim]], system: System
) -> None:
    documents, claims = case
    only = frozenset(claim.id for claim in claims if claim.document == "b.txt")
    seen = compile_system(weigh(claims, documents), claims, Naming(), only=only)
    assert seen.variables == system.variables
    assert seen.influences == ()
