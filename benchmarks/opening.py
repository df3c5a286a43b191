"""How long opening takes, by kind and size of file: seconds, and microseconds a word. Makes its own files.

python benchmarks/opening.py
"""

import io
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sayso.documents import open_document

PARAGRAPH = (
    "The lake fell by two metres in the year before, said the ministry of water, and the farms below it lost their harvest to "
    "the salt that the wind had carried from its bed. Nobody had asked them whether the sluice should be closed. "
) * 3
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def wrapped(paragraphs: int) -> str:
    lines, line = [], ""
    for word in PARAGRAPH.split():
        if len(line) + len(word) > 71:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return ("\n".join([*lines, line]) + "\n\n") * paragraphs


def word(paragraphs: int) -> bytes:
    body = f"<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p>" * paragraphs
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return stream.getvalue()


def cases() -> Iterator[tuple[str, bytes]]:
    for size in (100, 1_000, 5_000):
        yield f"lines-{size}.txt", (PARAGRAPH + "\n").encode() * size
        yield f"wrapped-{size}.txt", wrapped(size).encode()
        yield f"page-{size}.html", ("<article>" + f"<p>{PARAGRAPH}</p>" * size + "</article>").encode()
        yield f"report-{size}.docx", word(size)
    yield "report-1000.md", (f"# Title\n\n- **{PARAGRAPH}**\n\n" * 1_000).encode()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in cases():
            path = root / name
            path.write_bytes(data)
            start = time.perf_counter()
            document = open_document(path, root)
            spent = time.perf_counter() - start
            words = len(document.text.split())
            print(f"{name:20} {words:9,} words {spent:8.3f} s {spent / words * 1e6:6.2f} us/word")


if __name__ == "__main__":
    main()
