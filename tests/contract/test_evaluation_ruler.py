"""Our scorer and the project's ruler, ../shared/tools/score.py, count alike."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evaluation.gold import load
from evaluation.prediction import parse
from evaluation.rules import BOUNDS
from evaluation.run import SETS
from evaluation.score import score

RULER = SETS["shared"].parent.parent / "tools" / "score.py"
CASES = sorted(path for folder in ("open", "shared") for path in SETS[folder].glob("*.gold.json"))
TYPES = ("Person", "State", "Organization", "Place", "ArmedGroup", "Event")

pytestmark = [
    pytest.mark.skipif(not RULER.exists(), reason="the ruler lies outside the repository"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # it leaves closing files to Python
]


@pytest.fixture(scope="module")
def ruler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ruler", RULER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_ruler_and_harness_give_equal_numbers(path: Path, seed: int, ruler, monkeypatch):
    gold = load(path)
    extraction = flawed(json.loads(path.read_text(encoding="utf8")), gold.text, seed)
    stored = gold.text.translate(str.maketrans("“”’", '""\''))
    if seed == 2:  # another text than the annotated one, so that offsets need aligning
        stored, extraction = with_first_line("Stored today.\n", stored, extraction)
    monkeypatch.setattr(ruler, "GOLD", str(path.parent))
    expected = ruler.score(str(path), extraction, stored)
    measures = score(gold, parse(extraction, stored)).measures
    assert {k: (t.right, t.wrong, t.missed) for k, t in measures.items()} == expected
    assert sum(expected["mentions"]) > 0


def flawed(gold: dict[str, Any], text: str, seed: int) -> dict[str, Any]:
    """An extraction made of gold with every kind of fault, the same for the same seed."""
    dice = random.Random(f"{gold['document']['key']}-{seed}")  # noqa: S311
    names = [e for e in gold["entities"] if dice.random() < 0.85]
    entities = [_entity(e, dice) for e in names]
    channels = [_channel(c, dice) for c in gold["channels"] if dice.random() < 0.85]
    junk = [m for m in re.finditer(r"(?<=\s)[a-z]{6,}(?=\s)", text) if dice.random() < 0.05]
    entities += [_record(f"junk{n}", "Place", [_mention(*m.span())]) for n, m in enumerate(junk)]
    ids = [x["id"] for x in entities + channels] or ["nobody"]
    return {
        "entities": [e for e in entities if e["mentions"]],
        "channels": channels,
        "claims": [_claim(c, ids, dice) for c in gold["claims"] if dice.random() < 0.8]
        + [{"start": m.start(), "end": m.end() + 40, "speaker": ids[0]} for m in junk[::3]],
        "relations": [_relation(r, ids, dice) for r in gold["relations"] if dice.random() < 0.8],
    }


def _mention(start: int, end: int, kind: str = "name") -> dict[str, Any]:
    return {"start": start, "end": end, "kind": kind}


def _record(id_: str, type_: str, mentions: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": id_, "type": type_, "name": id_, "mentions": mentions}


def _entity(gold: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    type_ = gold["type"] if dice.random() < 0.8 else dice.choice(TYPES)
    mentions = [
        _mention(m["start"], m["end"], dice.choice((m["kind"], "name")))
        for m in gold["mentions"]
        if dice.random() < 0.85
    ]
    return _record(f"x-{gold['id']}", type_, mentions)


def _channel(gold: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    named = dice.random() < 0.5
    mentions = [
        _mention(m["start"], m["end"], "name" if named else "intro") for m in gold["mentions"]
    ]
    return {
        **_record(f"x-{gold['id']}", "Channel", mentions),
        "anonymous": not named,
        "subscribers": gold["subscribers"] if dice.random() < 0.8 else 17,
        "bound": BOUNDS[gold["subscribers_bound"]] if dice.random() < 0.8 else "approx",
    }


def _claim(gold: dict[str, Any], ids: list[str], dice: random.Random) -> dict[str, Any]:
    cut = dice.choice((0, 0, 5, 25))
    speaker = f"x-{gold['speaker']}" if dice.random() < 0.8 else dice.choice(ids)
    return {
        "start": gold["start"],
        "end": max(gold["end"] - cut, gold["start"] + 3),
        "speaker": speaker,
        "stance": dice.choice(("asserts", "denies", "hedges", "praises", "mocks", "silent")),
        "date": dice.choice((gold.get("date"), "2025-01-01", None)),
    }


def _relation(gold: dict[str, Any], ids: list[str], dice: random.Random) -> dict[str, Any]:
    evidence = gold["evidence"][0] if gold.get("evidence") else {"start": 3, "end": 30}
    ends = [f"x-{gold['source']}", f"x-{gold['target']}"]
    if dice.random() < 0.2:
        ends.reverse()
    if dice.random() < 0.1:
        ends[0] = dice.choice(ids)
    return {
        "source": ends[0],
        "type": gold["relation"].upper() if dice.random() < 0.85 else "SUPPORTS",
        "target": ends[1],
        "start": evidence["start"],
        "end": evidence["end"],
    }


def with_first_line(line: str, text: str, extraction: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The same extraction from a text that begins with one more line."""
    shifted = json.loads(json.dumps(extraction))
    items = [m for part in ("entities", "channels") for x in shifted[part] for m in x["mentions"]]
    for record in items + shifted["claims"] + shifted["relations"]:
        record["start"] += len(line)
        record["end"] += len(line)
    return line + text, shifted
