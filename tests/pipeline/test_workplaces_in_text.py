"""Whom people work for, and whose outlets are: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import only, triples

_AFFILIATED = ("affiliated_with", "holds_office")


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi from the Reef Institute said the dam was safe.",
        "Analyst Peter Mwangi with the Reef Institute disagreed.",
        "According to Peter Mwangi at the Reef Institute, the dam was safe.",
        "Harbour pilot Peter Mwangi from the Reef Institute spoke.",
        "She asked maritime analyst Peter Mwangi from the Reef Institute.",
    ],
)
def test_a_link_between_a_name_and_its_verb_ties_a_body_to_the_name(text: str) -> None:
    pairs = {(a, b) for a, _, b in triples(text, *_AFFILIATED)}
    assert pairs == {("Peter Mwangi", "Reef Institute")}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Mwangi, a geologist at the Reef Institute, disagreed.",
        "Peter Mwangi, a drone operator with the 92nd Assault Brigade, disagreed.",
        "Peter Mwangi, a lecturer in maritime law at the Reef Institute, disagreed.",
        '"It failed," said Peter Mwangi, an Arctic specialist from the Reef Institute.',
    ],
)
def test_what_an_aside_calls_somebody_with_a_body_is_an_affiliation(text: str) -> None:
    assert {a for a, _, _ in triples(text, *_AFFILIATED)} == {"Peter Mwangi"}


@pytest.mark.parametrize(
    "text",
    [
        "She met Peter Mwangi at the Reef Institute.",
        "She met President Peter Mwangi at the Reef Institute.",
        "Peter Mwangi, a guest at the Reef Institute, left.",
        "Peter Mwangi, a critic of the Reef Institute, left.",
        "Peter Mwangi, rumours from the Reef Institute say, left.",
    ],
)
def test_where_somebody_only_is_he_does_not_work(text: str) -> None:
    assert triples(text, *_AFFILIATED) == set()


def test_nouns_behind_the_name_of_a_body_only_say_what_it_is() -> None:
    text = "Marta Quill, CEO of the Sable Media analyst group, spoke."
    assert only(text, "holds_office").attributes == {"title": "CEO"}
    assert triples("Marta Quill is head of the Kenyan analyst group.", "holds_office") == set()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sable Media's vice president of engineering, Marta Quill,", "vice president of"),
        ("UN special rapporteur on torture Marta Quill", "special rapporteur on torture"),
        ("UN special envoy for Kenya Marta Quill", "special envoy"),
        ("The UN special envoy for Kenya, Marta Quill,", "special envoy"),
    ],
)
def test_a_field_or_a_country_behind_a_title_leaves_it_to_the_body_in_front(
    text: str, title: str
) -> None:
    office = only(f"{text} resigned.", "holds_office")
    assert office.target != "state:KE"
    assert office.attributes["title"].startswith(title)


def test_who_leads_a_platform_holds_an_office_of_the_company() -> None:
    text = "TikTok's head of product, Marta Quill, resigned."
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "TikTok")}


@pytest.mark.parametrize(
    "listed",
    [
        "state media outlets RT, TASS and RIA Novosti",
        "state-run outlets, including RT, TASS and RIA Novosti,",
        "state media such as RT, TASS and RIA Novosti",
        "state-controlled news agencies like RT, TASS and RIA Novosti",
    ],
)
def test_every_outlet_of_a_list_is_the_states_whose_outlets_are_listed(listed: str) -> None:
    found = triples(f"Russian {listed} carried the story.", "affiliated_with")
    assert found == {(name, "affiliated_with", "Russia") for name in ("RT", "TASS", "RIA Novosti")}


def test_outlets_that_take_a_side_or_only_appear_in_a_state_are_not_the_states() -> None:
    assert triples("Pro-Russian outlets such as RT and TASS left.", "affiliated_with") == set()
    assert triples("Russian outlets such as RT and TASS left.", "affiliated_with") == set()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kenya's UN envoy Marta Quill spoke.", "Kenya"),
        ("Kenya's deputy UN ambassador Marta Quill spoke.", "Kenya"),
        ("NATO's commander in Kosovo, Marta Quill, spoke.", "NATO"),
        ("The prime minister of neighbouring Kenya, Marta Quill, spoke.", "Kenya"),
        ("Marta Quill, the boss of Kenya's state gas giant Gazprom, spoke.", "Gazprom"),
    ],
)
def test_the_body_of_a_title_is_found_past_seats_and_kinds(text: str, body: str) -> None:
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", body)}


def test_a_mayor_is_of_the_one_place_he_tells_of() -> None:
    found = triples("Mayor Marta Quill said Kharkiv was under attack.", "holds_office")
    assert found == {("Marta Quill", "holds_office", "Kharkiv")}
    assert triples("Mayor Marta Quill left for Kharkiv.", "holds_office") == set()
    two = "Mayor Marta Quill said the road from Kharkiv to Sumy was closed."
    assert triples(two, "holds_office") == set()


def test_a_kind_may_stand_between_of_and_a_party() -> None:
    found = triples("Marta Quill of the opposition Fidesz party spoke.", "affiliated_with")
    assert found == {("Marta Quill", "affiliated_with", "Fidesz")}


@pytest.mark.parametrize(
    ("called", "whose"),
    [
        ("a former officer in the Kenyan security service", "Security Service of Kenya"),
        ("a major of the Kenyan secret service", "Secret Service of Kenya"),
        ("a former Kenyan security service officer", "Kenya"),
    ],
)
def test_who_serves_in_a_service_of_a_state_is_of_it(called: str, whose: str) -> None:
    found = triples(f"Marta Quill, {called}, left.", *_AFFILIATED)
    assert found == {("Marta Quill", "affiliated_with", whose)}


def test_somebodys_man_somewhere_belongs_to_him() -> None:
    found = triples("Peter Mwangi's man in Tamale, John Otieno, left.", "affiliated_with")
    assert found == {("John Otieno", "affiliated_with", "Peter Mwangi")}
