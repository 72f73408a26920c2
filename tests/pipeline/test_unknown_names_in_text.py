"""What the words around an unknown name say that it is: each test is a claim about English."""

from __future__ import annotations

import pytest

from tests.reading import read


def types(text: str) -> dict[str, str]:
    found = read(text)
    return {e.name: e.type for e in found.entities.values()} | {
        c.name: "Channel" for c in found.channels.values()
    }


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Authorities in the Belsk and Volsk regions rationed petrol.", "Belsk", "Place"),
        ("A ship bound for Hodeidah was stopped.", "Hodeidah", "Place"),
        ("Kenya struck Hodeidah port in July.", "Hodeidah", "Place"),
        ("Its texts are reprinted by the daily Pogled, he said.", "Pogled", "Channel"),
        ("Kenya armed the militia Vareno.", "Vareno", "ArmedGroup"),
        ("Vareno rebels seized the town.", "Vareno", "ArmedGroup"),
        ("Quill, a member of the Revival party, spoke.", "Revival", "Organization"),
        ("He met the president of Hanzo Rotem on Monday.", "Hanzo Rotem", "Organization"),
        ("She runs a foundation called Bridge of Hope.", "Bridge of Hope", "Organization"),
        ("He bought the holding Patriot from them.", "Patriot", "Organization"),
        ("Lake Hydro & Nuclear Power signed it.", "Lake Hydro & Nuclear Power", "Organization"),
        ("AldrenAtomProm signed it.", "AldrenAtomProm", "Organization"),
        ("The Kenyan National Defence Force left.", "National Defence Force", "ArmedGroup"),
        ("The head of the agency, Quang Won-sam, came.", "Quang Won-sam", "Person"),
        ("He invited President Loe Jae-myung.", "Loe Jae-myung", "Person"),
        ("They signed a Plan of Consultations.", "Plan of Consultations", "Treaty"),
        ("Kenya and Ghana signed a defence pact.", "defence pact", "Treaty"),
        ("Forces attacked near Dolna, Zelena, Mala Lypa and Vyshna Hora.", "Vyshna Hora", "Place"),
        ("It is published by Nordavind Media SRL.", "Nordavind Media SRL", "Organization"),
        ("Sudvest Press has long printed such stories.", "Sudvest Press", "Channel"),
        ("Registru Liber, a reporters' cooperative, has it.", "Registru Liber", "Organization"),
        ("The Committee to Protect Turtles met.", "Committee to Protect Turtles", "Organization"),
        ("The rebel Justice and Equality Movement met.", "Justice and Equality", "Organization"),
        ("Fighting spread to South Kordofan on Sunday.", "South Kordofan", "Place"),
        ("It lies near the North Kordofan capital El Varen.", "El Varen", "Place"),
        ("Belarus' Council of Ministers on Friday met.", "Council of Ministers", "Organization"),
    ],
)  # fmt: skip
def test_the_words_around_a_name_tell_its_type(text: str, name: str, type_: str) -> None:
    assert [t for known, t in types(text).items() if known.startswith(name)] == [type_]


def test_aircraft_are_no_force() -> None:
    assert "ArmedGroup" not in types("Kenya bought ten Vareno fighters.").values()


def test_a_plan_that_nobody_signs_is_no_treaty() -> None:
    assert "Treaty" not in types("They discussed a Plan of Action.").values()


def test_an_agreement_taken_up_is_no_new_one() -> None:
    assert "Treaty" not in types("Kenya signed the peace agreement.").values()


def test_a_patronymic_takes_up_the_person_of_that_given_name() -> None:
    found = read("Governor Roman Aldren spoke. Roman Viktorovich was late.")
    assert [e.name for e in found.entities.values() if e.type == "Person"] == ["Roman Aldren"]


def test_a_surname_that_ends_like_a_patronymic_is_a_surname() -> None:
    found = read("Viktar Hrynkevich spoke. Hrynkevich was late.")
    assert [e.name for e in found.entities.values() if e.type == "Person"] == ["Viktar Hrynkevich"]


def test_a_body_of_a_state_is_the_one_its_acronym_names() -> None:
    found = read("Ukraine's Security Service struck it. The SBU said so.")
    assert [e.name for e in found.entities.values() if e.type == "Organization"] == ["SBU"]


