"""The pattern files: what is refused, and that the refusal names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import load_vocabulary
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices import holders
from ingest.nlp.relations.patterns.index import (
    FOLDER,
    Pattern,
    PatternIndex,
    load_patterns,
    read_patterns,
)
from ingest.nlp.relations.patterns.matching import PatternMatcher
from tests.reading import read

GOOD = (
    "relation: VISITED\npatterns:\n  - verb: [visit]\n    source: subject\n    target: object\n"
    "    example: Ada Quill visited Ghana.\n"
)


def write(folder: Path, content: str, name: str = "visited.yaml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_pattern_is_found_by_each_of_its_lemmas(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("[visit]", "[visit, tour]"))
    assert set(read_patterns(tmp_path).verbs) == {"visit", "tour"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("VISITED", "VISITTED"),
        ("source: subject", "source: subjekt"),
        ("verb: [visit]", "verb: [visit]\n    noun: [visit]"),
        ("    source: subject\n", ""),
        ("    example: Ada Quill visited Ghana.\n", ""),
        ("target: object", "target: object\n    targets: [Treaty]"),
        ("target: object", "target: object\n    colour: red"),
        ("source: subject\n    target: object", "pair: subject"),
        ("target: object", "target: object\n    attributes: {what: arms}"),
        ("patterns:", "patterns: ["),
    ],
)
def test_a_pattern_that_cannot_match_as_meant_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(VocabularyError):
        read_patterns(tmp_path)


def test_the_refusal_names_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace("source: subject", "source: subjekt"))
    with pytest.raises(VocabularyError, match=str(path)):
        read_patterns(tmp_path)


def test_a_file_must_be_named_like_its_relation(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "toured.yaml")
    with pytest.raises(VocabularyError, match=r"visited\.yaml"):
        read_patterns(tmp_path)


def test_every_relation_between_entities_has_its_patterns() -> None:
    wanted = {
        name.lower()
        for name, type_ in load_vocabulary().relationships.items()
        if type_.category == "assertion" and "SubscriberCount" not in type_.targets
    }
    kept = {path.stem for path in FOLDER.glob("*.yaml")}
    assert wanted == kept
    assert load_patterns().verbs


def _only(pattern: Pattern) -> PatternIndex:
    """Sayso's index with this pattern alone, under its lemmas."""
    verbs, nouns, adjectives = (
        {lemma: (pattern,) for lemma, patterns in kind.items() if pattern in patterns}
        for kind in (load_patterns().verbs, load_patterns().nouns, load_patterns().adjectives)
    )
    return PatternIndex(verbs, nouns, adjectives)


def _all() -> list[Pattern]:
    index = load_patterns()
    kinds = (index.verbs, index.nouns, index.adjectives)
    return list(dict.fromkeys(p for kind in kinds for ps in kind.values() for p in ps))


@pytest.mark.parametrize("pattern", _all(), ids=lambda p: f"{p.relation}: {p.example}")
def test_a_pattern_matches_the_sentence_it_gives_as_an_example(pattern: Pattern) -> None:
    found = read(pattern.example)
    arguments = Arguments(found)
    list(holders.matches(found, arguments))  # titles before names, which arguments look past
    assert list(PatternMatcher(found, arguments, _only(pattern)).matches())
    assert pattern.relation in {relation.type for relation in found.relations}
