"""The system survives being written and read, and its published schema is the one the code has."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core import system
from sayso.core.claim import Modality, When
from sayso.core.errors import CaseFault
from sayso.core.finding import Value, Verdict

words = st.text(min_size=1, max_size=8)
several = st.lists(words, max_size=3).map(tuple)
share = st.floats(0, 1)
values = st.builds(Value, st.none() | st.floats(allow_nan=False, allow_infinity=False), st.none() | share, words)
whens = st.builds(When, st.none() | st.just("2024-01-01"), st.none() | st.just("2024-12-31"))
signs = st.sampled_from(["+", "-", "?"])


def many(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


verdicts = st.sampled_from(list(Verdict))
modalities = st.sampled_from(list(Modality))
maybe = st.none() | words
influences = st.builds(
    system.SystemInfluence,
    words,
    words,
    signs,
    share,
    several,
    several,
    many(st.builds(system.Support, words, st.integers(1, 6), several)),
)
tones = st.sampled_from(list(system.Tone))
systems = st.builds(
    system.System,
    actors=many(st.builds(system.Actor, words, several)),
    ties=many(st.builds(system.SystemTie, words, words, words, verdicts, several)),
    acts=many(st.builds(system.SystemAct, words, words, maybe, tones, whens, modalities, verdicts, several)),
    flows=many(
        st.builds(
            system.SystemFlow,
            words,
            maybe,
            several,
            maybe,
            st.none() | values,
            whens,
            modalities,
            verdicts,
            several,
            st.booleans(),
        )
    ),
    variables=many(st.builds(system.Variable, words, maybe, many(st.builds(system.Wording, words, several)))),
    influences=many(influences),
    loops=many(
        st.builds(
            system.FeedbackLoop,
            st.sampled_from(list(system.Loop)),
            several,
            st.lists(st.integers(0, 9), max_size=3).map(tuple),
        )
    ),
    figures=many(st.builds(system.SystemFigure, words, values, whens, verdicts, several)),
)


@given(systems)
@settings(max_examples=60, deadline=None)
def test_a_system_written_and_read_is_the_same(described):
    written = json.dumps(system.system_record(described), ensure_ascii=False, allow_nan=False)
    assert system.system_of(json.loads(written)) == described


def test_the_published_schema_is_the_one_of_the_code():
    published = Path(__file__).parents[2] / "docs" / "system.schema.json"
    assert json.loads(published.read_text("utf-8")) == system.system_schema()


def flow(origin: str | None, via: tuple[str, ...]) -> system.SystemFlow:
    return system.SystemFlow("gas", origin, via, "B", None, When(), Modality.ASSERTED, Verdict.SINGLE, ())


def test_the_record_has_the_fields_other_programs_read():
    record = system.system_record(system.System(flows=(flow("A", ()),)))
    assert list(record) == ["actors", "ties", "acts", "flows", "variables", "influences", "loops", "figures", "implied"]
    assert {"goods", "from", "via", "to"} <= record["flows"][0].keys()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda record: record.pop("loops"), "loops"),
        (lambda record: record.update(extra=1), "extra"),
        (lambda record: record.update(variables={}), "system.variables"),
        (lambda record: record["influences"][0].update(sign="x"), r"system.influences\[0\].sign"),
        (lambda record: record["influences"][0].update(weight="much"), r"system.influences\[0\].weight"),
        (lambda record: record["influences"][0].update(weight=float("nan")), r"system.influences\[0\].weight"),
    ],
)
def test_a_record_that_is_wrong_is_refused_by_name(change, named):
    record = system.system_record(system.System(influences=(system.SystemInfluence("a", "b", "+", 0.5, ("f",), ()),)))
    change(record)
    with pytest.raises(CaseFault, match=named):
        system.system_of(record)


def test_stations_are_those_that_are_named():
    assert flow(None, ("hub",)).stations == ("hub", "B")
