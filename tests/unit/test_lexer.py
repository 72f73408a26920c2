"""Cypher cut into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.store.lexer import parameters, tokens


def kinds(text):
    return [(token.kind, token.text) for token in tokens(text)]


def test_comments_and_space_are_no_tokens():
    assert kinds("a/* LOAD\nCSV */b// CALL x\r c") == [
        ("word", "a"),
        ("word", "b"),
        ("word", "c"),
    ]


def test_strings_hide_what_they_hold():
    assert kinds(r"""'it\'s // $x' "/* \" `" `a``b`""") == [
        ("string", r"'it\'s // $x'"),
        ("string", r'"/* \" `"'),
        ("quoted", "`a``b`"),
    ]


def test_names_lose_their_quotes():
    assert [token.name for token in tokens("`a``b` $p $`q r` c")] == ["a`b", "p", "q r", "c"]


def test_range_is_one_sign():
    assert [token.text for token in tokens("x[1..2]")] == ["x", "[", "1", "..", "2", "]"]


@pytest.mark.parametrize(("text", "keyword"), [("Load", "LOAD"), ("uſe", "USE"), ("`use`", "")])
def test_keywords_are_words_in_any_case(text, keyword):
    assert next(tokens(text)).keyword == keyword


@pytest.mark.parametrize("text", ["'a", '"a', "`a", "/* a", "a 'b\\'"])
def test_what_is_never_closed_is_refused(text):
    with pytest.raises(QueryError, match="never closes"):
        list(tokens(text))


def test_parameters_are_those_outside_strings_and_comments():
    assert parameters("$a + '$b' // $c\n + $`d e` + $ f") == {"a", "d e", "f"}


@given(st.text(alphabet="ab'\"`/*$\\\n .", max_size=40))
def test_tokens_stand_in_the_text_in_order(text):
    position = 0
    try:
        for token in tokens(text):
            position = text.index(token.text, position) + len(token.text)
    except QueryError:
        assert set(text) & set("'\"`/")
