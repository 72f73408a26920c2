"""Who is not meant: bystanders, people named later, forgers' victims, and whom a claim is about."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read, triples


def _said(text: str) -> set[tuple[str | None, str]]:
    return {(who, said) for who, _, said in claims(text)}


def test_a_bystander_is_not_who_was_named_before() -> None:
    text = "Otto Kern was arrested. The judge said that it rained. The prosecutor said it poured."
    assert _said(text) == {("judge", "it rained"), ("prosecutor", "it poured")}


@pytest.mark.parametrize("title", ["Judge Otto Kern", "The judge Otto Kern", "Otto Kern, a judge,"])
def test_a_bystander_is_who_was_called_so_before(title: str) -> None:
    assert _said(f"{title} opened the case. The judge said that it was old.") == {
        ("Otto Kern", "it was old")
    }


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "A source said that the suspect had fled. His lawyer, Ada Quill, said he was ill.",
            "source",
        ),
        ("The mayor said that the road was shut. Quill denied that it was.", "mayor"),
        (
            "The mayor said it fell. The firm is owned by Otto Kern. Kern has denied that it fell.",
            "mayor",
        ),
    ],
)
def test_somebody_unnamed_is_not_who_is_named_next_as_somebody_else(text: str, first: str) -> None:
    assert first in {who for who, _, _ in claims(text)}


def test_somebody_unnamed_is_who_is_introduced_in_full_as_he_speaks() -> None:
    text = "A former minister said the dam was old. Ada Quill told reporters that it fell."
    assert {who for who, _, _ in claims(text)} == {"Ada Quill"}


@pytest.mark.parametrize(
    "forged", ["A forged BBC video", "A fake BBC report", "A spoofed BBC post"]
)
def test_a_forgery_is_not_said_by_whose_name_it_bears(forged: str) -> None:
    assert _said(f"{forged} claimed that the dam had burst.") == {(None, "the dam had burst")}


@pytest.mark.parametrize(
    "text",
    [
        "The letter is a forgery. It was published by the channel Lantern.",
        "The video was made by a machine. It was posted by a user called @lantern.",
        "The story is false. It was spread by the blogger Ada Quill.",
        "The forgery was seen by many. It was first shared by the account “Lantern”.",
    ],
)
def test_what_is_told_of_a_thing_is_not_said_by_who_passes_it_on(text: str) -> None:
    assert claims(text) == set()


def test_a_rumour_is_passed_on_with_what_it_says() -> None:
    text = "The claim that the dam had burst was false. RT repeated it. Many accounts shared it."
    assert _said(text) == {("RT", "the dam had burst")}


def test_who_is_called_something_carries_nothing() -> None:
    text = "The EU described RT as an arm of intelligence."
    assert {c.via for c in read(text).claims} == {None}
    assert triples(text, "quoted") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya neither confirmed nor denied that it had shelled the dam.",
        "Kenya would neither confirm nor deny the report.",
        "Kenya has never confirmed or denied having missiles.",
        "Ghana said that it fell. Kenya declined to confirm it.",
    ],
)
def test_who_neither_confirms_nor_denies_is_silent(text: str) -> None:
    found = read(text)
    of_kenya = {c.stance for c in found.claims if c.speaker and named(found, c.speaker) == "Kenya"}
    assert of_kenya == {"silent"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A blogger mocked the plan, calling it “a circus for the gullible”.",
            ("blogger", "mocks", "it “a circus for the gullible”"),
        ),
        (
            "Ada Quill laughed at the claim that the war was over.",
            ("Ada Quill", "mocks", "the war was over"),
        ),
        (
            "The channel Lantern sneered: “Great victory, comrades.”",
            ("Lantern", "mocks", "Great victory, comrades."),
        ),
        ("Kenya did not rule out sending troops.", ("Kenya", "hedges", "sending troops")),
        ("Kenya described the talks as one-sided.", ("Kenya", "asserts", "the talks as one-sided")),
        ("Kenya called it inaccurate.", ("Kenya", "denies", "it inaccurate")),
        ("“Nonsense,” said Ada Quill.", ("Ada Quill", "denies", "Nonsense,")),
    ],
)
def test_contents_and_stances_of_short_and_mocking_words(
    text: str, found: tuple[str, str, str]
) -> None:
    assert claims(text) == {found}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill warned against it.",
        "The pipeline belongs to Kettle AG, in which Gazprom holds 51 percent.",
    ],
)
def test_nothing_is_said_by_a_pronoun_or_a_share(text: str) -> None:
    assert claims(text) == set()
