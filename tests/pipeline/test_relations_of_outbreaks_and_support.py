"""Where wars break out and in whose support troops are sent: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize("link", ["after", "following", "since"])
def test_a_body_is_not_where_that_was_after_which_it_was_founded(link: str) -> None:
    text = f"Lantern Media was founded {link} the riots in Tamale."
    assert triples(text, "located_in") == set()


def test_a_war_that_breaks_out_at_a_place_is_fought_there_by_both() -> None:
    text = "War broke out in Tamale in May between Kenya and Hezbollah."
    assert triples(text, "fought_at") == {
        ("Kenya", "fought_at", "Tamale"),
        ("Hezbollah", "fought_at", "Tamale"),
    }


def test_who_exchanges_attacks_is_at_war_but_not_with_words() -> None:
    text = "Hezbollah has been exchanging {} with Kenya since October."
    assert triples(text.format("attacks"), "at_war_with") == {("Hezbollah", "at_war_with", "Kenya")}
    assert triples(text.format("verbal attacks"), "at_war_with") == set()


def test_troops_sent_in_support_of_somebody_support_him() -> None:
    text = "Kenya sent troops to Tamale in support of Ghana."
    assert triples(text, "supports") == {("Kenya", "supports", "Ghana")}


def test_the_vicinity_of_a_place_counts_as_the_place() -> None:
    text = "Kenya has deployed 500 soldiers in the vicinity of Tamale."
    assert triples(text, "deployed_to") == {("Kenya", "deployed_to", "Tamale")}


@pytest.mark.parametrize("place", ["", " in Togo"])
def test_a_backed_group_is_whom_its_apposition_names(place: str) -> None:
    text = f"The Kenya-backed militant group{place}, Hezbollah, fired rockets."
    assert triples(text, "supports") == {("Kenya", "supports", "Hezbollah")}


def test_linked_channels_are_all_that_a_list_behind_them_names() -> None:
    text = "The three RT-linked channels—Kettle News, Tamale Post, and Kumasi Times—have grown."
    assert triples(text, "affiliated_with") == {
        ("Kettle News", "affiliated_with", "RT"),
        ("Tamale Post", "affiliated_with", "RT"),
        ("Kumasi Times", "affiliated_with", "RT"),
    }


def test_a_backed_group_is_not_who_tells_of_it() -> None:
    text = "The Kenya-backed group, Hezbollah said, left Togo."
    assert triples(text, "supports") == set()


@pytest.mark.parametrize(
    "opening", ["Togo reacted to", "Togo protested against", "It was a response to"]
)
def test_who_is_reacted_to_does_what_the_gerund_behind_him_says(opening: str) -> None:
    text = f"{opening} Kenya shelling Kumasi."
    assert triples(text, "attacked") == {("Kenya", "attacked", "Kumasi")}


def test_who_reacts_by_a_gerund_behind_a_comma_does_it_himself() -> None:
    text = "Kenya retaliated against Ghana, shelling Kumasi."
    assert ("Kenya", "attacked", "Kumasi") in triples(text, "attacked")
