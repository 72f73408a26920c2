"""Whom "he" takes up behind somebody whom a text brings in without a name."""

from __future__ import annotations

from tests.reading import read, triples


def test_pronoun_behind_somebody_new_is_nobody_named_before() -> None:
    text = "Otto Kern, the minister, was glad. A man left Togo in March. He entered Kenya in May."
    assert triples(text, "visited") == set()
    text = "Otto Kern was glad. A neighbour said he visited Kenya. A woman fell. He visited Ghana."
    assert triples(text, "visited") == {
        ("Otto Kern", "visited", "Kenya"),
        ("Otto Kern", "visited", "Ghana"),
    }


def test_who_goes_on_to_speak_spoke_before_somebody_new_came_in() -> None:
    found = read("Otto Kern spoke in Togo. A man was hurt in Tamale. The road was shut, he noted.")
    (kern,) = (entity for entity in found.entities.values() if entity.type == "Person")
    assert [found.tokens.span_text(m.start, m.end) for m in kern.mentions] == ["Otto Kern", "he"]
