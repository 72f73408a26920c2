"""What becomes of a relation that the text calls untrue, leaves open, or lays on somebody."""

from __future__ import annotations

import pytest

from tests.reading import named, read


def told(text: str, type_: str) -> set[tuple[str, str | None]]:
    """The modality of each relation of a type, and whoever it is asserted by."""
    found = read(text)
    return {
        (r.modality, None if r.asserted_by is None else named(found, r.asserted_by))
        for r in found.relations
        if r.type == type_
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected claims that it had attacked Tamale.",
        "Kenya dismissed allegations that it had attacked Tamale.",
        "Kenya rejected reports and accusations that it had attacked Tamale.",
    ],
)
def test_claims_that_somebody_rejects_are_denied_by_them(text: str) -> None:
    assert told(text, "attacked") == {("denied", "Kenya")}


def test_claims_that_are_not_denied_stay_alleged() -> None:
    text = "Kenya did not deny claims that it had attacked Tamale."
    assert told(text, "attacked") == {("alleged", "Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that Kenya attacked Ghana.",
        "It is false that Kenya attacked Ghana.",
        "It is a lie that Kenya attacked Ghana.",
        "The story that Kenya attacked Ghana is fake.",
        "Reports that Kenya attacked Ghana were false.",
        "The channel spread the lie that Kenya attacked Ghana.",
        "Nobody believes that Kenya attacked Ghana.",
    ],
)
def test_what_the_text_calls_untrue_is_denied(text: str) -> None:
    assert told(text, "attacked") == {("denied", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is true that Kenya attacked Ghana.", "asserted"),
        ("It is wrong that Kenya attacked Ghana.", "asserted"),
        ("Nobody doubts that Kenya attacked Ghana.", "asserted"),
        ("The claims that Kenya attacked Ghana are not false.", "asserted"),
        ("It is no lie that Kenya attacked Ghana.", "alleged"),
    ],
)
def test_what_is_called_true_or_only_wrong_to_do_is_not_denied(text: str, expected: str) -> None:
    assert told(text, "attacked") == {(expected, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not clear that Kenya attacked Ghana.", "alleged"),
        ("It was never certain that Kenya attacked Ghana.", "alleged"),
        ("It is clear that Kenya attacked Ghana.", "asserted"),
        ("It is not only clear that Kenya attacked Ghana.", "asserted"),
    ],
)
def test_what_is_not_certain_is_only_alleged(text: str, expected: str) -> None:
    assert told(text, "attacked") == {(expected, None)}


@pytest.mark.parametrize("verb", ["would not confirm", "could not verify", "declined to confirm"])
def test_what_nobody_would_confirm_is_only_alleged(verb: str) -> None:
    text = f"Kenya {verb} that it had sent drones to Togo."
    assert {modality for modality, _ in told(text, "supplies")} == {"alleged"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya blamed Ghana for the attack on the dam in Tamale.", ("alleged", "Kenya")),
        ("Kenya said that Ghana was behind the attack on Tamale.", ("asserted", "Kenya")),
        ("The court ruled that Ghana was responsible for the killing of Ivan Popko.",
         ("asserted", "court")),
        ("Kenya said that the attack by Ghana on Tamale was wrong.", ("asserted", None)),
    ],
)  # fmt: skip
def test_a_deed_laid_on_somebody_is_told_by_who_lays_it_on_them(
    text: str, expected: tuple[str, str | None]
) -> None:
    assert told(text, "attacked") == {expected}
