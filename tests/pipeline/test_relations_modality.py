"""How a text stands to what it tells: whether there is evidence for it, and what it leaves true."""

from __future__ import annotations

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They observed no evidence that Kenyan troops have been deployed to Ghana.",
            ("deployed_to", "denied"),
        ),
        ("No evidence has emerged that Kenya attacked Ghana.", ("attacked", "denied")),
        ("The EU blocked Kenya's ally Ghana.", ("allied_with", "asserted")),
        ("They blocked Ada Quill's newspaper Morning Show.", ("owns", "asserted")),
        ("Ghanaian forces repelled a Kenyan attack near Tamale.", ("attacked", "asserted")),
    ],
)
def test_what_there_is_no_evidence_for_is_denied_and_what_is_only_blocked_or_repelled_is_not(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in {(r.type, r.modality) for r in read(text).relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya plans to put Kenyan troops in Ghana.", "hypothetical"),
        ("Kenya did not put Kenyan troops in Ghana.", "denied"),
        ("Kenya put Kenyan troops in Ghana.", "asserted"),
    ],
)
def test_troops_are_as_much_there_as_who_puts_them_there_does_so(text: str, expected: str) -> None:
    assert {r.modality for r in read(text).relations if r.type == "deployed_to"} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya ought to sanction Togo.", "hypothetical"),
        ("Kenya should sanction Togo.", "hypothetical"),
        ("Kenya ought not to sanction Togo.", "denied"),
        ("Kenya sanctioned Togo.", "asserted"),
    ],
)
def test_what_ought_to_be_done_is_not_done(text: str, expected: str) -> None:
    assert {r.modality for r in read(text).relations if r.type == "sanctions"} == {expected}
