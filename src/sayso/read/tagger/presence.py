"""Which trained taggers are installed, told without loading anything."""

from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights"
KINDS = ("attribution", "cause")


def present(folder: Path = WEIGHTS) -> tuple[str, ...]:
    """The networks in a folder that can be used; a network without its tokenizer cannot."""
    if not (folder / "tokenizer.json").is_file():
        return ()
    return tuple(kind for kind in KINDS if (folder / f"{kind}.onnx").is_file())
