"""From bytes to the characters that are stored: encoding found, line ends made ``\\n``, what cannot be shown dropped.

Stored text is composed (Unicode NFC) and holds no control characters but newline and tab, no byte order marks, no soft
hyphens or zero-width spaces, and no direction overrides, by which a text could show other words than it holds.
"""

import re
import unicodedata

from sayso.core.errors import DocumentFault
from sayso.lexicon.table import table

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF file", ".pdf"),
    (b"PK\x03\x04", "a zip package", ".docx, if it is a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", ".docx, after saving it in that format"),
    (b"{\\rtf", "a rich text file", ".docx, after saving it in that format"),
    (b"\x89PNG", "a picture", "text"),
    (b"\xff\xd8\xff", "a picture", "text"),
    (b"GIF8", "a picture", "text"),
    (b"\x7fELF", "a program", "text"),
    (b"\x1f\x8b", "a packed file", "text, after unpacking it"),
)
_SAMPLE = 65_536
_LEGACY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "gb18030", "shift_jis",
    "euc_jp", "euc_kr", "big5",
]  # fmt: skip
_RARE_HIGH_BYTES = (
    0.02  # up to this share the text is Western with a few quotes and accents: windows-1252, as browsers take it
)
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def squeeze(text: str) -> str:
    """``text`` with every run of white space made one space, none at its ends."""
    return " ".join(text.split())


def stored(text: str) -> tuple[str, list[str]]:
    """The characters to store and, in words, what was dropped from ``text``."""
    faults = []
    text = _LINE_ENDS.sub("\n", text)
    text, controls = _DROPPED.subn("", text)
    text, overrides = _OVERRIDES.subn("", text)
    if controls:
        faults.append(f"{controls} control or invisible characters dropped")
    if overrides:
        faults.append(f"{overrides} direction overrides dropped")
    return unicodedata.normalize("NFC", text), faults


def cut(text: str, characters: int, lines: int) -> tuple[str, list[str]]:
    """``text`` up to so many characters and lines, and what was cut."""
    faults = []
    if len(text) > characters:
        text = text[:characters]
        faults.append(f"cut after {characters:,} characters; the rest is not read")
    if text.count("\n") > lines:
        text = "\n".join(text.split("\n", lines)[:-1])
        faults.append(f"cut after {lines:,} lines; the rest is not read")
    return text, faults


def decoded(data: bytes, name: str, declared: str | None = None) -> tuple[str, list[str]]:
    """The text of ``data`` and what was guessed or lost. Raises ``DocumentFault`` for bytes that are no text."""
    for magic, what, suffix in _MAGIC:
        if data.startswith(magic):
            raise DocumentFault(f"{name}: it is {what} under a wrong name; rename it to {suffix}")
    text, faults = _decoded(data, declared)
    limits = table("limits")["text"]
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    shown = sum(map(str.isprintable, sample)) + sample.count("\n") + sample.count("\t")
    odd = controls > int(limits["forgiven_controls"]) and controls > float(limits["max_controls"]) * len(sample)
    if odd or shown < float(limits["min_printable"]) * len(sample):
        raise DocumentFault(f"{name}: it is binary, not text; save it as text, or remove it")
    clean, dropped = stored(text)
    return clean, faults + dropped


def _decoded(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _counted(data[len(bom) :].decode(encoding, "replace"), [])
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _counted(data.decode(wide, "replace"), [f"no byte order mark; read as {wide}"])
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return _counted(data.decode(declared, "replace"), [])
        except (LookupError, UnicodeError):
            pass
    loose = data.decode("utf-8", "replace")
    if len(_BEYOND_ASCII.findall(loose)) > loose.count("\ufffd"):
        return _counted(loose, [])
    encoding = _guessed(data)
    return _counted(data.decode(encoding, "replace"), [f"encoding not stated; read as {encoding}"])


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark shows as zero bytes in every other place."""
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # seldom needed

    high = re.findall(rb"[\x80-\xff]+", data)
    first = data.find(high[0])
    sample = data[max(0, first - _SAMPLE // 2) : first + _SAMPLE // 2]
    if sum(map(len, high)) < _RARE_HIGH_BYTES * len(data):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_LEGACY).best()
    return best.encoding if best else "cp1252"


def _counted(text: str, faults: list[str]) -> tuple[str, list[str]]:
    broken = text.count("\ufffd")
    return text, [*faults, f"{broken} undecodable characters replaced"] if broken else faults
