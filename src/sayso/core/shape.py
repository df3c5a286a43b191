"""Frozen dataclasses as JSON objects and back, strictly, with the JSON Schema that says what they look like.

One walk over the types serves writing, reading and the schema, so the three cannot disagree. Covers what the shared
types use: dataclasses, tuples (of one type or of fixed length), literals, enumerations, ``X | None``, ``str``, ``int``,
``float`` and ``bool``. A flow's ends are called ``from`` and ``to`` in JSON, which Python does not allow as names.
"""

import math
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.core.errors import CaseFault

T = TypeVar("T")

_ATOMS = frozenset((str, int, float, bool, type(None)))
_IN_JSON = {("SystemFlow", "origin"): "from", ("SystemFlow", "destination"): "to"}


def record_of(value: Any) -> Any:
    """The JSON form of a value. Numbers must be finite."""
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple:
        return [item if type(item) in _ATOMS else record_of(item) for item in value]
    if is_dataclass(kind):
        return {key: record_of(getattr(value, name)) for name, key in _keys(kind)}
    return value.value if isinstance(value, Enum) else value


def value_of(kind: type[T], record: Any, where: str) -> T:
    """The value of a dataclass that ``record`` holds; ``where`` names it in faults. Raises ``CaseFault``."""
    return _read(kind, record, where)  # type: ignore[no-any-return]


def schema_of(kind: type, title: str) -> dict[str, Any]:
    """The JSON Schema of a dataclass."""
    found: dict[str, Any] = {}
    top = _schema(kind, found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **top,
        "$defs": dict(sorted(found.items())),
    }


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, _key(kind, field.name)) for field in fields(kind))


def _key(kind: type, name: str) -> str:
    return _IN_JSON.get((kind.__name__, name), name)


def _read(kind: Any, record: Any, where: str) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_object(kind, record, where)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if record is None and type(None) in inside:
            return None
        (other,) = (part for part in inside if part is not type(None))
        return _read(other, record, where)
    if origin is tuple:
        return _read_tuple(inside, record, where)
    if origin is Literal:
        if record not in inside:
            raise CaseFault(f"{where} is {record!r}; it can be {', '.join(map(repr, inside))}")
        return record
    if issubclass(kind, Enum):
        if record not in [member.value for member in kind]:
            raise CaseFault(f"{where} is {record!r}; it can be {', '.join(repr(member.value) for member in kind)}")
        return kind(record)
    return _read_plain(kind, record, where)


def _read_object(kind: type, record: Any, where: str) -> Any:
    if not isinstance(record, Mapping):
        raise CaseFault(f"{where} is {type(record).__name__}; it must be an object")
    keys = {_key(kind, name): name for name in _hints(kind)}
    wrong = sorted(set(keys) ^ set(record))
    if wrong:
        raise CaseFault(f"{where} has missing or unknown fields {', '.join(wrong)}; fields are {', '.join(keys)}")
    return kind(**{name: _read(_hints(kind)[name], record[key], f"{where}.{key}") for key, name in keys.items()})


def _read_tuple(inside: tuple[Any, ...], record: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(record, list | tuple):
        raise CaseFault(f"{where} is {type(record).__name__}; it must be a list")
    if inside[-1] is Ellipsis:
        return tuple(_read(inside[0], item, f"{where}[{at}]") for at, item in enumerate(record))
    if len(record) != len(inside):
        raise CaseFault(f"{where} has {len(record)} items; it must have {len(inside)}")
    return tuple(
        _read(part, item, f"{where}[{at}]") for at, (part, item) in enumerate(zip(inside, record, strict=True))
    )


def _read_plain(kind: type, record: Any, where: str) -> Any:
    if kind is float and isinstance(record, int) and not isinstance(record, bool):
        record = float(record)
    if type(record) is not kind or (isinstance(record, float) and not math.isfinite(record)):
        raise CaseFault(f"{where} is {record!r}; it must be a {kind.__name__}")
    return record


_PLAIN: dict[Any, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def _schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in found:
            found[kind.__name__] = {}
            hints = _hints(kind)
            found[kind.__name__] = {
                "description": " ".join((kind.__doc__ or "").split()),
                "type": "object",
                "properties": {_key(kind, name): _schema(hint, found) for name, hint in hints.items()},
                "required": [_key(kind, name) for name in hints],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{kind.__name__}"}
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(part, found) for part in inside]}
    if origin is tuple and inside[-1] is Ellipsis:
        return {"type": "array", "items": _schema(inside[0], found)}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [_schema(part, found) for part in inside],
            "minItems": len(inside),
            "items": False,
        }
    if origin is Literal:
        return {"enum": list(inside)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return dict(_PLAIN[kind])
