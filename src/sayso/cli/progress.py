"""How far a build is, on one line that is written over; on a plain line now and then where it cannot be."""

from typing import TextIO

from sayso.case.build import Progress

_EVERY_S = 10.0  # between lines of a log


class Meter:
    """Shows progress on a stream; ends its line when left."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._quiet = quiet
        self._live = stream.isatty()
        self._width = 0
        self._last_s = 0.0

    def __enter__(self) -> "Meter":
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            self._stream.write("\n")
            self._stream.flush()

    def show(self, progress: Progress) -> None:
        if self._quiet:
            return
        text = describe(progress)
        if self._live:
            self._stream.write(f"\r{text.ljust(self._width)}")
            self._width = max(self._width, len(text))
        elif progress.elapsed_s - self._last_s >= _EVERY_S:
            self._last_s = progress.elapsed_s
            self._stream.write(f"{text}\n")
        self._stream.flush()


def describe(progress: Progress) -> str:
    """``read 120 of 1,000 documents, 5,200 words a second, 1:40 to go``"""
    text = f"read {progress.documents:,} of {progress.of:,} documents"
    if progress.elapsed_s <= 0:
        return text
    text += f", {progress.words / progress.elapsed_s:,.0f} words a second"
    if progress.size and progress.size < progress.sizes:
        left = round(progress.elapsed_s * (progress.sizes - progress.size) / progress.size)
        text += f", {left // 60}:{left % 60:02} to go"
    return text
