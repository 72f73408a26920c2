"""The word lists and patterns that reading rests on, as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graph import safe_yaml
from graph.errors import VocabularyError
from ingest.nlp.lexicon import DATA, inverted

LISTS = sorted(DATA.glob("**/*.yaml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_no_key_is_given_twice(path: Path) -> None:
    """YAML would keep the last one and drop the others without a word."""
    node = yaml.compose(path.read_text(encoding="utf8"))
    assert node is not None
    assert list(_given_twice(node)) == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_lists_hold_words_and_each_once(path: Path) -> None:
    """YAML reads "no" and "on" as truth values where they stand without quotation marks."""
    for words in _lists(safe_yaml.load(path)):
        assert [word for word in words if isinstance(word, bool | float)] == []
        plain = [word for word in words if isinstance(word, str)]
        assert [word for word in set(plain) if plain.count(word) > 1] == []


def _lists(value: object) -> Iterator[list[object]]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _lists(inner)
    elif isinstance(value, list):
        yield value
        for inner in value:
            yield from _lists(inner)


def _given_twice(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (key for key in set(keys) if keys.count(key) > 1)
        for _, value in node.value:
            yield from _given_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _given_twice(item)


def test_word_of_two_groups_is_an_error_that_names_both() -> None:
    assert inverted({"arms": ["gun"], "goods": ["bus"]}) == {"gun": "arms", "bus": "goods"}
    with pytest.raises(VocabularyError, match="'gun' is listed under arms and goods"):
        inverted({"arms": ["gun"], "goods": ["bus", "gun"]})
