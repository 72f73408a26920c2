"""Claims about the one normalisation of texts and the language they are in."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text import language, normalise

# Everything decoded text can hold: all of Unicode but halves of surrogate pairs.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=40)


@st.composite
def wrapped_texts(draw: st.DrawFn) -> str:
    """Paragraphs of a few lines each, set to one width, with or without a blank line between."""
    width = draw(st.integers(50, 120))
    paragraphs = draw(st.lists(WORDS, min_size=1, max_size=6))
    between = draw(st.sampled_from(("\n", "\n\n")))
    return between.join(textwrap.fill(" ".join(words), width) for words in paragraphs)


def visible(text: str) -> list[str]:
    """The characters a reader sees, composed: letters, marks, digits, punctuation, symbols."""
    composed = unicodedata.normalize("NFC", text)
    return [char for char in composed if unicodedata.category(char)[0] in "LNPS"]


@given(TEXTS | wrapped_texts())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(
    st.text(
        st.characters(exclude_categories=["C", "M"], exclude_characters="\u115f\u1160\u3164\uffa0")
    )
)
def test_no_visible_character_is_lost(text: str) -> None:
    assert visible(normalise(text)) == visible(text)


@given(st.text("aб «»“”'—-…\u0301\u00a0\u202f\u200b\ufeff\u00ad\r\n\t\x0c\x00"))
def test_only_spaces_and_invisible_characters_change(text: str) -> None:
    unseen = "\u200b\ufeff\u00ad\x00"
    expected = unicodedata.normalize("NFC", "".join(c for c in text if c not in unseen))
    assert "".join(normalise(text).split()) == "".join(expected.split())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one\r\ntwo\rthree\u2028four\x0cfive\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("5\u00a0000\u202fmen,\u2007he said", "5 000 men, he said"),
        ("propa\u00adganda\u200b and\ufeff more\x00", "propaganda and more"),
        ("\u202eabc\u202c\u200f", "abc"),
        ("trailing  \t\nspaces \n", "trailing\nspaces"),
        ("\n\n  indented first line", "  indented first line"),
        ("Лукашенко\u0438\u0306 є\u0457", "Лукашенкой єї"),
        ("“curly” «angle» „low“ – — ‘single’ … '\"", "“curly” «angle» „low“ – — ‘single’ … '\""),
        ("two  spaces\tand a tab\n\n\n\nstay", "two  spaces\tand a tab\n\n\n\nstay"),
        ("ﬁ ½ ² №", "ﬁ ½ ² №"),
        (" \u3000 \n\x00", ""),
    ],
)
def test_what_changes_and_what_stays(before: str, after: str) -> None:
    assert normalise(before) == after


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministry said on Monday that the troops were not at the border.", "en"),
        ("Міністерство оборони заявило, що війська не перебувають на кордоні.", "uk"),
        ("Министерство обороны заявило, что войска не находятся на границе.", "ru"),
        ("Das Ministerium teilte am Montag mit, die Truppen seien nicht dort.", "de"),
        ("Ministerstwo poinformowało w poniedziałek, że wojska nie ma na granicy.", "pl"),
        ("Rybar: Kursk today", "en"),
        ("1 2 3 !", None),
        ("", None),
    ],
)
def test_language_of_a_sentence(text: str, code: str | None) -> None:
    assert language(text) == code


def test_lines_broken_only_for_width_are_joined_again() -> None:
    wrapped = (
        "How the channels explained it\n\nBy Anna Example\n\n"
        "The first channel said that nothing had happened in the village of Verkhnia\n"
        "Lozova, and the second that it had happened but that nobody there had minded\n"
        "very much.\n"
        "- a list item that is long enough to reach the right margin of this text here\n"
        "- another item"
    )
    lines = normalise(wrapped).split("\n")
    assert lines[4].startswith("The first channel")
    assert lines[4].endswith("very much.")
    assert "Verkhnia Lozova" in lines[4]
    assert lines[2] == "By Anna Example"
    assert lines[-2:] == [
        "- a list item that is long enough to reach the right margin of this text here",
        "- another item",
    ]


def test_short_paragraphs_of_two_lines_do_not_melt_together() -> None:
    text = (
        "The minister told the parliament that a new convoy\nhad left the port.\n"
        "The ambassador denied that any such convoy\nhad ever been seen."
    )
    assert normalise(text) == text
