"""Offices whose body stands elsewhere, with a stake or in a list: each test is about English."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "words", ["Ada Quill is the CEO and 71% shareholder of {},", "Ada Quill, CEO and owner of {},"]
)
def test_a_post_joined_to_a_stake_is_of_the_same_body(words: str) -> None:
    assert triples(words.format("Kettle Media") + " they said.", "holds_office", "owns") == {
        ("Ada Quill", "holds_office", "Kettle Media"),
        ("Ada Quill", "owns", "Kettle Media"),
    }


def test_a_minister_is_no_minister_of_what_he_owns() -> None:
    text = "Ada Quill, prime minister and owner of Kettle Media, left."
    assert triples(text, "holds_office") == set()


def test_ministers_listed_behind_a_colon_are_of_the_regime_named_before_it() -> None:
    text = (
        "Togo sanctioned three people from the Kenyan regime: Ada Quill, Interior Minister; "
        "Otto Kern, Deputy Trade Minister and General; Ivan Popko, chairman."
    )
    assert triples(text, "holds_office") == {
        ("Ada Quill", "holds_office", "Kenya"),
        ("Otto Kern", "holds_office", "Kenya"),
    }


def test_people_between_semicolons_suffer_alike_whatever_is_told_of_them() -> None:
    text = (
        "Togo's sanctions include a travel ban on three people: Otto Kern; his son Ivan Kern; "
        "and Ada Quill, head of Kettle Bank."
    )
    assert {target for _, _, target in triples(text, "sanctions")} == {
        "Otto Kern",
        "Ivan Kern",
        "Ada Quill",
    }


def test_a_counterpart_is_named_behind_a_comma_whatever_follows() -> None:
    text = "Togo's foreign minister Otto Kern saw his Kenyan counterpart, Ada Quill on a stage."
    assert triples(text, "holds_office") == {
        ("Otto Kern", "holds_office", "Togo"),
        ("Ada Quill", "holds_office", "Kenya"),
    }


def test_who_speaks_for_a_people_speaks_for_no_ministry_named_before() -> None:
    text = "Togo's foreign ministry said the rebels left. Chechen spokesperson Ada Quill denied it."
    assert triples(text, "holds_office") == set()


def test_a_government_s_spokeswoman_in_a_capital_speaks_for_that_state() -> None:
    text = "Kenya rejected it. “It is wrong,” government spokeswoman Ada Quill told AFP in Nairobi."
    assert triples(text, "holds_office") == {("Ada Quill", "holds_office", "Kenya")}
    text = text.replace("government", "rebel")
    assert triples(text, "holds_office") == set()


def test_who_heads_an_outlet_may_be_named_directly_behind_it() -> None:
    head = "Head of RT Ada Quill could not conceal her fear."
    assert triples(head, "holds_office") == {("Ada Quill", "holds_office", "RT")}
    editor = "The editor of the BBC Ada Quill left."
    assert triples(editor, "holds_office") == {("Ada Quill", "holds_office", "BBC")}


def test_a_body_may_be_told_to_rule_between_an_office_and_its_holder() -> None:
    for body in ("the ruling Reef Union", "the governing party Reef Union"):
        text = f"The billionaire founder of {body}, Otto Kern, left."
        assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Reef Union")}
