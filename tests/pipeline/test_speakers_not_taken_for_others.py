"""Documents, groups and people who are none of those who spoke last."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the indictment, the bridge had been sold.",
        "The indictment says the bridge had been sold.",
    ],
)
def test_an_indictment_is_not_of_the_channel_that_spoke_last(sentence: str):
    found = claims(f"The channel Lantern wrote that Kumasi had fallen. {sentence}")
    assert (None, "asserts", "the bridge had been sold") in found


def test_a_verdict_is_of_the_court_that_spoke_last():
    found = claims("The Kenyan court found that it fell. The verdict says the dam was old.")
    assert ("Kenyan court", "asserts", "the dam was old") in found


def test_the_hackers_are_not_the_body_that_spoke_last():
    found = claims(
        "Hezbollah said that it was attacked. The hackers published a photograph alongside the "
        'words, "Hezbollah are the losers."'
    )
    assert ("hackers", "asserts", "Hezbollah are the losers.") in found


def test_the_picture_is_of_the_people_who_published_it_though_nobody_names_them():
    found = claims(
        "Hezbollah was attacked. Students published a photograph of a flag. The picture carried "
        "the words, “Hezbollah are the losers.”"
    )
    assert found == {("Students", "asserts", "Hezbollah are the losers.")}


def test_the_prosecutors_are_not_the_authorities_that_spoke_last():
    found = claims(
        "He had graduated from a school in Ghana, authorities said. The prosecutors allege that he "
        "led the network."
    )
    assert ("prosecutors", "asserts", "he led the network") in found


def test_the_opposition_is_not_an_opposition_leader():
    found = claims("The opposition leader Ada Quill left Kenya. The opposition denied the charges.")
    assert found == {("opposition", "denies", "the charges")}


def test_the_person_in_a_clip_is_not_who_was_named_last():
    found = claims(
        "Ada Quill was the first to be vaccinated. The person in the audio clip claims that Kenya "
        "will close its border."
    )
    assert found == {(None, "asserts", "Kenya will close its border")}


def test_a_name_in_marks_behind_according_to_begins_no_quotation():
    found = read(
        "According to “Ghana Tribune,” Otto Kern stated, “The claims that the army is involved are "
        "mere lies and fabrications.”"
    )
    said = [
        (named(found, c.speaker or ""), named(found, c.via or ""), c.stance) for c in found.claims
    ]
    assert said == [("Otto Kern", "Ghana Tribune", "denies")]


def test_a_vow_not_to_do_something_keeps_its_not_and_denies_nothing():
    found = claims("Otto Kern vowed not to back down after the raid.")
    assert found == {("Otto Kern", "asserts", "not to back down after the raid")}


def test_a_relative_clause_behind_a_question_is_no_claim():
    found = claims(
        "Asked about the meeting, that Otto Kern described as tense, Ada Quill said that he left."
    )
    assert found == {("Otto Kern", "asserts", "tense"), ("Ada Quill", "asserts", "he left")}


def test_an_unnamed_source_is_nobody_the_text_names_later():
    found = claims(
        "“The talks go on,” a Kenyan security source said. Prime Minister Otto Kern, who met "
        "Ivan Popko, said the bridge was old."
    )
    assert found == {
        ("Kenyan security source", "asserts", "The talks go on,"),
        ("Otto Kern", "asserts", "the bridge was old"),
    }


def test_the_envoy_is_who_was_called_so_and_not_who_was_met_a_day_after():
    found = claims(
        "The talks came shortly before the arrival of Kenyan envoy Ivan Popko. The meeting "
        "followed talks between Popko and Ghanaian Prime Minister Otto Kern, a day after the "
        "Kenyan envoy threatened to quit."
    )
    assert found == {("Ivan Popko", "asserts", "quit")}


@pytest.mark.parametrize(
    ("lead", "whose"),
    [
        ("The new prime minister", "new prime minister"),
        ("A Ghanaian minister", "Ghanaian minister"),
    ],
)
def test_a_minister_of_one_state_is_no_prime_minister_and_none_of_another(lead: str, whose: str):
    found = claims(
        f"{lead} has said that the dam fell. The Kenyan minister, Otto Kern, says it is old."
    )
    assert found == {
        (whose, "asserts", "the dam fell"),
        ("Otto Kern", "asserts", "it is old"),
    }


def test_the_new_prime_minister_is_who_was_elected_so():
    found = claims(
        "The new Kenyan prime minister has said that the dam fell. Ada Quill, a farmer, was "
        "elected prime minister. The Ghanaian minister, Otto Kern, left."
    )
    assert found == {("Ada Quill", "asserts", "the dam fell")}


def test_what_somebody_may_come_to_believe_is_no_claim():
    assert claims("Otto Kern will only return when he believes the talks could help.") == set()


def test_he_in_an_address_is_whose_address_it_is():
    found = claims(
        "Ivan Popko has accused Ghana of lying. President Otto Kern, meanwhile, said Mr Popko is a "
        "partner for Ghana. A televised address late yesterday by Mr Popko, in which he said the "
        "persistent attacks must end and that perpetrators would be punished, was hailed by envoy "
        "Ada Quill as “a turning point”."
    )
    said = "the persistent attacks must end and that perpetrators would be punished"
    assert ("Ivan Popko", "asserts", said) in found


def test_the_office_of_the_prime_minister_passes_on_whom_he_accused():
    text = (
        "Kenyan Prime Minister Otto Kern was waiting. He also accused Ivan Popko of “doing nothing "
        "to prevent” attacks, the Prime Minister's office reported."
    )
    found = read(text)
    accused = next(c for c in found.claims if c.cue == "accuse")
    assert (named(found, accused.speaker or ""), named(found, accused.via or "")) == (
        "Otto Kern",
        "Prime Minister's office",
    )


def test_reports_from_a_city_are_nobodys():
    assert claims("Meanwhile, reports from London say the dam has burst.") == {
        (None, "asserts", "the dam has burst")
    }


def test_many_of_a_people_are_not_their_state():
    assert claims("Many Kenyans have claimed that they are fleeing the war.") == {
        ("Many Kenyans", "asserts", "they are fleeing the war")
    }


def test_a_station_told_by_who_runs_it_is_no_outlet_named_before():
    found = claims(
        "The statement was seen by Reuters. The dam had burst, the television station run by the "
        "movement reported."
    )
    assert found == {("television station", "asserts", "The dam had burst")}


def test_signs_amid_which_a_statement_came_are_not_what_it_said():
    assert (
        claims("The statement by Ivan Popko came amid indications that Ghana is arming.") == set()
    )


def test_who_considers_doing_something_claims_nothing():
    text = "The White House considers publicly releasing a tape which officials say shows him."
    assert {speaker for speaker, _, _ in claims(text)} == {"officials"}


def test_news_in_the_name_of_an_agency_holds_no_claim():
    found = claims(
        "Ada Quill told the AFP news agency that Lantern had taken an internal decision to end "
        "what it calls “operations”, but it was not going to make an official declaration."
    )
    assert {speaker for speaker, _, _ in found} == {"Ada Quill"}
