"""Which questions a system suggests by itself."""

from sayso.core.claim import Sign
from sayso.core.system import System, SystemInfluence, Variable
from sayso.run.unasked import unasked


def system(*links: tuple[str, Sign, str, float]) -> System:
    names = dict.fromkeys(end for cause, _, effect, _ in links for end in (cause, effect))
    return System(
        variables=tuple(Variable(name, None, ()) for name in names),
        influences=tuple(
            SystemInfluence(cause, effect, sign, weight, (), ("x",)) for cause, sign, effect, weight in links
        ),
    )


def test_what_most_hangs_on_is_pressed_and_what_it_leads_to_is_not() -> None:
    chain = system(("rain", "+", "harvest", 1.0), ("harvest", "-", "prices", 1.0), ("prices", "-", "trade", 1.0))
    ((name, outcome),) = unasked(chain)
    assert name == "rain"
    assert outcome is not None
    assert {answer.name: (answer.rises, answer.falls) for answer in outcome.variables} == {
        "rain": (1.0, 0.0), "harvest": (1.0, 0.0), "prices": (0.0, 1.0), "trade": (1.0, 0.0)
    }  # fmt: skip


def test_surer_links_come_first_and_three_are_enough() -> None:
    ends = [
        (f"{name}", "+", f"{name}{at}", weight)
        for name, weight in zip("abcd", (0.2, 0.9, 0.5, 0.4), strict=True)
        for at in (1, 2)
    ]
    assert [name for name, _ in unasked(system(*ends))] == ["b", "c", "d"]


def test_a_variable_that_leads_to_one_other_is_no_question() -> None:
    assert unasked(system(("rain", "+", "harvest", 1.0))) == ()


def test_a_system_tied_up_in_loops_is_not_run() -> None:
    ring = [(f"v{at}", "+", f"v{(at + 1) % 13}", 1.0) for at in range(13)]
    assert [outcome for _, outcome in unasked(system(*ring))] == [None]


def test_a_large_system_is_not_run() -> None:
    large = system(*((f"cause {at}", "+", "effect", 1.0) for at in range(500)), ("cause 7", "+", "other", 1.0))
    assert unasked(large) == (("cause 7", None),)
