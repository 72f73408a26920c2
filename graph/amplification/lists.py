"""Lists that are written into a field of a table, as JSON or as Python prints them."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = frozenset("\n\\'\"abfnrtv01234567xuUN")


def read_list(text: str) -> list[object] | None:
    """The items of a list in JSON or in Python's form, None where the text is neither.

    >>> read_list("['http://a.example/q', \\"http://a.example/it's\\"]")
    ['http://a.example/q', "http://a.example/it's"]
    """
    readers: tuple[Callable[[str], object], ...] = (json.loads, _python)
    for reader in readers:
        try:
            found = reader(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return found if isinstance(found, list) else None
    return None


def as_json(text: str) -> str:
    """A list in either form as JSON, empty for what is no list of texts, numbers and objects."""
    found = read_list(text)
    try:
        return "" if found is None else json.dumps(found)
    except TypeError:
        return ""


def _python(text: str) -> object:
    """What a text means to Python, if Python would write it so.

    It would read `['a' 'b']`, which is how NumPy writes two texts, as one.
    """
    # Python keeps the backslash of an escape it does not know, and would warn of it.
    known = _ESCAPE.sub(lambda m: m[0] if m[1] in _ESCAPES else f"\\{m[0]}", text)
    found = ast.literal_eval(known)
    if "".join(repr(found).split()) != "".join(known.split()):
        raise ValueError("Python writes it otherwise")
    return found
