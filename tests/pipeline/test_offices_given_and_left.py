"""Offices told by posts, appointments and promotions: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers approved the appointment of Ada Quill, an ambassador, as president of Ghana.",
        "Ada Quill's election as president of Ghana was close.",
        "Ada Quill left her post as Ghana's president in May.",
        "Ada Quill served two terms as president of Ghana.",
        "In her capacity as president of Ghana, Ada Quill signed the law.",
        "Ada Quill rose to president of Ghana.",
        "Ada Quill assumed the presidency of Ghana.",
    ],
)
def test_who_has_a_post_or_is_appointed_as_something_holds_the_office(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president appointed diplomat Peter Mwangi as acting prime minister.",
        "Kenya's president appointed a long-serving career diplomat Peter Mwangi as minister.",
        "Kenya's parliament named the former banker Peter Mwangi prime minister.",
    ],
)
def test_who_is_put_in_office_may_be_called_something_before_the_name(text: str) -> None:
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill could become prime minister of Ghana.",
        "Ada Quill wants to become president of Ghana.",
        "Ada Quill ran for president of Ghana in 2016.",
        "Ada Quill was a candidate for mayor of Tamale.",
    ],
)
def test_who_may_be_or_wants_to_be_something_is_not_yet(text: str) -> None:
    assert triples(text, "holds_office") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill is in charge of Copper Bank.",
        "Ada Quill was put in charge of Copper Bank.",
        "Ada Quill has been at the helm of Copper Bank for ten years.",
    ],
)
def test_who_is_in_charge_or_at_the_helm_of_a_body_heads_it(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Copper Bank")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, 52, head of Copper Bank, left.",
        "A former director of Copper Bank, Ada Quill lives in Norway.",
        "Once the head of Copper Bank, Ada Quill left.",
        "Copper Bank founder and CEO Ada Quill left.",
        "The director of the company Copper Bank, Ada Quill, left.",
    ],
)
def test_an_office_is_told_past_an_age_before_the_subject_or_in_a_pair(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Copper Bank")}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's newly elected president Ada Quill left.",
        "Ghana's Deputy Prime Minister and Foreign Minister Ada Quill left.",
        "Ada Quill, Ghana's ambassador in Oslo, left.",
    ],
)
def test_the_owner_of_a_title_is_found_past_what_else_the_title_says(text: str) -> None:
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Ghana")}


@pytest.mark.parametrize(
    "text",
    [
        "A law by the president of Ghana, Ada Quill argued, was wrong.",
        "A day after the president of Ghana left, Ada Quill returned.",
    ],
)
def test_what_opens_a_sentence_need_not_describe_its_subject(text: str) -> None:
    assert triples(text, "holds_office") == set()
