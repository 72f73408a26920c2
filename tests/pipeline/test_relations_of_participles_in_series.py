"""Passive participles in a series, behind a phrase and within a list belong to one noun."""

from __future__ import annotations

from tests.reading import triples


def test_three_passives_of_one_subject_share_it() -> None:
    assert triples(
        "Hamas is financed by Ghana, trained by Kenya and backed by Togo.", "supports"
    ) == {(state, "supports", "Hamas") for state in ("Ghana", "Kenya", "Togo")}
    assert triples(
        "Lantern Group is owned by Kettle Bank, managed by Otto Kern and financed by Ghana.",
        "owns", "runs", "supplies",
    ) == {
        ("Kettle Bank", "owns", "Lantern Group"),
        ("Otto Kern", "runs", "Lantern Group"),
        ("Ghana", "supplies", "Lantern Group"),
    }  # fmt: skip


def test_nobody_is_financed_who_only_acts_beside_passives() -> None:
    assert not triples(
        "The separatists are armed by Kenya, financed by Kettle Bank and led by Otto Kern."
    )


def test_third_passive_after_an_adverbial_one_has_the_same_subject() -> None:
    text = "Kidal was attacked by Wagner, defended by the rebels and visited by Otto Kern."
    assert triples(text, "visited") == {("Otto Kern", "visited", "Kidal")}


def test_second_participle_behind_a_phrase_describes_what_the_first_does() -> None:
    text = (
        "Otto Kern works at the Kettle Institute, "
        "a foundation based in Geneva and financed by Kenya."
    )
    assert triples(text, "supports") == {("Kenya", "supports", "Kettle Institute")}


def test_participle_between_the_names_of_a_list_describes_the_name_before_it() -> None:
    assert triples(
        "Canada sanctioned Kettle Bank, Lantern Group, owned by Otto Kern, and Amber Freight."
    ) == {
        ("Canada", "sanctions", "Kettle Bank"),
        ("Canada", "sanctions", "Lantern Group"),
        ("Canada", "sanctions", "Amber Freight"),
        ("Otto Kern", "owns", "Lantern Group"),
    }
    assert triples(
        "Kettle Institute, the magazine Amber Tribune, edited by Ada Quill, and Lantern Group "
        "received money from Moscow.",
        "runs",
    ) == {("Ada Quill", "runs", "Amber Tribune")}
