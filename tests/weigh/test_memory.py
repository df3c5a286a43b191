"""A weighing that remembers the last one comes to what one that remembers nothing comes to."""

from dataclasses import replace

import pytest

from planted_cases import cases
from sayso.core.decision import Action, Decision
from sayso.weigh import Memory, WeighRules, prepare, read_prepared, weigh, written
from sayso.weigh.shapes import Shapes


def _case(number: int, seed: int):
    """The claims and documents of some planted cases, as one case."""
    documents, claims = [], []
    for case in cases(number, seed=seed):
        documents += [replace(one, path=f"{case.seed}/{one.path}") for one in case.documents]
        claims += [
            replace(one, id=f"{case.seed}/{one.id}", document=f"{case.seed}/{one.document}") for one in case.claims
        ]
    return claims, documents


def _kept(claims, documents):
    """Each document prepared, as it comes back from where it is kept."""
    return {
        one.path: read_prepared(written(prepare([c for c in claims if c.document == one.path], one)), one.path)
        for one in documents
    }


def _after(memory: Memory) -> Memory:
    return Memory(memory.left())


def _without(claims, path):
    return [claim for claim in claims if claim.document != path]


def test_whatever_changed_since() -> None:
    claims, documents = _case(12, seed=21)
    memory = Memory()
    paths = [one.path for one in documents]
    told = [
        (claims, documents),
        (_without(claims, paths[3]), documents),  # one that says nothing any more
        (claims, [replace(one, publisher="Lock Office") if one.path == paths[5] else one for one in documents]),
        (_without(claims, paths[8]), [one for one in documents if one.path != paths[8]]),
        ([replace(claim, negated=not claim.negated) if at % 40 == 0 else claim for at, claim in enumerate(claims)], documents),
        (claims, documents[::-1]),
    ]  # fmt: skip
    for some, shelf in told:
        assert weigh(some, shelf, prepared=_kept(some, shelf), memory=memory) == weigh(some, shelf)
        memory = _after(memory)


def _decided(at: int, action: Action, about: list[str]) -> Decision:
    fields = {"negated": True} if action is Action.EDIT else {}
    return Decision(f"d{at}", action, "claims", tuple(about), "Ada", f"2026-01-0{at + 1}", fields=fields)


def test_whatever_the_analyst_decided_since() -> None:
    claims, documents = _case(6, seed=22)
    prepared, memory = _kept(claims, documents), Memory()
    ids = [claim.id for claim in claims]
    chosen = [(Action.REJECT, ids[:2]), (Action.MERGE, ids[2:5]), (Action.SPLIT, ids[5:8]), (Action.EDIT, ids[8:9])]
    for number in range(len(chosen) + 1):
        decisions = tuple(_decided(at, *one) for at, one in enumerate(chosen[:number]))
        for rules in (WeighRules(decisions=decisions), WeighRules({"Evening Gazette": "A"}, decisions=decisions)):
            found = weigh(claims, documents, rules=rules, prepared=prepared, memory=memory)
            assert found == weigh(claims, documents, rules=rules)
            memory = _after(memory)


def test_what_is_remembered_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    claims, documents = _case(4, seed=23)
    prepared, memory = _kept(claims, documents), Memory()
    found = weigh(claims, documents, prepared=prepared, memory=memory)
    monkeypatch.setattr(Shapes, "__call__", lambda *_: pytest.fail("compared again"))
    assert weigh(claims, documents, prepared=prepared, memory=_after(memory)) == found


def test_what_was_not_used_is_forgotten() -> None:
    claims, documents = _case(4, seed=24)
    memory = Memory()
    weigh(claims, documents, memory=memory)
    size = len(memory.left())
    half = documents[: len(documents) // 2]
    said = [claim for claim in claims if claim.document in {one.path for one in half}]
    memory = _after(memory)
    weigh(said, half, memory=memory)
    assert len(memory.left()) < size
    assert memory.changes()[0]


@pytest.mark.parametrize("content", [b"", b"not a memory", b"\x82\xa8outcomes\x01", bytes(50)])
def test_what_cannot_be_read_is_worked_out(content: bytes) -> None:
    claims, documents = _case(2, seed=25)
    prepared, memory = _kept(claims, documents), Memory()
    found = weigh(claims, documents, prepared=prepared, memory=memory)
    spoilt = Memory(dict.fromkeys(memory.left(), content))
    assert weigh(claims, documents, prepared=prepared, memory=spoilt) == found
    assert spoilt.left() == memory.left()
