"""Work shared between processes comes out as if one had done it."""

import errno
import os
import pickle
import signal
import subprocess
import sys

import pytest

from sayso.core import hands
from sayso.core.hands import Hands


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


def test_where_no_process_can_be_made_this_one_does_it_all(monkeypatch) -> None:
    def full():
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(hands, "_copied_safely", lambda: True)
    monkeypatch.setattr(os, "fork", full)
    assert Hands(3).over(list, range(7), each_s=1.0) == list(range(7))


_alone = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no copies are made elsewhere")


@_alone
def test_more_than_a_pipe_holds_is_handed_over(monkeypatch) -> None:
    monkeypatch.setattr(hands, "_copied_safely", lambda: True)
    found = Hands(3).over(lambda places: [bytes([at]) * 1_000_000 for at in places], range(5), each_s=1.0)
    assert found == [bytes([at]) * 1_000_000 for at in range(5)]


@_alone
def test_none_is_left_over_where_the_work_is_broken_off(monkeypatch) -> None:
    here = os.getpid()
    told, tell = os.pipe()

    pids: list[int] = []

    def work(places):
        if os.getpid() == here:
            pids.append(int.from_bytes(os.read(told, 8), "big"))
            raise KeyboardInterrupt
        os.write(tell, os.getpid().to_bytes(8, "big"))
        signal.pause()

    monkeypatch.setattr(hands, "_copied_safely", lambda: True)
    with pytest.raises(KeyboardInterrupt):
        Hands(2).over(work, range(4), each_s=1.0)
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


_KILLED = """
import os, signal
from sayso.core.hands import Hands
here = os.getpid()
def work(places):
    if os.getpid() == here:
        os.kill(here, signal.SIGKILL)
    return [bytes(1_000_000) for _ in places]
Hands(3).over(work, range(6), each_s=1.0)
"""


@_alone
def test_none_is_left_over_where_the_first_is_killed() -> None:
    """What waits for the output waits for every process that could still write some."""
    done = subprocess.run([sys.executable, "-c", _KILLED], capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
