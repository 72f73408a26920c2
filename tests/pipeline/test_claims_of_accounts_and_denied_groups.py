"""Who speaks where an account poses as somebody, a claim is denied at once or nobody posts."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read


def vias(text: str) -> set[tuple[str | None, str | None, str]]:
    """Each claim of a text as (who says it, through what, what)."""
    found = read(text)
    return {
        (
            None if c.speaker is None else named(found, c.speaker),
            None if c.via is None else named(found, c.via),
            found.tokens.span_text(c.start, c.end),
        )
        for c in found.claims
    }


@pytest.mark.parametrize("whom", ["President Ivan Popko", "President Bashar al-Assad"])
def test_what_an_account_posing_as_somebody_urges_is_the_accounts(whom: str):
    found = claims(f"An account posing as {whom} urged soldiers to surrender.")
    assert found == {("account", "asserts", "soldiers to surrender")}


def test_who_writes_in_a_channel_of_that_name_speaks_through_it():
    found = vias(
        "“The front will fall,” writes the German-Russian Ada Quill in her Telegram channel “News "
        "from Ghana”, one of the most popular channels in Togo."
    )
    assert found == {("Ada Quill", "News from Ghana", "The front will fall,")}


def test_claims_behind_a_comma_that_somebody_denied_are_a_noun():
    found = claims(
        "Otto Kern is an activist. Ada Quill said that he had trained fighters in Ghana, claims "
        "Kern denied."
    )
    assert found == {
        ("Ada Quill", "asserts", "he had trained fighters in Ghana"),
        ("Otto Kern", "denies", "he had trained fighters in Ghana"),
    }


def test_a_group_that_denied_claims_is_not_who_made_them():
    found = claims(
        "Amnesty said on Monday that Kenya had trained fighters, claims the group denied, "
        "according to Reuters."
    )
    assert found == {("Amnesty International", "asserts", "Kenya had trained fighters")}


@pytest.mark.parametrize(
    "text",
    [
        "Videos claiming that Kumasi had fallen were shared widely.",
        "A viral post claiming Kumasi had fallen has been shared widely.",
    ],
)
def test_a_content_ends_where_the_sentence_goes_on_with_the_post_that_holds_it(text: str):
    assert claims(text) == {(None, "asserts", "Kumasi had fallen")}


def test_the_bio_of_a_channel_says_what_the_channel_says():
    found = claims(
        "Lantern is a Telegram channel. According to the Telegram channel's bio, the authors are "
        "former soldiers."
    )
    assert found == {("Lantern", "asserts", "the authors are former soldiers")}


@pytest.mark.parametrize(
    ("sentence", "who", "what"),
    [
        ("Ivan Popko hasn't posted since Monday.", "Ivan Popko", "hasn't posted since Monday"),
        ("Other channels have remained silent.", "Other channels", "have remained silent"),
        (
            "Ada Quill did not post when the bridge fell.",
            "Ada Quill",
            "did not post when the bridge fell",
        ),
    ],
)
def test_who_posts_nothing_or_remains_silent_is_silent(sentence: str, who: str, what: str):
    assert claims(f"The bridge at Tamale fell. {sentence}") == {(who, "silent", what)}


def test_who_did_not_post_one_thing_is_not_silent():
    assert claims("The bridge at Tamale fell. Ivan Popko has not posted the video.") == set()


def test_what_the_court_was_told_stands_before_it():
    found = claims("The ring also included two more men, the court was told.")
    assert found == {(None, "asserts", "The ring also included two more men")}


def test_groups_of_campaigners_accuse_though_nobody_names_them():
    found = claims("Campaign groups have also accused the army of killing civilians.")
    assert found == {("Campaign groups", "asserts", "the army of killing civilians")}


def test_who_has_not_spoken_about_something_is_silent_but_not_who_has_not_spoken_to_somebody():
    found = claims("Ada Quill has not spoken publicly about the strike.")
    assert found == {("Ada Quill", "silent", "has not spoken publicly about the strike")}
    assert claims("Ada Quill has not spoken to Otto Kern.") == set()
