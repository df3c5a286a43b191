"""Pauses the collector of cyclic garbage. What a build makes of a whole case is many small objects and few cycles: looking
through them again and again, as their number grows, would cost more than making them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No cycle is collected inside, and afterwards only cycles of what is made from then on: what was made inside goes when
    nothing refers to it any more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
