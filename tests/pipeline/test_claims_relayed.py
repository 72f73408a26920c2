"""Sources that only pass on what another says, behind the words for whoever said it."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Claim
from tests.reading import claims, named, read


def _one(text: str) -> tuple[str, str | None, str]:
    """The one claim of a text: who says what, through whom."""
    found = read(text)
    assert len(found.claims) == 1
    claim: Claim = found.claims[0]
    assert claim.speaker is not None
    via = named(found, claim.via) if claim.via else None
    return named(found, claim.speaker), via, found.tokens.span_text(claim.start, claim.end)


@pytest.mark.parametrize(
    "said",
    [
        "Ada Quill said on Monday",
        "Prime Minister Ada Quill told parliament",
        "Foreign Minister Ada Quill said on the sidelines of talks with Kofi Lantz in Ghana",
    ],
)
def test_who_reports_what_another_says_is_where_it_came_through(said: str) -> None:
    text = f"The dam will not be rebuilt, {said}, Reuters reported."
    assert _one(text) == ("Ada Quill", "Reuters", "The dam will not be rebuilt")


def test_reported_content_ends_before_the_words_for_its_source() -> None:
    text = "Ada Quill shared a photo and claimed that there were no troops there, Reuters reported."
    assert _one(text) == ("Ada Quill", "Reuters", "there were no troops there")


def test_source_that_says_more_than_another_said_keeps_its_claim() -> None:
    text = "The dam burst after Ada Quill said that it was safe, Reuters reported."
    assert ("Reuters", "asserts", "The dam burst after Ada Quill said that it was safe") in claims(
        text
    )


@pytest.mark.parametrize(
    "text",
    [
        "The clip was shared by Ada Quill, head of a party. The video showed jets on trucks, "
        "accompanied by a claim that the dam had burst.",
        "The photo, published by Ada Quill with the claim that the dam had burst, is old.",
    ],
)
def test_claim_beside_a_picture_is_of_who_shared_it(text: str) -> None:
    assert ("Ada Quill", "asserts", "the dam had burst") in claims(text)


def test_name_explained_up_to_its_verb_is_who_tells_the_paper() -> None:
    text = (
        "The fighting caused many to flee, Ada Quill, Kenya's commissioner for dams, told Reuters."
    )
    assert _one(text)[0::2] == ("Ada Quill", "The fighting caused many to flee")


@pytest.mark.parametrize("noun", ["remarks", "comments", "testimony"])
def test_source_named_by_what_he_said_is_who_says_it(noun: str) -> None:
    assert ("Ada Quill", "asserts", "The dam had burst") in claims(
        f"The dam had burst, according to {noun} by Ada Quill."
    )


def test_one_channel_named_as_an_example_of_several_speaks() -> None:
    text = "Some other Telegram channels, including “Lantern,” have labelled the protests a riot."
    assert claims(text) == {("Lantern", "asserts", "the protests a riot")}


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“We held,” a soldier says in a video posted by the Telegram channel Lantern.", "Lantern"),
        ("In a clip shared by the channel Lantern, a soldier says: “We held.”", "Lantern"),
        ("“We held,” a soldier said after a video posted by the channel Lantern was cut.", None),
    ],
)
def test_who_posted_the_video_in_which_somebody_speaks_passes_it_on(
    text: str, via: str | None
) -> None:
    assert _one(text)[:2] == ("soldier", via)


@pytest.mark.parametrize("source", ["According to Reuters,", "Reuters reported that"])
def test_a_quotation_behind_a_colon_is_whose_words_it_is_though_a_source_passes_it_on(
    source: str,
) -> None:
    text = f"{source} Otto Kern wrote on Telegram: “They took advantage of it.”"
    assert claims(text) == {("Otto Kern", "asserts", "They took advantage of it.")}
