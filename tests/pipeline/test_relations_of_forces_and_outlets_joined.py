"""Forces of two peoples under one noun, outlets that run channels, and what stands far from its
verb or preposition.
"""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan and Togolese soldiers exchanged fire near Tamale.",
            {
                ("Armed Forces of Kenya", "fought_at", "Tamale"),
                ("Armed Forces of Togo", "fought_at", "Tamale"),
            },
        ),
        (
            "Ghanaian, Kenyan and Togolese troops entered Tamale.",
            {
                ("Armed Forces of Ghana", "deployed_to", "Tamale"),
                ("Armed Forces of Kenya", "deployed_to", "Tamale"),
                ("Armed Forces of Togo", "deployed_to", "Tamale"),
            },
        ),
        (
            "Nine Hamas fighters died in the seven-hour gunbattle on Tuesday in Tamale.",
            {("Hamas", "fought_at", "Tamale")},
        ),
        (
            "The deal brought Kenyan troops to Togo.",
            {("Armed Forces of Kenya", "deployed_to", "Togo")},
        ),
    ],
)
def test_each_people_of_a_list_has_its_own_forces(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RT runs the Telegram channel Lantern and the site kettle.org.",
            {("RT", "runs", "Lantern"), ("RT", "runs", "kettle.org")},
        ),
        (
            "Kumasi Daily launched a YouTube channel called Lantern.",
            {("Kumasi Daily", "runs", "Lantern")},
        ),
        (
            "RT's Telegram channel Lantern has 5,000 subscribers.",
            {("RT", "runs", "Lantern")},
        ),
        (
            "Otto Kern runs the Telegram channels Lantern and Kettle.",
            {("Otto Kern", "runs", "Lantern"), ("Otto Kern", "runs", "Kettle")},
        ),
        (
            "Otto Kern runs the website DailyKettle and the Telegram channel Lantern.",
            {("Otto Kern", "runs", "DailyKettle"), ("Otto Kern", "runs", "Lantern")},
        ),
        (
            "Otto Kern created the Lantern channel and left.",
            {("Otto Kern", "runs", "Lantern")},
        ),
    ],
)
def test_outlets_run_channels_and_every_channel_of_a_list_is_run(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hamas conducted an attack targeting an Israeli convoy.",
            {("Hamas", "attacked", "Israel")},
        ),
        ("Hamas fired a missile targeting Tamale.", {("Hamas", "attacked", "Tamale")}),
        ("Kenya shot down a missile targeting Tamale.", set()),
        ("Kenya repelled an attack targeting Tamale.", set()),
    ],
)
def test_what_an_attack_targets_is_attacked_by_who_began_it(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kettle Bank, which the US Treasury imposed sanctions on in 2022, closed.",
            ("US Treasury", "sanctions", "Kettle Bank"),
        ),
        (
            "Togo, which Kenyan troops were deployed to, agreed.",
            ("Armed Forces of Kenya", "deployed_to", "Togo"),
        ),
        (
            "Kenyan rebels captured two officers identified as Brig. Gen. Otto Kern and others.",
            ("Kenyan rebels", "captured", "Otto Kern"),
        ),
        (
            "The attack hit the Kettle Group headquarters in Nairobi.",
            ("Kettle Group", "located_in", "Nairobi"),
        ),
        (
            "The sale of Kumasi TV to Kettle Bank was approved.",
            ("Kettle Bank", "owns", "Kumasi TV"),
        ),
        (
            "Otto Kern backed Kenya's invasion of Togo.",
            ("Otto Kern", "supports", "Kenya"),
        ),
    ],
)
def test_what_its_preposition_or_noun_keeps_apart_is_related(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in triples(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan forces advanced northeast of Tamale.",
            {("Armed Forces of Kenya", "fought_at", "Tamale")},
        ),
        ("Kenyan troops gathered to the north of Togo.", set()),
        (
            "They fought near Robotyne (8 km south of Orikhiv) in Zaporizhia Oblast.",
            {("Robotyne", "located_in", "Zaporizhia Oblast")},
        ),
        (
            "Kettle Voice is based in the center of Tamale.",
            {("Kettle Voice", "located_in", "Tamale")},
        ),
        ("Israel killed two Hamas members.", {("Israel", "attacked", "Hamas")}),
        ("Kenya killed four members of parliament.", set()),
    ],
)
def test_sides_distances_and_members_are_of_what_they_tell_of(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected
