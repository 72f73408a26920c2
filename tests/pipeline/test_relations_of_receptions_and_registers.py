"""Credentials, openings, registers and seats that are visited: each test is a claim."""

from __future__ import annotations

from tests.reading import triples


def test_whoever_presents_credentials_meets_who_receives_them() -> None:
    text = "Ada Quill presented her credentials to President Ivan Popko."
    assert triples(text, "met_with") == {("Ada Quill", "met_with", "Ivan Popko")}


def test_visit_to_the_seat_of_a_body_is_to_the_city_it_is_in() -> None:
    text = (
        "During his visit to the headquarters of the African Union in Addis Ababa, "
        "Otto Kern met Ada Quill."
    )
    assert triples(text, "visited") == {("Otto Kern", "visited", "Addis Ababa")}


def test_company_belongs_to_whom_it_is_registered_to() -> None:
    text = "Lantern Media Ltd is registered to Ada Quill."
    assert triples(text) == {("Ada Quill", "owns", "Lantern Media Ltd")}


def test_part_in_the_opening_of_an_event_is_part_in_the_event() -> None:
    text = "Otto Kern took part in the opening of the Munich Security Conference."
    assert triples(text) == {("Otto Kern", "participated_in", "Munich Security Conference")}
