"""What is done to a plural without a name is done to whom it includes."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "relation", "names"),
    [
        ("Those sanctioned by Kenya include Ada Quill.", "sanctions", {"Ada Quill"}),
        (
            "The companies sanctioned by Kenya include Kettle Bank and Otto Kern.",
            "sanctions",
            {"Kettle Bank", "Otto Kern"},
        ),
        ("The towns captured by Kenya include Kumasi.", "captured", {"Kumasi"}),
    ],
)
def test_what_is_done_to_many_is_done_to_whom_they_include(
    text: str, relation: str, names: set[str]
) -> None:
    assert triples(text, relation) == {("Kenya", relation, name) for name in names}
