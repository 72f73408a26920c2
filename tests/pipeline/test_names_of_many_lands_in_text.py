"""Where names from many languages begin and end, and what they name: claims about English."""

from __future__ import annotations

import pytest

from tests.reading import read


def types(text: str) -> dict[str, str]:
    found = read(text)
    return {e.name: e.type for e in found.entities.values()} | {
        str(c.name): "Channel" for c in found.channels.values()
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sok Sen and Chea Rep met in Lima.", "Sok Sen"),
        ("He praised Stephen King on Monday.", "Stephen King"),
        ("Unification Minister Lee In-soo came to Lima.", "Lee In-soo"),
        ("Kenya's Minister of Trade and Industry Kwabena Asare came.", "Kwabena Asare"),
        ("They met Datuk Azman Halim in Lima.", "Azman Halim"),
        ("Nan Kham of the National Unity Government (NUG) spoke.", "Nan Kham"),
        ("They freed Aung Kyi Suu Lwin on Monday.", "Aung Kyi Suu Lwin"),
    ],
)  # fmt: skip
def test_people_are_named_whole_and_without_their_titles(text: str, name: str) -> None:
    assert types(text).get(name) == "Person"


def test_a_title_after_another_is_no_surname() -> None:
    assert "Deputy Gen" not in types("Deputy Gen. Otto Kern came.")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Ahmed al-Rashidi met Otto Kern. Al-Rashidi said no.", "Al-Rashidi"),
        ("Khaled bin Nasser met Otto Kern. Bin Nasser said no.", "Bin Nasser"),
        ("Martin Vale Jr. met Otto Kern. Vale said no.", "Vale"),
    ],
)
def test_a_surname_with_its_particle_takes_up_the_full_name(text: str, short: str) -> None:
    found = types(text)
    assert short not in found
    assert list(found.values()) == ["Person", "Person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya's Public Security and Defence Council met.", "Public Security and Defence Council"),
        ("The Prosecutor General's Office opened a case.", "Prosecutor General's Office"),
        ("The All People's Congress won.", "All People's Congress"),
        ("The Aid Mission in Karuna (AMIK) left.", "Aid Mission in Karuna"),
        ("The Varen Endowment for Peace wrote it.", "Varen Endowment for Peace"),
        ("The Strike Coordination Body met.", "Strike Coordination Body"),
        ("Police raided the collective Nova12.", "Nova12"),
        ("Hackers of UNC4841 were named.", "UNC4841"),
        ("Otto Kern posted on Skylark. He wrote a post on Skylark.", "Skylark"),
        ("They removed the app Threadly on Monday.", "Threadly"),
        ("Fighters of Ansar al-Varen took it.", "Ansar al-Varen"),
        ("The company Clock Harbour X won.", "Clock Harbour X"),
    ],
)  # fmt: skip
def test_bodies_are_named_whole(text: str, name: str) -> None:
    named = {known: type_ for known, type_ in types(text).items() if known.startswith(name)}
    assert list(named.values()) == ["Organization"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The site varen.news published it.", "varen.news"),
        ("Varen.Net published it.", "Varen.Net"),
        ("The websites varen.news and lanta.org were blocked.", "lanta.org"),
        ("Sputnik en Español published it.", "Sputnik en Español"),
        ("Moldova Today reported it.", "Moldova Today"),
        ("According to the Libya Insider, he left.", "Libya Insider"),
    ],
)
def test_sites_editions_and_papers_of_a_place_are_outlets(text: str, name: str) -> None:
    assert types(text).get(name) == "Channel"


@pytest.mark.parametrize(
    "text",
    [
        "It came from varen.news on Monday.",
        "The Foreign Agents Registration Act was passed.",
        "The Foreign Influence Transparency Bill was not.",
        "A Uyghur poet and a Chavista leader met.",
        "He bought a Su-34 and a T-72.",
    ],
)
def test_addresses_laws_peoples_and_machines_are_no_nodes(text: str) -> None:
    assert types(text) == {}


def test_rebels_of_a_people_are_an_armed_group() -> None:
    assert "ArmedGroup" in types("Kenya armed Tuareg rebels.").values()


