"""Wording of news agencies and of statements in translation: a claim about English each."""

from __future__ import annotations

import pytest

from tests.reading import claims, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya has for the first time confirmed that it sent doctors to Ghana.",
            ("Kenya", "asserts", "it sent doctors to Ghana"),
        ),
        (
            "The minister Olena Marchuk denounced on Monday that Kenya had closed the border.",
            ("Olena Marchuk", "asserts", "Kenya had closed the border"),
        ),
        (
            "Olena Marchuk was shown greeting her guest and was quoted as saying that the two "
            "armies were now one fist.",
            ("Olena Marchuk", "asserts", "the two armies were now one fist"),
        ),
        (
            "Olena Marchuk did not say what would happen to the troops.",
            ("Olena Marchuk", "silent", "did not say what would happen to the troops"),
        ),
        (
            "Olena Marchuk spoke on Monday. She has not said whether the dam stands.",
            ("Olena Marchuk", "silent", "has not said whether the dam stands"),
        ),
    ],
)
def test_claim_has_its_speaker_and_stance(text, expected):
    assert expected in claims(text)


def test_not_saying_something_is_no_silence():
    assert claims("Olena Marchuk did not say the dam had burst.") == set()


def test_body_without_a_name_is_taken_up_by_its_noun():
    said = claims(
        "The Kenyan coast guard said the boats had come too close. On Monday the coast guard said "
        "they had left."
    )
    assert {speaker for speaker, _, _ in said} == {"Coast Guard of Kenya"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vareno Trading Ltd is owned in turn by a Kenyan foundation, the Aurelia Stiftung.",
            ("Aurelia Stiftung", "owns", "Vareno Trading Ltd"),
        ),
        (
            "It used Varenobank, a Kenyan state bank under EU sanctions.",
            ("European Union", "sanctions", "Varenobank"),
        ),
        (
            "Ivan Popko is married to the sister of Olena Marchuk.",
            ("Ivan Popko", "family_of", "Olena Marchuk"),
        ),
        (
            "The three regions (Donetsk, Luhansk and Kherson), which Russia annexed, are poor.",
            ("Russia", "annexed", "Kherson"),
        ),
        (
            "North Korea sent thousands of troops to Russia.",
            ("North Korea", "deployed_to", "Russia"),
        ),
        (
            "Police searched Vareno Trading Ltd and its owner Ivan Popko.",
            ("Ivan Popko", "owns", "Vareno Trading Ltd"),
        ),
        (
            "It took aim at Imperial Yachts, based in Monaco.",
            ("Imperial Yachts", "located_in", "Monaco"),
        ),
        (
            "Kenya and Ghana are closely allied in trade.",
            ("Ghana", "allied_with", "Kenya"),
        ),
        (
            "Russian forces attacked in Sumy and Kursk oblasts.",
            ("Armed Forces of Russia", "attacked", "Kursk"),
        ),
        (
            "The channel Vid, whose author calls himself Botsman, has 30,000 subscribers.",
            ("Botsman", "runs", "Vid"),
        ),
        (
            "Meeting with Roman Aldren\n\nRoman Aldren has been appointed governor.\n\n"
            "Olena Marchuk: Good afternoon. You know the region.",
            ("Olena Marchuk", "met_with", "Roman Aldren"),
        ),
        (
            "The President met Roman Aldren. Dmitry Medvedev was there. President of Russia "
            "Vladimir Putin: Good afternoon.",
            ("Roman Aldren", "met_with", "Vladimir Putin"),
        ),
    ],
)
def test_relation_is_read(text, expected):
    assert expected in triples(text)
