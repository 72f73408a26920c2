"""What counts as a name, what it names, and how mentions of one thing meet in one node."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import Findings, findings
from ingest.nlp.pipeline import load


def read(text: str) -> Findings:
    return findings(load()(text))


def mentions(found: Findings, id_: str) -> list[tuple[str, str]]:
    """Surface and kind of each mention of one entity, in text order."""
    entity = found.entities.get(id_)
    listed = sorted(entity.mentions, key=lambda m: m.start) if entity else []
    return [(found.tokens.span_text(m.start, m.end), m.kind) for m in listed]


def types(found: Findings) -> dict[str, str]:
    return {entity.name: entity.type for entity in found.entities.values()}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Moscow warned that it would answer.", "metonym"),
        ("The minister accused Moscow of lying.", "metonym"),
        ("Officials held talks with Moscow on Friday.", "metonym"),
        ("Moscow's defence ministry denied the report.", "metonym"),
        ("In Moscow's view, the treaty is dead.", "metonym"),
        ("They met at Moscow's request.", "metonym"),
        ("Moscow was hit by new sanctions.", "metonym"),
        ("Moscow was left out of the talks.", "metonym"),
    ],
)
def test_a_capital_that_acts_is_its_state(sentence: str, kind: str) -> None:
    assert ("Moscow", kind) in mentions(read(sentence), "state:RU")


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegates met in Moscow on Friday.",
        "She arrived in Moscow by train.",
        "The president visited Moscow last week.",
        "Moscow was shelled on Monday.",
        "Moscow was hit by missiles on Monday.",
        "Moscow, the capital of the federation, was calm.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(sentence: str) -> None:
    assert mentions(read(sentence), "place:moscow") == [("Moscow", "name")]


def test_a_demonym_mentions_the_state_and_its_soldiers_are_a_group() -> None:
    found = read("North Korean soldiers were seen near the river on Monday.")
    assert mentions(found, "state:KP") == [("North Korean", "demonym")]
    group = "armedgroup:armed-forces-of-north-korea"
    assert mentions(found, group) == [("North Korean soldiers", "nominal")]


def test_a_noun_that_only_qualifies_another_is_no_armed_group() -> None:
    found = read("A Russian military analyst wrote about the harvest.")
    assert not [e for e in found.entities.values() if e.type == "ArmedGroup"]


def test_titles_and_possessives_stay_outside_a_name() -> None:
    found = read("Defence Minister Oskar Tammsalu's office confirmed it. Tammsalu then left.")
    surfaces = [("Oskar Tammsalu", "name"), ("Tammsalu", "name")]
    assert mentions(found, "person:oskar-tammsalu") == surfaces


def test_a_body_before_a_title_is_a_name_of_its_own() -> None:
    found = read("NATO Secretary General Mark Rutte spoke in Vilnius.")
    assert types(found) == {"NATO": "Organization", "Mark Rutte": "Person", "Vilnius": "Place"}


def test_a_ministry_is_one_node_however_it_is_written() -> None:
    found = read(
        "The Russian Foreign Ministry denied it. Later the Ministry of Foreign Affairs of Russia "
        "said more."
    )
    surfaces = [surface for surface, _ in mentions(found, _ministry())]
    assert surfaces[0] == "Russian Foreign Ministry"
    assert len(surfaces) == 2


def _ministry() -> str:
    return "organization:ministry-of-foreign-affairs-of-russia"


def test_the_ministry_of_a_possessor_belongs_to_that_state() -> None:
    found = read("Ukraine's Ministry of Foreign Affairs condemned the attack.")
    ministry = found.entities["organization:ministry-of-foreign-affairs-of-ukraine"]
    assert ministry.properties["country"] == "UA"


def test_an_acronym_in_brackets_names_the_same_organization() -> None:
    found = read(
        "The Harbour Safety Institute (HSI) counted nine ships. The HSI will count again in May."
    )
    surfaces = [surface for surface, _ in mentions(found, "organization:harbour-safety-institute")]
    assert surfaces == ["Harbour Safety Institute", "HSI", "HSI"]


def test_a_common_noun_completes_the_name_of_a_region() -> None:
    found = read("Shells fell on the Kursk region and along the Kharkiv front.")
    assert types(found) == {"Kursk region": "Place", "Kharkiv front": "Place"}


def test_a_long_and_a_short_name_of_one_treaty_are_joined() -> None:
    found = read(
        "They signed the Treaty on Comprehensive Strategic Partnership between Russia and Iran. "
        "The Treaty on Comprehensive Strategic Partnership runs for twenty years."
    )
    treaties = [e for e in found.entities.values() if e.type == "Treaty"]
    assert [len(t.mentions) for t in treaties] == [2]


def test_treaties_of_different_years_stay_two() -> None:
    found = read(
        "The 1961 Treaty of Friendship lapsed long ago. The 2000 Treaty of Friendship replaced it."
    )
    treaties = [e for e in found.entities.values() if e.type == "Treaty"]
    assert sorted(t.properties["year"] for t in treaties) == ["1961", "2000"]


def test_weapons_and_acronyms_of_common_nouns_are_no_entities() -> None:
    found = read("Ukraine asked for HIMARS, F-16 jets and UAVs, its CEO was told.")
    assert types(found) == {"Ukraine": "State"}


def test_a_heading_in_capitals_adds_nothing_the_text_does_not_say() -> None:
    found = read(
        "How Twelve Quiet Channels Explained The Harbour Fire\n\nKyiv condemned the fire on Monday."
    )
    assert types(found) == {"Ukraine": "State"}


def test_a_line_by_which_the_page_addresses_its_reader_names_nobody() -> None:
    assert types(read("Follow us on Facebook and Twitter.")) == {}


def test_one_name_has_one_type_in_a_document() -> None:
    found = read(
        "Ilyivka lies on the river. Fighting went on in Ilyivka. Ilyivka was quiet on Sunday, and "
        "residents of Ilyivka returned."
    )
    assert types(found) == {"Ilyivka": "Place"}


def test_an_outlet_known_by_name_is_a_channel() -> None:
    found = read("The official told Reuters that nothing had changed.")
    assert found.channels["channel:reuters"].platform == "agency"


def test_capitals_of_shouting_are_no_acronyms() -> None:
    assert types(read("THIS IS WHAT THEY NEVER TELL YOU ABOUT BREAD PRICES")) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "They spoke about Human Rights and the Environment at length.",
        "He served the Nation in a New Era of Global Development.",
        "The Investment Opportunities programme was praised.",
    ],
)
def test_ordinary_words_in_capitals_name_nothing(sentence: str) -> None:
    assert types(read(sentence)) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "The hackers, who call themselves Silver Harbour, broke in on Monday.",
        "The company, Silver Harbour, sold the ship.",
        "Silver Harbour denied that it had sold the ship.",
    ],
)
def test_ordinary_words_that_act_or_are_introduced_are_a_name(sentence: str) -> None:
    assert types(read(sentence)) == {"Silver Harbour": "Organization"}


def test_a_person_begins_after_the_field_of_a_title() -> None:
    found = read("Professor of Communications Dmytro Varenyk argued that the war would end.")
    assert types(found) == {"Dmytro Varenyk": "Person"}


def test_two_ministries_side_by_side_are_two_bodies() -> None:
    found = read("The Ministry of Sport and the Ministry of Industry and Trade agreed.")
    assert sorted(types(found)) == ["Ministry of Industry and Trade", "Ministry of Sport"]


def test_a_state_in_its_long_form_belongs_to_the_same_body() -> None:
    found = read("The Armed Forces of the Russian Federation advanced.")
    assert "armedgroup:armed-forces-of-russia" in found.entities


def test_an_acronym_in_brackets_after_a_force_is_that_force() -> None:
    found = read("A blogger close to the Russian Airborne Forces (VDV) denied it.")
    assert [s for s, _ in mentions(found, "armedgroup:airborne-forces-of-russia")] == [
        "Russian Airborne Forces",
        "VDV",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russian TV showed the bridge.",
        "The Netherlands' F-16 jets left.",
        "Sirens sounded in AirspacePoland on Monday.",
        "They held Russian-African talks.",
    ],
)
def test_slips_and_broadcasters_at_large_are_no_organizations(sentence: str) -> None:
    found = read(sentence)
    assert {e.type for e in found.entities.values()} <= {"State"}
    assert not found.channels


def test_an_organization_whose_name_begins_like_a_company_is_not_the_company() -> None:
    found = read("The site Intel Harbour published it.")
    assert "organization:intel" not in found.entities


@pytest.mark.parametrize(
    "name",
    [
        "Russian 810th Naval Infantry Brigade",
        "Russian 7th Airborne (VDV) Division",
        "Dnepr Grouping of Forces",
    ],
)
def test_the_name_of_a_unit_is_whole(name: str) -> None:
    found = read(f"Elements of the {name} operate there.")
    assert types(found) == {name: "ArmedGroup"}


def test_a_unit_named_again_without_its_state_is_the_same() -> None:
    text = "The Russian 38th Rifle Brigade came. Kyiv said the 38th Rifle Brigade had left."
    units = [e for e in read(text).entities.values() if e.type == "ArmedGroup"]
    assert [len(unit.mentions) for unit in units] == [2]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Odesa Oblast Head Oleh Marchuk stated it.", "Odesa Oblast", "Place"),
        (
            "Ukrainian Southern Defense Forces Spokesperson Oleh Marchuk said so.",
            "Southern Defense Forces of Ukraine",
            "ArmedGroup",
        ),
        (
            "Russian Security Council Deputy Chairperson Oleh Marchuk said so.",
            "Security Council of Russia",
            "Organization",
        ),
    ],
)
def test_a_body_with_its_state_before_an_officials_title_is_whole(
    text: str, name: str, type_: str
) -> None:
    assert types(read(text)) == {name: type_, "Oleh Marchuk": "Person"}


def test_a_name_listed_after_places_is_a_place() -> None:
    found = read("Ukrainian forces repelled attacks near Avdiivka, Marinka, and Zelenyi Hai.")
    assert types(found)["Zelenyi Hai"] == "Place"


def test_agreements_are_known_by_lower_case_nouns_too() -> None:
    found = read("The Minsk agreements failed. The Minsk Accords had been signed in 2015.")
    assert [(e.name, len(e.mentions)) for e in found.entities.values()] == [("Minsk agreements", 2)]


def test_a_military_district_is_a_force_and_no_place() -> None:
    found = read("Units of the Leningrad Military District moved south.")
    assert types(found) == {"Leningrad Military District": "ArmedGroup"}


def test_an_acting_governor_is_no_part_of_the_place_before() -> None:
    found = read("Kursk Oblast Acting Governor Alexei Smirnov declared an emergency.")
    assert types(found) == {"Kursk Oblast": "Place", "Alexei Smirnov": "Person"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("It sold the fuel to Varda Aero Fuels.", "Varda Aero Fuels", "Organization"),
        ("The Kenyan trader Severnaya Neft left.", "Severnaya Neft", "Organization"),
        ("They fled the village of Kyauk Taing.", "Kyauk Taing", "Place"),
        ("They took Kozinka and Gora-Podol villages.", "Gora-Podol", "Place"),
        ("Chairman of the Mazhilis Yerlan Marchuk left.", "Mazhilis", "Organization"),
        ("They asked the Kenyan Navy.", "Navy of Kenya", "ArmedGroup"),
        (
            "Henrik Aldren, secretary of the National Security and Defense Council, left.",
            "National Security and Defense Council",
            "Organization",
        ),
        ("Commissioner for Human Rights Dmytro Marchukes left.", "Dmytro Marchukes", "Person"),
        (
            "He sits in Bulgaria's National Assembly for the Zorya party.",
            "National Assembly of Bulgaria",
            "Organization",
        ),
        ("They fled Umm Sayala.", "Umm Sayala", "Place"),
        ("His cousin Titus Aldren left.", "Titus Aldren", "Person"),
        ("Ghana has sold Caracas fighter jets.", "Venezuela", "State"),
    ],
)
def test_what_a_name_is_by_the_words_around_and_in_it(text: str, name: str, type_: str) -> None:
    assert types(read(text))[name] == type_


def test_a_question_word_is_no_name() -> None:
    assert types(read("“Whom does Ghana feed?” it asked.")) == {"Ghana": "State"}


def test_a_line_in_parts_names_who_publishes_and_a_headline_nobody() -> None:
    text = "9 October 2025 · Copper Forum for Media Research · Analysis\n\nThe dam fell."
    assert types(read(text)) == {"Copper Forum for Media Research": "Organization"}


def test_heads_of_state_are_no_name() -> None:
    assert types(read("The two Heads of State left.")) == {}
