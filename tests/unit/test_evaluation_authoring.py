from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from evaluation.authoring import GOLD, annotated_documents, build, dumps
from evaluation.markup import AnnotationError, Mark, read_markup

SOURCE = {
    "genre": "note",
    "published": "2025-01-02",
    "text": "{C_1+ Alpha, a channel with {C_1# 7,000 fans}}, said <H1 {S_N Norland} won>. It is.\n",
    "entities": "S_N: State | Norland | aka=Republic of Norland\n",
    "channels": "C_1: Alpha | subs=7000 exact\n",
    "claims": "H1: C_1 reported asserts asserted cue=said\n",
    "relations": "?C_1 quoted S_N :: Alpha, a channel ... won\n",
}


def built(tmp_path: Path, **changes: str) -> tuple[str, dict]:
    path = tmp_path / "note.annotated.yaml"
    path.write_text(yaml.safe_dump({**SOURCE, **changes}, allow_unicode=True))
    return build(path)


def test_marks_nest_and_leave_the_plain_text():
    text, marks = read_markup("A {P_X= {S_N~ Norland} envoy} said <H1* yes>.")
    assert text == "A Norland envoy said yes."
    assert marks == [
        Mark("P_X", "=", 2, 15, is_claim=False),
        Mark("S_N", "~", 2, 9, is_claim=False),
        Mark("H1", "*", 21, 24, is_claim=True),
    ]


@pytest.mark.parametrize("marked", ["{S_N Norland", "Norland}", "{S_N a <H1 b} c>", "{norland x}"])
def test_unbalanced_or_crossing_marks_are_refused(marked):
    with pytest.raises(AnnotationError):
        read_markup(marked)


def test_offsets_of_gold_hold_in_its_text(tmp_path):
    text, gold = built(tmp_path)
    spans = [m for item in gold["entities"] + gold["channels"] for m in item["mentions"]]
    spans += [gold["relations"][0]["evidence"][0], gold["channels"][0]["subscribers_span"]]
    assert [text[s["start"] : s["end"]] for s in spans] == [s["surface"] for s in spans]
    assert gold["claims"][0]["text"] == "Norland won"
    assert gold["relations"][0]["evidence"][0]["surface"].startswith("Alpha, a channel")


@pytest.mark.parametrize(
    ("part", "value", "complaint"),
    [
        ("text", SOURCE["text"].replace("It is", "It is Norland"), "unannotated"),
        ("text", SOURCE["text"].replace("It is", "It saw Carol"), "unannotated"),
        ("text", SOURCE["text"].replace("It is", "{S_X It} is"), "not declared"),
        ("entities", SOURCE["entities"] + "S_Q: State | Qand\n", "never mentioned"),
        ("entities", SOURCE["entities"].replace("State", "Country"), "none of"),
        ("channels", "C_1: Alpha\n", "declared or marked, but not both"),
        ("claims", "H1: P_Q reported asserts asserted\n", "unknown speaker"),
        ("claims", "H1: C_1 reported insists asserted\n", "none of"),
        ("relations", "C_1 quoted S_N :: nowhere\n", "occurs 0 times"),
        ("relations", "C_1 likes S_N :: Alpha\n", "none of"),
        ("relations", "C_1 quoted S_N\n", "no evidence"),
    ],
)
def test_incomplete_or_contradictory_annotation_is_refused(tmp_path, part, value, complaint):
    with pytest.raises(AnnotationError, match=complaint):
        built(tmp_path, **{part: value})


def test_name_listed_as_plain_word_needs_no_mention(tmp_path):
    text = SOURCE["text"].replace("It is", "It saw Carol")
    assert built(tmp_path, text=text, plain="Carol")[0].endswith("It saw Carol.\n")


@pytest.mark.parametrize("number", range(len(list(annotated_documents()))))
def test_stored_gold_is_what_its_annotation_builds(number):
    # By number and without a diff: a failure must not show what a blind document says.
    path = list(annotated_documents())[number]
    text, gold = build(path)
    stored = path.with_name(gold["document"]["file"])
    is_current = stored.read_text(encoding="utf8") == text
    is_current &= stored.with_suffix(".gold.json").read_text(encoding="utf8") == dumps(gold)
    assert is_current, "run python -m evaluation.authoring"


@pytest.mark.parametrize("half", ["open", "blind"])
def test_each_half_has_six_documents_of_article_length(half):
    lengths = [len(path.read_text().split()) for path in sorted((GOLD / half).glob("*.txt"))]
    assert len(lengths) == 6
    assert all(330 <= length <= 700 for length in lengths)


def test_halves_share_no_genre():
    genres = [
        {json.loads(p.read_text())["document"]["genre"] for p in (GOLD / half).glob("*.gold.json")}
        for half in ("open", "blind")
    ]
    assert len(genres[0]) == len(genres[1]) == 6
    assert not genres[0] & genres[1]
