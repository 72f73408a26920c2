"""Studies and who made them, charges, what is said of remarks, and what an announcement means."""

from __future__ import annotations

import pytest

from tests.reading import channels, claims, triples


@pytest.mark.parametrize(
    "study",
    [
        "An analysis of 15 channels in Swahili published by the Nairobi Centre for Dams shows that",
        "A review of the documents by the Nairobi Centre for Dams found that",
    ],
)
def test_a_study_is_of_who_made_it_and_not_of_its_topic(study: str) -> None:
    text = f"{study} the dam was old. According to the study, it fell in May."
    assert {who for who, _, _ in claims(text)} == {"Nairobi Centre for Dams"}


def test_what_somebody_is_alleged_in_a_video_is_said_by_whose_it_is() -> None:
    text = "The yacht was alleged to belong to Ivan Popko, in a video published by Ada Quill."
    assert {(who, said) for who, _, said in claims(text)} == {
        ("Ada Quill", "The yacht was alleged to belong to Ivan Popko")
    }


def test_who_holds_somebody_responsible_makes_a_charge() -> None:
    assert claims("Kenya holds Ghana and its allies responsible for the blast.") == {
        ("Kenya", "asserts", "Ghana and its allies responsible for the blast")
    }
    assert claims("Kenya held the man for three days.") == set()


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        (
            "Ada Quill spoke of a coup in remarks Kenya rejected as “blatant lies”.",
            ("Kenya", "denies", "blatant lies"),
        ),
        (
            "The charges, which Kenya described as a farce, were dropped.",
            ("Kenya", "mocks", "a farce"),
        ),
        (
            "The raid, which Kenya condemned as an act of terror, left nine dead.",
            ("Kenya", "asserts", "an act of terror"),
        ),
    ],
)
def test_a_judgement_in_a_clause_beside_what_is_judged_ends_with_it(
    text: str, judged: tuple[str, str, str]
) -> None:
    assert judged in claims(text)


def test_a_name_that_is_given_in_marks_is_no_judgement() -> None:
    text = "Kenya blamed a gang, which Ada Quill called the “Harbour Clan” after its town."
    assert "Ada Quill" not in {who for who, _, _ in claims(text)}


def test_concerns_that_are_voiced_without_what_they_are_say_nothing() -> None:
    assert claims("Ada Quill came to voice Kenya's concerns.") == set()
    assert claims("Ada Quill voiced deep concern over the arrests.") != set()


def test_what_an_announcement_means_is_no_part_of_it() -> None:
    text = "Kenya announced that it had left Ghana, signaling the end of a long war."
    assert claims(text) == {("Kenya", "asserts", "it had left Ghana")}


def test_the_author_is_nobody_who_wrote_nothing() -> None:
    text = "The works of Ivan Popko go on. The author determined that the channels grew fast."
    assert {who for who, _, _ in claims(text)} == {"author"}
    text = "Ivan Popko published a post on the war. The author claimed that it fell."
    assert {who for who, _, _ in claims(text)} == {"Ivan Popko"}


def test_an_official_platform_is_somebodys_account_there() -> None:
    text = "Wagner announced on its official Telegram that its troops would return home."
    assert channels(text) == {"Wagner Group's telegram account": (None, "none")}


def test_titles_in_marks_are_channels_whatever_their_words() -> None:
    text = "Among the Telegram channels that were seen are “Harbour Girl”, “We are with you” "
    assert set(channels(text + "and “Two Owls”.")) == {
        "Harbour Girl",
        "We are with you",
        "Two Owls",
    }
    text = "The Telegram channels “Harbour Post,” “Revolt is our way” and “Two Owls” denied it."
    assert set(channels(text)) == {"Harbour Post", "Revolt is our way", "Two Owls"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kenya has close ties to Ghana and never condemned its invasion of Togo.",
            {("Ghana", "attacked", "Togo")},
        ),
        (
            "Kenya sold drones to Ghana for use in its invasion of Togo.",
            {("Ghana", "attacked", "Togo")},
        ),
        (
            "Kenya criticised Ghana over its raid on Atakpame.",
            {("Ghana", "attacked", "Atakpame")},
        ),
        ("Kenya defended its raid on Atakpame.", {("Kenya", "attacked", "Atakpame")}),
        ("Kenya is trying to bring down Ghanaian oligarchs.", set()),
    ],
)
def test_nobody_condemns_his_own_and_who_is_given_something_has_use_for_it(
    text: str, found: set[tuple[str, str, str]]
) -> None:
    assert triples(text, "attacked") == found


def test_it_is_nothing_named_in_what_describes_the_subject() -> None:
    text = (
        "Lantern is a Telegram channel. Ivan Popko, a former translator with the Ministry of "
        "Defence, created it."
    )
    assert triples(text, "runs") == {("Ivan Popko", "runs", "Lantern")}
