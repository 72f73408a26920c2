"""Claims that a video or post shows: whose its thumbnail, title and caption speak for."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize("part", ["thumbnail", "title", "caption"])
def test_parts_of_a_video_speak_for_who_posted_it(part: str) -> None:
    text = f"The video was posted by the channel Lantern. The {part} of the video says Kenya fell."
    assert claims(text) == {("Lantern", "asserts", "Kenya fell")}


def test_who_posted_a_video_may_be_told_after_what_it_claims() -> None:
    text = (
        "Claim: The thumbnail of the YouTube video claims that Kenya has bombed Ghana.\n\n"
        "The thumbnail of the video says: “THE WAR HAS BEGUN! KENYA IS NEXT!” (It is not)\n\n"
        "Rating: FALSE\n\nThe YouTube video was posted by Ada Quill in May."
    )
    assert claims(text) == {
        ("Ada Quill", "asserts", "Kenya has bombed Ghana"),
        ("Ada Quill", "asserts", "THE WAR HAS BEGUN! KENYA IS NEXT!"),
    }


def test_any_video_is_not_the_one_whose_poster_is_told_after() -> None:
    text = "A video says that Kenya has bombed Ghana. The video was shared by Otto Kern."
    assert claims(text) == {(None, "asserts", "Kenya has bombed Ghana")}


@pytest.mark.parametrize(
    ("between", "who"),
    [("The war goes on.", "Kestrel Watch"), ("A report of the army was read.", None)],
)
def test_who_published_a_new_report_may_be_told_after_what_it_reveals(
    between: str, who: str | None
) -> None:
    text = (
        f"A new report reveals that Kenya has grown.\n\n{between}\n\n"
        "Published by the rights group Kestrel Watch, the report is long."
    )
    assert claims(text) == {(who, "asserts", "Kenya has grown")}
