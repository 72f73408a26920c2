"""The SQL that makes the columns of the posts table from the texts of a file."""

from __future__ import annotations

from collections.abc import Sequence

from graph.amplification.isotime import iso_time
from graph.amplification.mapping import LISTS, Mapping
from graph.amplification.posts import COLUMNS
from graph.amplification.sql import json_path, literal

PYTHON_LIST = "python_list"
"""The name under which DuckDB has to know `lists.as_json`."""

# The beginning of the year 1 and the end of the year 9999, in microseconds from 1970.
_FIRST, _END = "-62135596800e6", "253402300800e6"
# A list of texts as Python writes nearly all, which exchanging the quotes makes JSON.
_PLAIN = r"'[^'\x22\\\x00-\x1f]*'"
_PLAIN_LIST = rf"\[\s*({_PLAIN}(\s*,\s*{_PLAIN})*)?\s*\]"


def expression(name: str, values: Sequence[str], mapping: Mapping) -> str:
    """A column of the posts table from the alternatives that a file has for it."""
    if not values:
        return f"CAST(NULL AS {COLUMNS[name]})"
    if name == "text":
        return values[0] if len(values) == 1 else text(values)
    if name == "time":
        forms = (_time(form, text(values), mapping) for form in mapping.time)
        return f"coalesce({', '.join(forms)})"
    if name in LISTS:
        return _list(text(values), mapping)
    return _count(text(values)) if name == "views" else text(values)


def text(values: Sequence[str]) -> str:
    """The first of some texts that is not empty, without spaces around it."""
    filled = (f"nullif(trim({value}), '')" for value in values)
    return f"coalesce({', '.join(filled)})"


def is_list(value: str) -> str:
    """Whether a text means to be a list."""
    return f"{value} LIKE '[%'"


def is_no_list(value: str, column: str) -> str:
    """Whether a text means to be a list and gave no texts, of what `column` made of it."""
    return (
        f"CASE WHEN {is_list(value)} "
        f"THEN {column} IS NULL OR list_count({column}) < len({column}) ELSE false END"
    )


def _count(value: str) -> str:
    """Views, below 0 for what is no count."""
    digits = f"replace({value}, ',', '')"
    counted = f"CASE WHEN regexp_full_match({digits}, '[0-9]+([.]0)?') THEN {digits} END"
    return f"CASE WHEN {value} IS NOT NULL THEN coalesce(TRY_CAST({counted} AS BIGINT), -1) END"


def _time(form: str, value: str, mapping: Mapping) -> str:
    if form in ("epoch_seconds", "epoch_milliseconds"):
        scale = "1e6" if form == "epoch_seconds" else "1e3"
        micros = f"TRY_CAST({value} AS DOUBLE) * {scale}"
        there = f"{micros} >= {_FIRST} AND {micros} < {_END}"
        return f"CASE WHEN {there} THEN make_timestamp(CAST({micros} AS BIGINT)) END"
    if form == "iso":
        for name, offset in mapping.zones.items():
            value = f"replace({value}, {literal(f' {name}')}, {literal(offset)})"
        return iso_time(value)
    read = f"try_strptime({value}, {literal(form)})"
    return f"CAST({read} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"


def _list(value: str, mapping: Mapping) -> str:
    """A list in JSON or in Python's form, NULL where it is neither, or words.

    What is no text in a list is NULL in it, for `is_no_list` to find.
    """
    plain = f"regexp_full_match({value}, {literal(_PLAIN_LIST)})"
    json = (
        f"coalesce(TRY_CAST({value} AS JSON), TRY_CAST(CASE WHEN {plain} "
        f"THEN replace({value}, '''', '\"') ELSE {PYTHON_LIST}({value}) END AS JSON))"
    )
    item = "item"
    if mapping.item_key is not None:
        picked = f"json_extract(item, {json_path('$', mapping.item_key)})"
        item = f"(CASE WHEN json_type(item) = 'OBJECT' THEN {picked} ELSE item END)"
    items = (
        f"list_transform(CAST({json} AS JSON[]), lambda item: "
        f"CASE coalesce(json_type({item}), 'NULL') WHEN 'NULL' THEN '' "
        f"WHEN 'VARCHAR' THEN json_extract_string({item}, '$') END)"
    )
    words = f"string_split({value}, {literal(mapping.separator)})"
    chosen = f"CASE WHEN {is_list(value)} THEN {items} ELSE {words} END"
    return f"list_filter({chosen}, lambda item: item IS DISTINCT FROM '')"