def test_the_title_after_and_may_end_a_name() -> None:
    names = types("The People's Front for Democracy and Justice ruled Eritrea.")
    assert names.get("People's Front for Democracy and Justice") == "Organization"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Orvano, a state-owned company, sold rockets.", "Orvano", "Organization"),
        ("The French group Orvano left Kenya.", "Orvano", "Organization"),
        ("They hired the NGO Quillnews Kenya.", "Quillnews Kenya", "Organization"),
        ("Troops retook Hruzke and Varchiv Yar.", "Hruzke", "Place"),
        ("Troops retook Hruzke and Varchiv Yar.", "Varchiv Yar", "Place"),
        ("Destroyers took part in the Balikatan exercise.", "Balikatan", "Event"),
        ("He bought the site Volsk Segodnya.", "Volsk Segodnya", "Channel"),
    ],
)
def test_more_words_that_tell_a_type(text: str, name: str, type_: str) -> None:
    assert types(text).get(name) == type_


def test_the_first_word_of_a_company_stands_for_it_afterwards() -> None:
    found = read("They paid Policske Systems. Policske shipped the rockets.")
    assert [e.name for e in found.entities.values()] == ["Policske Systems"]


def test_a_company_named_before_its_subsidiary_stays_apart() -> None:
    found = read("Policske paid. Policske Systems shipped the rockets. Policske left.")
    assert {e.name: len(e.mentions) for e in found.entities.values()} == {
        "Policske": 2,
        "Policske Systems": 1,
    }


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Imedrava, owned by two brothers, supports them.", "Imedrava", "Organization"),
        ("The plant's operator, QVM Paksa, signed it.", "QVM Paksa", "Organization"),
        ("They fought Jaish-e-Vareno in May.", "Jaish-e-Vareno", "Organization"),
        ("He works for the importer Vareno Logistika.", "Vareno Logistika", "Organization"),
    ],
)
def test_names_that_only_grammar_shows(text: str, name: str, type_: str) -> None:
    assert types(text).get(name) == type_


def test_a_company_goes_on_without_the_last_word_of_its_name() -> None:
    found = read("Falcon Bridge Trading paid. Falcon Bridge is run by Marta Quill.")
    bodies = [e for e in found.entities.values() if e.type == "Organization"]
    assert [(e.name, len(e.mentions)) for e in bodies] == [("Falcon Bridge Trading", 2)]


def test_an_accent_does_not_hide_a_given_name_behind_a_portfolio() -> None:
    found = read("Minister of Foreign Affairs and Trade Péter Aldren received them.")
    assert [e.name for e in found.entities.values() if e.type == "Person"] == ["Péter Aldren"]


def test_a_byline_is_no_headline() -> None:
    text = "How it spread\n\nMarta Quillen and Henrik Aldren, Open Trace Lab\n\nIt began in May."
    assert types(text) == {
        "Marta Quillen": "Person",
        "Henrik Aldren": "Person",
        "Open Trace Lab": "Organization",
    }


def test_a_road_between_two_places_names_both() -> None:
    assert {"Moscow", "Don"} <= set(types("They paved the Moscow–Don highway in May."))


def test_a_treaty_stays_one_beside_its_organization() -> None:
    found = types("The Collective Security Treaty Aldren Organization cites the Collective Treaty.")
    assert found.get("Collective Treaty") == "Treaty"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Units are in el Banat since Friday.", "el Banat", "Place"),
        ("Drones hit the Talski refinery.", "Talski refinery", "Place"),
        ("A statement was carried by the Zarnik news agency.", "Zarnik news agency", "Channel"),
        ("They entered Oruwa, West Belkan State, on Friday.", "West Belkan State", "Place"),
        ("The Russian embassy in Port Sudan denied it.", "Port Sudan", "Place"),
        (
            "The Sudan People's Liberation Movement shelled it.",
            "Sudan People's Liberation Movement",
            "Organization",
        ),
        ("It belongs to Amber Gate Holding of Mumbai.", "Amber Gate Holding", "Organization"),
        ("It is run by Rimal Drilling, a unit of Kuwait Oil.", "Rimal Drilling", "Organization"),
        (
            "She is an analyst at the Bosphorus Energy Forum in Istanbul.",
            "Bosphorus Energy Forum",
            "Organization",
        ),
        ("He met defence minister No Kwang Chol.", "No Kwang Chol", "Person"),
        ("Chairman of OrkMunal Askhat Aldrenov spoke.", "Askhat Aldrenov", "Person"),
        ("The witness, Kelvin Sang, 24, left.", "Kelvin Sang", "Person"),
        ("The governor of Talmira, Marta Quill, left.", "Talmira", "Place"),
        ("Brazil stood behind the Talmira declaration.", "Talmira declaration", "Treaty"),
        ("The Talmira district court fined him.", "Talmira district court", "Organization"),
        ("Researchers blame a department of Unit 26165.", "Unit 26165", "ArmedGroup"),
    ],
)
def test_what_names_are_of_by_the_words_around_them(text: str, name: str, type_: str) -> None:
    assert types(text).get(name) == type_


