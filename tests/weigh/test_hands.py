"""Work shared between processes comes out as if one had done it."""

import os
import pickle

import pytest

from sayso.weigh import hands
from sayso.weigh.hands import Hands


@pytest.fixture(autouse=True)
def _little_is_much(monkeypatch):
    monkeypatch.setattr(hands, "_WORTH_S", 0.0)


@pytest.mark.parametrize("most", [1, 2, 3, 9])
def test_everything_is_found_in_its_order(most) -> None:
    assert Hands(most).over(lambda places: [(at, at / 7) for at in places], range(4, 11), each_s=1.0) == [
        (at, at / 7) for at in range(4, 11)
    ]


def test_several_processes_do_it() -> None:
    found = Hands(2).over(lambda places: [os.getpid() for _ in places], range(4), each_s=1.0)
    assert found[::2] == [os.getpid()] * 2
    assert (os.getpid() in found[1::2]) is not hands._copied_safely()


def test_what_a_process_dies_on_is_done_here() -> None:
    here = os.getpid()

    def work(places):
        if os.getpid() != here:
            raise MemoryError
        return list(places)

    assert Hands(3).over(work, range(7), each_s=1.0) == list(range(7))


def test_what_cannot_be_done_is_told_here() -> None:
    def work(places):
        raise pickle.PicklingError("no")

    with pytest.raises(pickle.PicklingError):
        Hands(2).over(work, range(4), each_s=1.0)
