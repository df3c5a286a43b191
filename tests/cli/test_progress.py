"""Progress in words."""

import io

import pytest

from sayso.case.build import Progress
from sayso.cli.progress import Meter, describe

WORDS = [
    (Progress(0, 10, 0, 1000, 0, 0.0), "read 0 of 10 documents"),
    (Progress(120, 1000, 500, 1000, 5200, 100.0), "read 120 of 1,000 documents, 52 words a second, 1:40 to go"),
    (Progress(10, 10, 1000, 1000, 9000, 3.0), "read 10 of 10 documents, 3,000 words a second"),
]


@pytest.mark.parametrize(("progress", "words"), WORDS)
def test_progress_is_put_in_words(progress: Progress, words: str) -> None:
    assert describe(progress) == words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_one_line_written_over() -> None:
    screen = Terminal()
    with Meter(screen, quiet=False) as meter:
        for progress, _ in WORDS:
            meter.show(progress)
    assert screen.getvalue().count("\n") == 1
    assert screen.getvalue().count("\r") == len(WORDS)


def test_a_log_gets_a_line_now_and_then_and_quiet_none() -> None:
    log, silent = io.StringIO(), Terminal()
    with Meter(log, quiet=False) as meter, Meter(silent, quiet=True) as none:
        for progress, _ in WORDS:
            meter.show(progress)
            none.show(progress)
    assert log.getvalue().splitlines() == [WORDS[1][1]]
    assert silent.getvalue() == ""
