"""Where names end: particles, ranks, commas, points of the compass, months that are people."""

from __future__ import annotations

import pytest

from tests.reading import read, triples


def _named(text: str) -> set[tuple[str, str]]:
    """Each entity of a text as (type, name)."""
    return {(e.type, e.name) for e in read(text).entities.values()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The daughter of former president Otto Eduardo dos Quillos is accused.",
         ("Person", "Otto Eduardo dos Quillos")),
        ("Jan Quill from the Reef Institute spoke.", ("Person", "Jan Quill")),
        ("The Center for Rivers, Lakes and Dams (CRLD) spoke.",
         ("Organization", "Center for Rivers, Lakes and Dams")),
        ("Troops left the village in eastern Talania.", ("Place", "Talania")),
        ("The video was shared by the far-right party Kenya First.",
         ("Organization", "Kenya First")),
        ("He met leaders of Latin American countries.", ("Place", "Latin America")),
        ("Cleric Otto Quill spoke.", ("Person", "Otto Quill")),
    ],
)  # fmt: skip
def test_name_is_whole_and_of_its_type(text: str, expected: tuple[str, str]) -> None:
    assert expected in _named(text)


def test_latin_american_countries_are_not_the_united_states() -> None:
    assert ("State", "United States") not in _named("He toured Latin American countries.")


def test_rank_behind_a_unit_is_of_who_follows() -> None:
    text = "Spokesman for Kenya's Eastern Group of Forces Colonel Otto Quill spoke."
    assert {(s, t) for s, _, t in triples(text, "holds_office")} == {
        ("Otto Quill", "Eastern Group of Forces of Kenya")
    }


def test_both_places_before_a_plural_noun_for_places_are_places() -> None:
    text = "Police met protesters at Lantry and Brnyak checkpoints."
    assert {("Place", "Lantry"), ("Place", "Brnyak")} <= _named(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is vital both Kenya & Ghana show restraint.", {"Kenya", "Ghana"}),
        ("Sun 26th September 2021 | 11:00 PM\n\nShe spoke.", set()),
        ("Ada Quill, Minister for Europe and Foreign Affairs of Kenya, spoke.",
         {"Ada Quill", "Kenya"}),
    ],
)  # fmt: skip
def test_marks_days_and_fields_of_office_make_no_names(text: str, names: set[str]) -> None:
    assert {name for _, name in _named(text)} == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maj.-Gen. Otto Quill spoke.", ("Person", "Otto Quill")),
        ("He leads the 26 Task Force Brigade.", ("ArmedGroup", "26 Task Force Brigade")),
        ("President of Argentina Quill arrives in Kenya.", ("State", "Argentina")),
        ("He was killed in Dahieh, the quiet neighborhood of Beirut.", ("Place", "Beirut")),
        ("She met the Minister of State for Information and Broadcasting Otto Quill.",
         ("Person", "Otto Quill")),
    ],
)  # fmt: skip
def test_titles_units_and_quarters_end_where_they_do(text: str, expected: tuple[str, str]) -> None:
    assert expected in _named(text)


def test_title_cut_short_ends_no_sentence() -> None:
    found = read("Spokesman Lt.-Gen. Otto Quill said the dam held.")
    assert len(found.tokens.sents) == 1


@pytest.mark.parametrize("name", ["Ferdinand Marcos Jr.", "Martin Luther King Jr."])
def test_name_that_ends_in_junior_is_one_person(name: str) -> None:
    assert ("Person", name) in _named(f"President {name} said on Thursday that it was regrettable.")
