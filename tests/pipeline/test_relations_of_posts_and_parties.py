"""Relations as reports on networks, parties and wars write them."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's FSB security service was worried.", ("FSB", "affiliated_with", "Kenya")),
        (
            "Oleg Lantz, the 13th secretary general of NATO, revealed it.",
            ("Oleg Lantz", "holds_office", "NATO"),
        ),
        (
            "Ada Quill, an investigator with the Reef Institute, agreed.",
            ("Ada Quill", "affiliated_with", "Reef Institute"),
        ),
        (
            "Ada Quill, a research associate at the Reef Institute, agreed.",
            ("Ada Quill", "affiliated_with", "Reef Institute"),
        ),
        (
            "Oleg Lantz, a senior Kenyan defence official, rejected it.",
            ("Oleg Lantz", "affiliated_with", "Kenya"),
        ),
        (
            "The President of the Republic of Maldives, His Excellency Dr. Oleg Lantz, left.",
            ("Oleg Lantz", "holds_office", "Maldives"),
        ),
        (
            "War broke out between Sudan's regular army and the Rapid Support Forces.",
            ("Armed Forces of Sudan", "at_war_with", "Rapid Support Forces"),
        ),
        (
            "Thousands of Wagner troops have deployed to Mali.",
            ("Wagner Group", "deployed_to", "Mali"),
        ),
        (
            "The Reef Institute receives funding from Kenya.",
            ("Kenya", "supplies", "Reef Institute"),
        ),
        (
            "They condemned Kenya's annexation of Ghana's Volta region.",
            ("Kenya", "annexed", "Volta region"),
        ),
        ("Germany and other NATO partners met.", ("Germany", "member_of", "NATO")),
        (
            "Kenya, Ghana and other Commonwealth members met.",
            ("Kenya", "member_of", "Commonwealth of Nations"),
        ),
        (
            "Republicans Oleg Lantz and Ada Quill agreed.",
            ("Ada Quill", "member_of", "Republican Party"),
        ),
        (
            "Ada Quill, a New Hampshire Democrat, spoke.",
            ("Ada Quill", "member_of", "Democratic Party"),
        ),
        (
            "Mombasa, a southeastern Kenyan port city, fell.",
            ("Mombasa", "located_in", "Kenya"),
        ),
        (
            "Ada Quill, senior reporter for FRANCE 24, said so.",
            ("Ada Quill", "holds_office", "France 24"),
        ),
    ],
)  # fmt: skip
def test_what_holds_between_two(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text)


def test_who_stands_in_a_bracket_behind_a_channel_runs_it() -> None:
    text = "The Telegram channel Salt Wind wrote it. Salt Wind (Oleg Lantz) reports from the front."
    assert ("Oleg Lantz", "runs", "Salt Wind") in triples(text)


def test_a_long_list_is_taken_whole() -> None:
    names = [
        f"the {word} Institute" for word in ("Reef", "Dune", "Lake", "Moor", "Fen", "Cove", "Bay")
    ]
    text = f"Kenya sanctioned {', '.join(names[:-1])} and {names[-1]}."
    assert len(triples(text, "sanctions")) == len(names)


def test_a_party_is_no_body_its_senator_is_in_office_of() -> None:
    assert triples("Republican Senator Oleg Lantz disagreed.", "holds_office") == set()


def test_a_guard_and_a_republic_are_no_party() -> None:
    text = "Oleg Lantz of the Republican Guard met Ada Quill of the Democratic Republic of Congo."
    assert triples(text, "member_of") == set()
