"""Names by what they do and where they end: papers that report, bodies before offices."""

from __future__ import annotations

import pytest

from tests.reading import claims, read


def names(text: str) -> set[tuple[str, str]]:
    """The nodes of a text by type and name, its outlets as channels."""
    found = read(text)
    nodes = {(e.type, e.name) for e in found.entities.values()}
    return nodes | {("Channel", c.name) for c in found.channels.values()}


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Metro also reported that a bridge had fallen.", "Metro"),
        ("“A bridge fell,” said Cincinnati’s Enquirer.", "Enquirer"),
        ("“A bridge fell,” said Raleigh’s News & Observer.", "News & Observer"),
    ],
)
def test_plain_words_of_a_city_or_behind_the_article_that_report_are_an_outlet(
    text: str, outlet: str
) -> None:
    assert ("Channel", outlet) in names(text)
    assert {speaker for speaker, _, _ in claims(text)} == {outlet}


@pytest.mark.parametrize(
    "text",
    [
        "The Commission reported that a bridge had fallen.",
        "“A bridge fell,” said Kumasi’s Mayor.",
        "“A bridge fell,” said Kumasi’s Popko.",
    ],
)
def test_bodies_offices_and_people_that_report_are_no_outlet(text: str) -> None:
    assert "Channel" not in {type_ for type_, _ in names(text)}


def test_what_closes_a_list_of_regions_or_adjoins_is_a_place() -> None:
    text = "Its troops advanced into Karaga and Amhara regions and took neighbouring Wadanga."
    assert names(text) == {("Place", "Karaga"), ("Place", "Amhara"), ("Place", "Wadanga")}


def test_acronyms_that_are_read_as_words_may_have_small_letters() -> None:
    assert names("Talks led by Asean and Ecowas went on.") == {
        ("Organization", "ASEAN"),
        ("Organization", "ECOWAS"),
    }


def test_plain_words_of_which_somebody_has_shares_are_a_company() -> None:
    text = "Otto Kern bought 25% of Video International in 2010."
    assert names(text) == {("Person", "Otto Kern"), ("Organization", "Video International")}


def test_a_share_of_a_plural_is_of_no_company() -> None:
    assert "Organization" not in {t for t, _ in names("A majority of Members agreed.")}


def test_a_body_ends_before_the_office_that_a_name_follows() -> None:
    text = "Kenyan Eastern Group of Forces Spokesperson Colonel Otto Kern left."
    assert names(text) == {
        ("Organization", "Kenyan Eastern Group of Forces"),
        ("Person", "Otto Kern"),
    }


def test_a_list_that_a_ministry_opens_goes_on_with_fields_or_with_bodies() -> None:
    bodies = "They attacked the Ministry of Trade, National Harbour Committee, and NATO."
    fields = "They attacked the Ministry of Trade, Industry and Energy."
    assert names(bodies) == {
        ("Organization", "Ministry of Trade"),
        ("Organization", "National Harbour Committee"),
        ("Organization", "NATO"),
    }
    assert names(fields) == {("Organization", "Ministry of Trade, Industry and Energy")}


@pytest.mark.parametrize(
    ("headline", "lands"),
    [
        ("Minister Quill and US Secretary of State Popko Discuss Bold Strategies", {"Kenya"}),
        ("President Popko Visits Ghana And Togo", {"Ghana", "Togo"}),
    ],
)
def test_a_surname_behind_a_title_ends_before_the_verb_of_a_headline(
    headline: str, lands: set[str]
) -> None:
    found = names(f"{headline}\n\nIvan Popko came from Kenya and met Ada Quill.")
    assert found - {("State", "Kenya"), ("State", "United States")} == {
        ("Person", "Ivan Popko"),
        ("Person", "Ada Quill"),
        *(("State", land) for land in lands - {"Kenya"}),
    }


def test_a_count_of_soldiers_is_no_part_of_the_name_before_it() -> None:
    text = "Kenya deployed in the vicinity of Chanzu 500 special forces soldiers."
    assert names(text) == {("State", "Kenya"), ("Place", "Chanzu")}


def test_troops_of_a_ministry_are_named_apart_from_it() -> None:
    assert names("The Internal Troops of the Interior Ministry left.") == {
        ("ArmedGroup", "Internal Troops"),
        ("Organization", "Ministry of Internal Affairs"),
    }


def test_a_summit_with_the_initials_of_its_body_before_it_is_one_event() -> None:
    found = names("They met at the Group of 20 (G20) Summit in Tamale.")
    assert found == {("Event", "Group of 20 (G20) Summit"), ("Place", "Tamale")}


def test_a_strategic_partnership_of_states_is_a_treaty() -> None:
    text = "They praised the Kenya–Ghana Comprehensive Strategic Partnership."
    assert ("Treaty", "Kenya–Ghana Comprehensive Strategic Partnership") in names(text)


def test_a_bridge_of_an_unknown_name_behind_the_article_is_a_place() -> None:
    assert names("Troops crossed the Antonovskiy bridge.") == {("Place", "Antonovskiy bridge")}


@pytest.mark.parametrize(
    "text",
    [
        "The Zarwa internet news site’s correspondent left.",
        "A leading newspaper, Zarwa, posted the video on its page.",
        "Zarwa’s top headline was a quotation.",
    ],
)
def test_a_noun_for_papers_or_what_only_papers_have_shows_an_outlet(text: str) -> None:
    assert names(text) == {("Channel", "Zarwa")}


def test_the_paper_of_a_city_leaves_the_city_a_place() -> None:
    assert ("Place", "Kumasi") in names("The Kumasi news site left.")


def test_a_list_behind_a_double_dash_is_of_the_noun_before_it() -> None:
    found = names("The attack hit three banks -- Shindan, NongTap and Jelu -- on Monday.")
    assert found == {("Organization", bank) for bank in ("Shindan", "NongTap", "Jelu")}
