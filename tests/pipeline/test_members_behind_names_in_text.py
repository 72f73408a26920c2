"""Parties behind names, names joined by "as well as", and relatives in the plural."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Kern (Kenya, KANU)\nAda Quill (Ghana)", {("Otto Kern", "member_of", "KANU")}),
        ("Ada Quill (VOX, Spain) left.", {("Ada Quill", "member_of", "VOX")}),
        (
            "Otto Kern (Kenya, Kettle Bank) left.",
            {("Otto Kern", "affiliated_with", "Kettle Bank")},
        ),
        (
            "Kenya placed sanctions on Kettle Bank as well as tycoon Otto Kern.",
            {("Kenya", "sanctions", "Kettle Bank"), ("Kenya", "sanctions", "Otto Kern")},
        ),
        (
            "Kenya and Togo, which were attacked by Ghana, agreed.",
            {("Ghana", "attacked", "Kenya"), ("Ghana", "attacked", "Togo")},
        ),
        (
            "Kenya and Togo, which was attacked by Ghana, agreed.",
            {("Ghana", "attacked", "Togo")},
        ),
        (
            "The Shabab claimed responsibility for an attack on a hotel in Mogadishu.",
            {("Al-Shabaab", "attacked", "Mogadishu")},
        ),
    ],
)
def test_what_stands_behind_and_beside_names_is_theirs(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected
