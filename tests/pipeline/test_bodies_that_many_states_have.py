"""Whose "the Senate" and "the State Department" are."""

from __future__ import annotations

import pytest

from tests.reading import read

SERVICE = "Foreign Intelligence Service"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Bolivia's Senate voted.", "Senate of Bolivia"),
        ("The Philippines' Congress voted.", "Congress of Philippines"),
        ("The Senate of Kenya voted.", "Senate of Kenya"),
        ("The Kenyan Congress voted.", "Congress of Kenya"),
        ("Bolivia votes on Sunday. Ada Quill led the Senate before.", "Senate of Bolivia"),
        ("Nigeria's president spoke to Ghana's. The Senate agreed.", "Senate"),
        ("The US and Kenya agreed. The Senate voted.", "US Senate"),
        ("The Senate blocked it. President Joe Biden agreed.", "US Senate"),
        ("The State Department said no.", "US State Department"),
    ],
)
def test_a_body_that_many_states_have_is_of_the_state_beside_it_or_spoken_of(
    text: str, body: str
) -> None:
    bodies = [e.name for e in read(text).entities.values() if e.type == "Organization"]
    assert bodies == [body]


def test_a_known_body_behind_a_demonym_is_that_body() -> None:
    found = read("They met four Iranian Revolutionary Guards.")
    bodies = {e.name for e in found.entities.values() if e.type == "Organization"}
    assert bodies == {"Islamic Revolutionary Guard Corps"}
    spelled = read(
        "It joined the United Nations Educational, Scientific and Cultural Organization."
    )
    assert [e.name for e in spelled.entities.values()] == ["UNESCO"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"The Romanian {SERVICE} left.", f"{SERVICE} of Romania"),
        (f"The {SERVICE} of Ukraine left.", f"{SERVICE} of Ukraine"),
        (f"The {SERVICE} left.", "SVR"),
        ("Russia agreed. The State Department said no.", "US State Department"),
    ],
)
def test_a_service_or_department_is_of_another_state_only_where_that_is_said(
    text: str, body: str
) -> None:
    bodies = [e.name for e in read(text).entities.values() if e.type == "Organization"]
    assert bodies == [body]
