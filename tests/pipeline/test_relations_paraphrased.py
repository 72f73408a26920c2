"""Ways of wording one relation, written without regard to the patterns that should find it."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tamale has been the target of Kenyan attacks.", "Kenya attacked Tamale"),
        ("Oleg Lantz was added to the EU sanctions list.", "European Union sanctions Oleg Lantz"),
        ("Sanctions imposed by Norway on Iran hurt.", "Norway sanctions Iran"),
        ("Restrictions on Iran introduced by the EU remain.", "European Union sanctions Iran"),
        ("As president of Kenya, Ada Quill signed it.", "Ada Quill holds_office Kenya"),
        ("Ghana enjoys the support of Kenya.", "Kenya supports Ghana"),
        ("Sweden's NATO membership is new.", "Sweden member_of NATO"),
        ("In comments to CNN, Ada Quill denied it.", "CNN quoted Ada Quill"),
        (
            "On her Telegram channel, Northern Smoke, Ada Quill denied it.",
            "Ada Quill runs Northern Smoke",
        ),
        (
            "The 72nd Brigade of the Kenyan army attacked.",
            "72nd Brigade part_of Armed Forces of Kenya",
        ),
        ("Tamale hosted Ada Quill on Thursday.", "Ada Quill visited Tamale"),
        ("The leaders of Kenya and Ghana met in Accra.", "Ghana met_with Kenya"),
        (
            "The trilateral meeting of the leaders of Kenya, Ghana and Togo in Accra ended.",
            "Kenya met_with Togo",
        ),
        ("Ada Quill spoke out in favour of Kenya.", "Ada Quill supports Kenya"),
        (
            "The Board appointed Ada Quill to head the Reef Institute.",
            "Ada Quill holds_office Reef Institute",
        ),
        (
            "“No,” said Irish MEP Clara Daly in the European Parliament.",
            "Clara Daly holds_office European Parliament",
        ),
        (
            "Kenyan Prime Minister Oleg Lantz, Minister of Natural Resources and Environment Ivan "
            "Popko and Minister of Transport Ada Quill came.",
            "Ada Quill holds_office Kenya",
        ),
    ],
)
def test_a_relation_is_found_however_it_is_worded(text: str, expected: str) -> None:
    assert expected in {" ".join(triple) for triple in triples(text)}


def test_whom_a_sanctions_package_includes_is_no_part_of_who_adopted_it() -> None:
    text = "The EU included the Reef Institute in its 16th sanctions package."
    assert not triples(text, "part_of")


def test_a_unit_is_not_called_by_half_of_the_army_it_is_of() -> None:
    found = read("The 72nd Brigade of the Kenyan army attacked.")
    assert "72nd Brigade" in {entity.name for entity in found.entities.values()}


def test_a_minister_listed_behind_a_foreign_head_of_government_is_of_no_state_told() -> None:
    text = "US President Joe Biden, Chancellor Titus Aldren and Foreign Minister Ada Quill came."
    assert "Ada Quill" not in {person for person, _, _ in triples(text, "holds_office")}


def test_the_field_of_a_minister_is_no_body() -> None:
    found = read("Minister of Natural Resources and Environment Ivan Popko came.")
    assert {entity.name for entity in found.entities.values()} == {"Ivan Popko"}
