"""A value as one cell: of a table that a spreadsheet opens, or of an attribute of XML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

# Signs that make a spreadsheet calculate, in both of their widths.
_FORMULA = tuple("=+-@＝＋－＠")
# What XML 1.0 cannot hold, not even escaped (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    }
)


def words(value: Any) -> str:
    """A value as text: nothing for None, yes or no, lists joined with "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(words(item) for item in value)
    return str(value)


def safe_cell(value: Any) -> Any:
    """A value as a spreadsheet may open it.

    A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
    injection"); lists are joined with "; ".
    """
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        value = words(value)
    if not isinstance(value, str):
        return value
    # The csv module would leave a lone carriage return bare, and readers would end the row there.
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def xml(value: Any) -> str:
    """A value as an attribute or text of XML, what XML cannot hold left out."""
    text = ("true" if value else "false") if isinstance(value, bool) else words(value)
    return _NOT_XML.sub("", text).translate(_XML_ESCAPES)
