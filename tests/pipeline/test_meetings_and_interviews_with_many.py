"""Who meets whom in lists and with whose participation, and whose an interview's answers are."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, read, triples


def test_whoever_took_part_in_a_meeting_met_the_others() -> None:
    text = (
        "The fifth meeting of ministers was held in Accra on 23 February with the participation "
        "of Kenyan Foreign Minister Otto Kern and Foreign Minister of Togo Ada Quill at the "
        "invitation of Ghanaian Foreign Minister Ivan Popko."
    )
    assert triples(text, "met_with") == {
        ("Ada Quill", "met_with", "Otto Kern"),
        ("Ada Quill", "met_with", "Ivan Popko"),
        ("Ivan Popko", "met_with", "Otto Kern"),
    }
    text = "The participation of Ada Quill and Otto Kern in the race surprised nobody."
    assert triples(text, "met_with") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They spoke of cooperation among Turkey, Azerbaijan, and Turkmenistan.",
            {
                ("Azerbaijan", "cooperates_with", "Turkey"),
                ("Azerbaijan", "cooperates_with", "Turkmenistan"),
                ("Turkmenistan", "cooperates_with", "Turkey"),
            },
        ),
        (
            "The companies, Kettle Ltd, Lantern Ltd, and Otter Ltd, are owned by Ada Quill.",
            {
                ("Ada Quill", "owns", "Kettle Ltd"),
                ("Ada Quill", "owns", "Lantern Ltd"),
                ("Ada Quill", "owns", "Otter Ltd"),
            },
        ),
        (
            "Kenyan forces attacked in the Lyman direction, in the Bakhmut area.",
            set(),
        ),
    ],
)
def test_every_name_of_a_list_is_read_and_places_of_a_list_do_not_hold_each_other(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    found = {t for t in triples(text) if t[1] in ("cooperates_with", "owns", "located_in")}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Reuters reported that Otto Kern said Kenya lost.", {"Reuters"}),
        ("Reuters reported that Otto Kern in a speech said Kenya lost.", {"Reuters"}),
    ],
)
def test_an_outlet_that_reports_what_somebody_said_passes_it_on(text: str, via: set[str]) -> None:
    assert claims(text) == {("Otto Kern", "asserts", "Kenya lost")}
    found = read(text)
    assert {found.channels[c.via].name for c in found.claims if c.via is not None} == via
    kept = claims("RT claimed that Otto Kern said Kenya lost.")
    assert ("RT", "asserts", "Otto Kern said Kenya lost") in kept


def test_who_is_told_something_is_not_what_it_takes_up() -> None:
    text = "The source told Reuters the house was used. It was flattened by Israeli missiles."
    assert triples(text, "attacked") == set()


def test_an_outlet_that_asks_is_no_poster_and_the_answers_are_of_who_is_asked() -> None:
    asked = ("What did you see?", "Do you think Kenya wants it?", "Do you see a risk?")
    told = ("We saw tanks at the border.", "Kenya always wanted it.", "The risk is very real.")
    turns = "\n\n".join(
        f"Otter Daily: {question}\n\n{answer}" for question, answer in zip(asked, told, strict=True)
    )
    text = f"Interview of Ada Quill with the newspaper Otter Daily\n\n{turns}"
    assert {(who, what) for who, _, what in claims(text)} == {
        ("Ada Quill", answer.removesuffix(".")) for answer in told
    }


def test_a_given_name_goes_on_behind_its_hyphen() -> None:
    people = {e.name for e in read("He met Emad-Eddin Mustafa Adawi.").entities.values()}
    assert people == {"Emad-Eddin Mustafa Adawi"}
    assert channels("He met Emad-Eddin Mustafa Adawi.") == {}


def test_whose_surname_in_capitals_labels_a_turn_speaks_though_nobody_names_him() -> None:
    text = (
        "MS. LIND: How do you see the war in Kenya today, and what will come of it?\n\n"
        "MR. POPKO: I think that Kenya has won the war by now. Its soldiers have gone home."
    )
    found = read(text)
    assert {e.name for e in found.entities.values() if e.type == "Person"} == {"Lind", "Popko"}
    assert ("Popko", "asserts", "Its soldiers have gone home") in claims(text)


def test_who_bears_a_religious_title_holds_his_office_and_an_alliance_accuses() -> None:
    text = "He met Afghan Foreign Minister Mawlawi Otto Kern."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Afghanistan")}
    text = "A rebel alliance in northern Kenya accused soldiers of killing 24 civilians."
    said = ("rebel alliance in northern Kenya", "asserts", "soldiers of killing 24 civilians")
    assert claims(text) == {said}
