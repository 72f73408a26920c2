"""Who speaks: an owner told by his surname, the author of an account that is passed on."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, read, triples

LIED = "Ghana lied"


@pytest.mark.parametrize("surname", ["Kernov", "Krivin"])
def test_a_surname_behind_a_body_and_owner_is_a_person_who_owns_and_says(surname: str) -> None:
    text = f"Kettle Group owner {surname} called it a trap, while he claimed {LIED}."
    assert triples(text) == {(surname, "owns", "Kettle Group")}
    assert (surname, "asserts", LIED) in claims(text)


def test_a_name_without_a_surnames_ending_behind_owner_may_be_a_firms() -> None:
    found = read("Lantern owner Vantex bought Kettle.")
    assert not any(e.type == "Person" for e in found.entities.values())


@pytest.mark.parametrize("document", ["account", "report"])
def test_what_an_account_from_a_place_says_is_its_authors_and_not_the_places(document: str) -> None:
    text = (
        f"Ivan Popko reposted a scathing {document} by the Lantern Telegram channel from the "
        "front lines, which accused the Kenyan authorities of abandoning the troops."
    )
    said = "the Kenyan authorities of abandoning the troops"
    assert claims(text) == {("Lantern", "asserts", said)}


def test_a_blogger_who_goes_by_the_name_is_of_that_name() -> None:
    text = f"A blogger who goes by the name of Ada Quill said {LIED}."
    assert claims(text) == {("Ada Quill", "asserts", LIED)}
    assert channels(text) == {}


@pytest.mark.parametrize("source", ["Radio Free Europe/Radio Liberty", "Lantern Radio"])
def test_what_stands_before_a_new_report_and_its_verb_is_of_its_author(
    source: str,
) -> None:
    owned = "The family of Ivan Popko owns nearly a quarter in the channel"
    (claim,) = claims(f"{owned}, an investigation by {source} revealed on June 10.")
    assert claim == (source, "asserts", owned)
    assert claims(f"An investigation by {source} revealed that {LIED}.") == {
        (source, "asserts", LIED)
    }


@pytest.mark.parametrize(
    ("verb", "deed"),
    [("suggested", "a strike against Ghana"), ("proposed", "a ban on Lantern")],
)
def test_a_new_deed_that_somebody_proposes_is_a_hypothetical_claim(verb: str, deed: str) -> None:
    found = read(f"Ivan Popko {verb} {deed}.")
    (claim,) = found.claims
    assert found.tokens.span_text(claim.start, claim.end) == deed
    assert (claim.stance, claim.modality) == ("asserts", "hypothetical")


@pytest.mark.parametrize("thing", ["a name for the dog", "the exchange of prisoners"])
def test_a_thing_or_what_is_known_that_somebody_suggests_is_no_claim(thing: str) -> None:
    assert claims(f"Ivan Popko suggested {thing}.") == set()


def test_what_reports_suggest_is_no_deed_that_anybody_proposes() -> None:
    assert claims("Ivan Popko mocked Kenyan reports suggesting an imminent invasion.") == set()


def test_they_who_are_found_to_say_something_are_those_who_were_examined() -> None:
    text = f"The group Reef Watch studied 100 channels and found they claimed that {LIED}."
    assert ("100 channels", "asserts", LIED) in claims(text)


def test_who_also_says_something_else_meanwhile_is_who_said_the_first() -> None:
    text = f"Ivan Popko said {LIED} while also claiming that Togo paid."
    assert claims(text) == {
        ("Ivan Popko", "asserts", LIED),
        ("Ivan Popko", "asserts", "Togo paid"),
    }


def test_what_a_report_cites_somebody_as_is_what_the_report_says() -> None:
    text = "A study by the group Reef Watch cites Lantern Media as a key player."
    assert claims(text) == {("Reef Watch", "asserts", "Lantern Media as a key player")}


@pytest.mark.parametrize("source", ["a source", "its authority"])
def test_whom_a_report_cites_as_a_source_it_says_nothing_of(source: str) -> None:
    assert claims(f"A study by the group Reef Watch cites Ivan Popko as {source}.") == set()


@pytest.mark.parametrize(
    ("before", "content"),
    [
        ("The bloggers have grown fast, ", "funded, Ivan Popko says, by Kenya"),
        ("", "The channel was funded, Ivan Popko says, by Kenya"),
    ],
)
def test_words_of_saying_part_a_participle_from_who_did_it(before: str, content: str) -> None:
    assert claims(f"{before}{content}.") == {("Ivan Popko", "asserts", content)}


def test_such_a_participle_may_open_the_sentence_it_describes() -> None:
    content = "funded, they claim, by donations and advertising"
    text = f"Originally from Tamale and {content}, the bloggers have grown."
    assert {what for _, _, what in claims(text)} == {content}


def test_who_seizes_a_town_is_not_the_district_in_the_bracket_before_the_verb() -> None:
    text = (
        "A milblogger refuted claims that elements of the Kenyan 2nd Motorized Rifle Division (1st "
        "Guards Tank Army [GTA], Moscow Military District [MMD]) seized Tamale and fled."
    )
    captured = {("Kenyan 2nd Motorized Rifle Division", "captured", "Tamale")}
    assert triples(text, "captured") == captured


@pytest.mark.parametrize(
    ("vow", "content"),
    [
        ("vowed to rebuild Tamale", "rebuild Tamale"),
        ("urged Togo to rebuild Tamale", "Togo to rebuild Tamale"),
    ],
)
def test_what_another_does_is_no_part_of_what_somebody_vows_to_do(vow: str, content: str) -> None:
    text = f"Ivan Popko {vow}, and Ghana sent money."
    assert claims(text) == {("Ivan Popko", "asserts", content)}


@pytest.mark.parametrize("joint", ["; he denies this", ". He denies it"])
def test_he_who_denies_what_is_said_of_one_person_is_that_person(joint: str) -> None:
    said = "Otto Kern was paid by Lantern"
    assert claims(f"Prosecutors say {said}{joint}.") == {
        ("Prosecutors", "asserts", said),
        ("Otto Kern", "denies", said),
    }


def test_he_who_denies_what_is_said_of_a_woman_is_somebody_else() -> None:
    said = "Ada Quill was paid by Lantern"
    assert claims(f"Prosecutors say {said}. He denies it.") == {("Prosecutors", "asserts", said)}
