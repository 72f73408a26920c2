"""Relations that one clause, title or adjective gives to the wrong party: claims about English."""

from __future__ import annotations

import pytest

from tests.reading import only, read, triples


@pytest.mark.parametrize(
    "text",
    [
        "A Kumasi-based TikTok influencer, Ada Quill, posted the video.",
        "The Tamale-based Hamas leader left on Monday.",
        "Telegram, a widely used messaging platform in Ghana, was slow.",
        "Telegram, a popular messaging app in Ghana, was slow.",
    ],
)
def test_a_body_is_not_at_home_where_its_people_and_users_are(text: str) -> None:
    assert triples(text, "located_in") == set()


def test_a_body_is_at_home_where_it_is_based_itself() -> None:
    assert triples("The Accra-based Lantern Group grew.", "located_in") == {
        ("Lantern Group", "located_in", "Accra")
    }


def test_one_owner_named_before_another_owns_alone() -> None:
    text = "Daily News owner Otto Kern and cable giant Sable Systems Corp. were among the bidders."
    assert triples(text, "owns") == {("Otto Kern", "owns", "Daily News")}


def test_a_participle_between_commas_describes_the_name_before_it() -> None:
    text = (
        "Ada Quill won the vote, but Nelson Popko, running for the opposition Lantern Alliance, "
        "rejects the result."
    )
    assert triples(text, "affiliated_with") == {
        ("Nelson Popko", "affiliated_with", "Lantern Alliance")
    }


def test_a_participle_behind_an_object_describes_the_subject() -> None:
    text = "Ada Quill met Otto Kern, running for the Lantern Party, in Accra."
    assert ("Otto Kern", "affiliated_with", "Lantern Party") not in triples(text)


def test_its_ally_behind_a_name_is_the_subjects() -> None:
    text = "The Houthi movement mourned Hezbollah chief Ada Quill, its ally in an alliance."
    assert triples(text, "allied_with") == {("Houthis", "allied_with", "Ada Quill")}


def test_the_minister_of_a_government_is_not_of_who_attacked_him() -> None:
    text = (
        "The Lantern Brigade announced strikes a day after Kenya's rebel-led government confirmed "
        "the killing of its prime minister, Otto Kern, in a strike."
    )
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Kenya")}


def test_a_dash_before_as_ends_an_aside() -> None:
    text = (
        "It was signed in Togo by Ghana. The Kenyan parliament voted to approve new ministers, "
        "including Ada Quill—a former adviser to Kenyan President Otto Kern—as the country’s "
        "new foreign minister, replacing Ivan Popko."
    )
    offices = {(r.source, r.attributes.get("title")) for r in read(text).relations}
    assert ("person:otto-kern", "new foreign minister") not in offices


def test_the_title_of_a_secretary_of_state_is_not_his_counterparts() -> None:
    text = "US Secretary of State Ada Quill met her Kenyan counterpart, Otto Kern, on Friday."
    titles = {
        (r.source, r.attributes.get("title"))
        for r in read(text).relations
        if r.type == "holds_office"
    }
    assert titles == {("person:ada-quill", "Secretary of State"), ("person:otto-kern", None)}


def test_who_leads_a_government_and_has_a_title_has_one_office() -> None:
    text = "The Kenyan government, led by President Ada Quill, freed them."
    assert only(text, "holds_office").attributes == {"title": "President"}


def test_sanctions_called_by_the_state_they_hit_are_not_its_own() -> None:
    text = (
        "Ghana announced a range of new sanctions against Kenya. "
        "The Kenyan sanctions target Sable Bank."
    )
    assert triples(text, "sanctions") == {("Ghana", "sanctions", "Kenya")}


def test_sanctions_called_by_the_state_that_imposes_them_are_its_own() -> None:
    assert triples("New Kenyan sanctions target Sable Bank.", "sanctions") == {
        ("Kenya", "sanctions", "Sable Bank")
    }


@pytest.mark.parametrize(
    ("adjective", "modality"), [("recent", "asserted"), ("possible", "hypothetical")]
)
def test_what_is_recent_is_there_whoever_discusses_it(adjective: str, modality: str) -> None:
    text = f"Ada Quill discussed {adjective} Kenyan sanctions against Ghana."
    assert only(text, "sanctions").modality == modality


def test_the_state_behind_a_company_form_names_its_branch() -> None:
    text = "Harrow Corp Ghana has picked up a 14 per cent stake in Sable Media."
    assert triples(text, "owns") == {("Harrow Corp Ghana", "owns", "Sable Media")}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ada Quill is a contributor to the activist group Lantern Front.", "Lantern Front"),
        ("Ada Quill presents a podcast for Lantern Media.", "Lantern Media"),
    ],
)
def test_contributors_and_hosts_of_shows_belong_to_whom_they_work_for(text: str, body: str) -> None:
    assert triples(text, "affiliated_with") == {("Ada Quill", "affiliated_with", body)}