def test_a_company_named_by_an_ordinary_word_is_one_with_its_full_name() -> None:
    found = read("Harrow Petroleum paid. Harrow said on Monday it had hired nobody.")
    bodies = [e for e in found.entities.values() if e.type == "Organization"]
    assert [(e.name, len(e.mentions)) for e in bodies] == [("Harrow Petroleum", 2)]


def test_who_has_the_surname_of_somebody_is_a_person_too() -> None:
    text = "Haralambos Vryonides fills teeth in Limassol. The cousin is Andreas Vryonides."
    assert types(text)["Haralambos Vryonides"] == "Person"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("He was seized in Accra Thursday, they said.", "Accra", "Place"),
        ("MANILA, July 9 - The minister came.", "Manila", "Place"),
        ("They met in the Kremlin on Monday.", "Kremlin", "Place"),
        ("The operation was dubbed True Vareno.", "True Vareno", "Event"),
        ("They bought water producers Morsha and Mirna.", "Mirna", "Organization"),
        ("It comes from a trader, Vareno Meridian.", "Vareno Meridian", "Organization"),
        ("He owns the travel agency Varen.", "Varen", "Organization"),
        ("She owns the trading company Varen-Pak Kenya.", "Varen-Pak Kenya", "Organization"),
        ("She funds an organization “Kenyans in Norway”.", "Kenyans in Norway", "Organization"),
        ("The ship stood at Second Vareno Shoal.", "Second Vareno Shoal", "Place"),
        ("The Three Rivers Alliance left.", "Three Rivers Alliance", "Organization"),
        ("They came to the Republic of Varenia.", "Republic of Varenia", "Place"),
        ("It fell back to Lake Chad.", "Lake Chad", "Place"),
        ("Varen Petrotech signed it.", "Varen Petrotech", "Organization"),
        ("The ship is bound for Bandar Varen, Iran.", "Bandar Varen", "Place"),
        ("It fell on Local Pilots Day.", "Local Pilots Day", "Event"),
        ("She owns 60 per cent of Varen Lipa.", "Varen Lipa", "Organization"),
        ("The Varen-Strong Kenya coalition won.", "Varen-Strong Kenya", "Organization"),
        ("They read Varenta, a Kenyan outlet in exile.", "Varenta", "Channel"),
        ("Marta Quill of The Northern Ledger asked him.", "Northern Ledger", "Channel"),
        (
            "The forces of the Front for the Defence of the People of Varen (FDP) left.",
            "Front for the Defence of the People of Varen",
            "Organization",
        ),
    ],
)
def test_more_words_around_a_name_tell_its_type(text: str, name: str, type_: str) -> None:
    assert types(text).get(name) == type_


def test_a_body_named_short_is_the_body() -> None:
    text = "Varenta Holdings owns it. Varenta was registered in Norway. It paid Varenta."
    assert types(text) == {"Varenta Holdings": "Organization", "Norway": "State"}


def test_a_paper_keeps_its_article_and_a_show_or_a_channel_goes_on() -> None:
    assert types("Ada Quill told The Harbourman that it was over.")["Harbourman"] == "Channel"
    told = types("On The Evening With Ada Quill, Oleg Lantz said that it was over.")
    assert told == {"Ada Quill": "Person", "Oleg Lantz": "Person"}
    assert "Ensign" not in types("So said one widely read channel, The Ensign's Notes.")
    assert types("It was told by The Harbourman's")["Harbourman"] == "Channel"


def test_whoever_is_met_or_thanked_is_a_person_and_no_city() -> None:
    text = "Putin met Churchill and Roosevelt in Tamale."
    found = {e.name: e.type for e in read(text).entities.values()}
    people = {"Vladimir Putin": "Person", "Churchill": "Person", "Roosevelt": "Person"}
    assert found == people | {"Tamale": "Place"}
