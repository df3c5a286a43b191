"""Two sides next to each other."""

from sayso.compile import Side, compare
from sayso.core.claim import Modality, When
from sayso.core.document import Block, BlockKind, Document
from sayso.core.finding import Verdict
from sayso.core.system import System, SystemAct, SystemFlow, SystemInfluence, SystemTie, Tone

SINGLE, PLAIN = Verdict.SINGLE, Modality.ASSERTED


def act(actor: str, action: str, target: str, tone: Tone) -> SystemAct:
    return SystemAct(actor, action, target, tone, When(), PLAIN, SINGLE, (f"{actor}{target}",))


SYSTEM = System(
    ties=(SystemTie("Orin Group", "part of", "Kenya", SINGLE, ("t1",)),),
    acts=(act("Chad", "accuse", "Kenya", Tone.CONFLICTUAL), act("Kenya", "consult", "Norway", Tone.COOPERATIVE)),
    flows=(SystemFlow("tea", "Kenya", (), "Norway", None, When(), PLAIN, SINGLE, ("f1",)),),
    influences=(
        SystemInfluence("drought", "Kenya's grain imports", "+", 0.5, ("i1",), ("x",)),
        SystemInfluence("drought", "Chad's grain imports", "+", 0.5, ("i2",), ("x",)),
        SystemInfluence("Kenya's bread prices", "protests", "+", 0.5, ("i3",), ("x",)),
    ),
)


def sides(documents: tuple[Document, ...] = ()) -> tuple[Side, Side]:
    return Side("Kenya", SYSTEM, (), documents, "Kenya"), Side("Chad", SYSTEM, (), documents, "Chad")


def test_dimensions_hold_what_is_claimed_of_each_side() -> None:
    found = {
        one.name: ([e.words for e in one.one], [e.words for e in one.other]) for one in compare(*sides()).dimensions
    }
    assert found == {
        "who acts against it": (["Chad (accuse)"], []),
        "what drives it": (["drought ─(+)→ Kenya's grain imports"], ["drought ─(+)→ Chad's grain imports"]),
        "who belongs to it or holds it": (["Orin Group is part of Kenya"], []),
        "who works with it": (["Kenya and Norway (consult)"], []),
        "what follows from it": (["Kenya's bread prices ─(+)→ protests"], []),
        "what flows": (["tea: Kenya → Norway"], []),
    }


def test_influences_both_have_are_found_with_their_findings() -> None:
    (pattern,) = compare(*sides()).patterns
    assert (pattern.one, pattern.other, pattern.sign) == (("i1",), ("i2",), "+")


def test_a_documents_own_table_under_the_two_names_is_laid_out() -> None:
    text = "Aspect | Kenya | Chad\nTrigger | drought | war"
    cells = [(0, 6), (9, 14), (17, 21)], [(22, 29), (32, 39), (42, 45)]
    blocks = (
        Block(BlockKind.ROW, 0, 21, cells=tuple(cells[0])),
        Block(BlockKind.ROW, 22, 45, parent=0, cells=tuple(cells[1])),
    )
    found = compare(*sides((Document("a.txt", text, blocks),))).dimensions[-1]
    assert (found.name, found.one[0].words, found.other[0].words) == ("Trigger", "drought", "war")


def test_whole_systems_are_compared_by_what_they_share() -> None:
    one = Side("first", SYSTEM, ())
    other = Side("second", System(influences=SYSTEM.influences[1:2]), ())
    found = compare(one, other)
    assert [pattern.other for pattern in found.patterns] == [("i2",)]
    assert {dimension.name for dimension in found.dimensions} >= {"who acts against it", "what flows"}


def test_nothing_in_common_is_an_empty_comparison() -> None:
    assert compare(Side("a", System(), ()), Side("b", System(), ())).dimensions == ()
