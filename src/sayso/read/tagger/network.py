"""A trained network: its file, what its outputs mean, and its answers.

Invariant: an answer depends on its one input and on nothing else. Inputs are given one by one, on one thread: an int8
network scales its numbers by all it is given at a time, so that mates in a batch would move each other's answers, and an edit
to one sentence the claims of others. Batches would save a tenth of the time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.core.errors import UsageFault
from sayso.read.tagger.decoding import Floats, Layout
from sayso.read.tagger.tokens import Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_SLOWER = ["SkipLayerNormFusion"]  # makes one node of two that together take a tenth of the time less


class Network:
    """One ONNX file, loaded."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session
        self._outputs = [output.name for output in session.get_outputs()]
        self.layout = Layout.of(_metadata(session.get_modelmeta().custom_metadata_map))

    def answer(self, ids: Ints) -> dict[str, Floats]:
        """The outputs for one input by name: ``tags`` (sub-tokens, layers, 3), ``links`` (roles, sub-tokens, sub-tokens)
        and, of some networks, ``sentence``, one number."""
        found = self._session.run(self._outputs, {"input_ids": ids[np.newaxis]})
        return {name: out[0] for name, out in zip(self._outputs, found, strict=True)}


def _metadata(given: Mapping[str, str]) -> dict[str, object]:
    """The metadata of a file: every value is JSON, or plain words; one value may hold them all."""
    found: dict[str, object] = {}
    for key, value in sorted(given.items()):
        try:
            read = json.loads(value)
        except ValueError:
            read = value
        found |= read if isinstance(read, dict) and "layers" in read else {key: read}
    return found


@cache
def network(path: Path) -> Network:
    """The network of a file, loaded once a process. Raises ``UsageFault`` if it is damaged."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
        return Network(session)
    except Exception as fault:  # onnxruntime's faults have no common root
        raise UsageFault(f"{path} is no tagger ({str(fault)[:120]}); install sayso again") from fault
