"""National branches of bodies, named by the body's initials and the country's name."""

from __future__ import annotations

from tests.reading import claims, read


def organizations(text: str) -> set[str]:
    """The names of the organizations found in a text."""
    return {e.name for e in read(text).entities.values() if e.type == "Organization"}


def test_initials_in_brackets_before_a_state_are_inside_the_name_of_a_branch() -> None:
    text = "Kumasi Press Union (KPU) Togo has published a report. KPU Togo said the law was unjust."
    assert organizations(text) == {"Kumasi Press Union Togo"}
    assert claims(text) == {("Kumasi Press Union Togo", "asserts", "the law was unjust")}


def test_a_headline_may_shorten_a_branch_that_the_text_names_in_full_later() -> None:
    text = "KPU Togo: Rivers are rising\n\nKumasi Press Union (KPU) Togo has published a report."
    assert organizations(text) == {"Kumasi Press Union Togo"}


def test_explained_initials_before_a_state_name_a_branch_and_not_the_state() -> None:
    text = "The Kumasi Press Union (KPU) met. KPU Togo said the law was unjust."
    assert claims(text) == {("KPU Togo", "asserts", "the law was unjust")}


def test_a_state_behind_a_body_with_an_article_and_initials_opens_a_clause() -> None:
    text = "After it left the Reef Union (RU) Kenya closed its border."
    assert organizations(text) == {"Reef Union"}
