"""Whose "its director" and "his party" are, where an outlet reports or somebody is quoted."""

from __future__ import annotations

import pytest

from tests.reading import only, triples


@pytest.mark.parametrize("outlet", ["Reuters", "The Baltic News Service"])
def test_its_director_is_of_the_body_that_an_outlet_reports_on(outlet: str) -> None:
    text = f"{outlet} reported that Gazprom had lost billions. Its director, Otto Kern, denied it."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Gazprom")}


@pytest.mark.parametrize(
    "before",
    [
        "Reuters reported that Gazprom had lost billions.",
        "Reuters is owned by Gazprom.",
    ],
)
def test_its_editor_is_of_the_paper_itself(before: str) -> None:
    text = f"{before} Its editor, Otto Kern, left."
    assert triples(text, "holds_office") <= {("Otto Kern", "holds_office", "Reuters")}


@pytest.mark.parametrize("said", ["he said", "said Ivan Popko"])
def test_his_party_is_of_who_is_quoted_and_not_of_whom_he_speaks_of(said: str) -> None:
    text = (
        f"Ivan Popko left. “Otto Kern has failed,” {said}. "
        "His party, the Revival Party, leads the polls."
    )
    assert triples(text, "affiliated_with") == {("Ivan Popko", "affiliated_with", "Revival Party")}


def test_whom_only_a_quotation_names_is_taken_up_where_nobody_else_can_be() -> None:
    text = "“Otto Kern has failed,” it says. His party, the Revival Party, leads the polls."
    assert triples(text, "affiliated_with") == {("Otto Kern", "affiliated_with", "Revival Party")}


def test_his_colleague_is_another_person_than_the_one_before() -> None:
    text = (
        "Otto Kern, the Kenyan minister of defence, and his Ghanaian colleague Ivan Popko "
        "met on Friday."
    )
    assert triples(text, "holds_office") == {
        ("Otto Kern", "holds_office", "Kenya"),
        ("Ivan Popko", "holds_office", "Ghana"),
    }


def test_a_counterpart_of_somebody_without_a_title_has_an_office_without_one() -> None:
    office = only("Ivan Popko met his Kenyan counterpart, Ada Quill, in Accra.", "holds_office")
    assert office.attributes == {}