def test_an_identification_zone_is_a_place() -> None:
    assert types("It declared an Air Defense Identification Zone.") == {
        "Air Defense Identification Zone": "Place"
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mohamed Hamdan, known as Hemo, left Lima. Hemo denied it.",
            {"Mohamed Hamdan", "Lima"},
        ),
        (
            "Ahmed al-Sharif, formerly known as Abu Omar al-Varni, left. Al-Varni denied it.",
            {"Ahmed al-Sharif"},
        ),
        ("The State Trade Bureau, or STB, agreed. The STB left.", {"State Trade Bureau"}),
        ("The Varen Armed Forces (VAFo) left. VAFo said so.", {"Varen Armed Forces"}),
        ("Abdel al-Varni left. Varni said no.", {"Abdel al-Varni"}),
        ("Issa Tchimora Bakar lost. Tchimora said no.", {"Issa Tchimora Bakar"}),
        ("Sheikh Omar bin Salem Al Vani came. Al Vani spoke.", {"Omar bin Salem Al Vani"}),
        ("Tarek William Saab spoke. Saab denied it.", {"Tarek William Saab"}),
        ("The Internet Research Agency (IRA) posted. The IRA left.", {"Internet Research Agency"}),
    ],
)
def test_a_second_name_means_the_node_of_the_first(text: str, names: set[str]) -> None:
    assert set(types(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The agency, known as Supa, said so.", "Supa", "Organization"),
        ("The group, which calls itself Handara, said so.", "Handara", "Organization"),
        ("A private company called “Lanyu Culture,” won.", "Lanyu Culture", "Organization"),
        ("Newswatt - a company that rates sites - agreed.", "Newswatt", "Organization"),
        ("Firms like OpenAI, Lantrop and Mistrel agreed.", "Mistrel", "Organization"),
        ("Glovari and other companies left.", "Glovari", "Organization"),
        ("Users fled to Rutubo and YouTube.", "Rutubo", "Organization"),
        ("Outlets such as Volnaya and RT reposted it.", "Volnaya", "Channel"),
        ("He blamed opposition leaders like Kerno.", "Kerno", "Person"),
        ("He removed the Threadly app.", "Threadly", "Organization"),
        ("It was banned by the Skylark bloc.", "Skylark", "Organization"),
        ("Otto Kern heads Vectus Glombal.", "Vectus Glombal", "Organization"),
        ("Morenda's leader Ana Kern disagreed.", "Morenda", "Organization"),
        ("Spravda, the Centre for Culture, agreed.", "Spravda", "Organization"),
        ("ACLK said no.", "ACLK", "Organization"),
        ("He read it in The Namibrian on Monday.", "Namibrian", "Channel"),
        ("It was told by the Voice of Kenya.", "Voice of Kenya", "Channel"),
        ("They met Transparency Kenya in Lima.", "Transparency Kenya", "Organization"),
        ("They fined the Rassemblement Populaire.", "Rassemblement Populaire", "Organization"),
        ("They met the Varen Freedom Fighters (VFF).", "Varen Freedom Fighters", "Organization"),
        ("They clashed with VANU-PF.", "VANU-PF", "Organization"),
        ("The Socialist Party of Edi Varen won.", "Socialist Party", "Organization"),
        ("The party Vente Kenya and the Vente Lanka party won.", "Vente Lanka", "Organization"),
        ("It is the chief of Rostec Otto Kern.", "Otto Kern", "Person"),
        ("The Ministry of Justice and Khalifa Varen agreed.", "Khalifa Varen", "Person"),
    ],
)  # fmt: skip
def test_lists_callings_and_appositions_tell_what_a_name_names(
    text: str, name: str, type_: str
) -> None:
    assert types(text).get(name) == type_


@pytest.mark.parametrize(
    "text",
    [
        "Member States must act.",
        "The BRP Datu Sanday sank.",
        "The LLM wrote URLs.",
    ],
)
def test_ships_and_common_nouns_in_capitals_are_no_nodes(text: str) -> None:
    assert types(text) == {}


def test_whom_a_party_names_is_no_party() -> None:
    assert types("The party has named Otto Kern as candidate.") == {"Otto Kern": "Person"}


def test_a_line_that_ends_with_a_stop_in_quotes_is_no_headline() -> None:
    text = "Kenya's “Varen Daily,” Peru's “Mirana Moda Weekly” and Chad's “Lantra Radio.”\n"
    assert {"Varen Daily", "Mirana Moda Weekly", "Lantra Radio"} <= set(types(text))
