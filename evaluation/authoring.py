"""Turn an annotated document (`X.annotated.yaml`) into gold (`X.gold.json`, `X.txt`), or refuse it.

The YAML holds the marked text (see `markup`) and, a line each, what the marks mean:

    entities: |
      S_RU: State | Russia | aka=Russian Federation | alt=Organization | opt
    channels: |
      C_1: Rybar | platform=Telegram | subs=1300000 exact | owner=P_X | opt
    claims: |
      H1: P_X quoted asserts asserted cue='told reporters' date=2025-03-14 basis=stated
    relations: |
      P_X holds_office S_RU title='spokesman' :: Kremlin spokesman X      ("?P_X" is optional)

Evidence is text of the document; `first words ... last words` stands for all between them.
`python -m evaluation.authoring` rebuilds every document and fails on the first contradiction.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from evaluation.audit import audit
from evaluation.labels import (
    BOUNDS,
    CHANNEL_KINDS,
    MENTION_KINDS,
    MODALITIES,
    MODES,
    RELATIONS,
    STANCES,
    TYPES,
)
from evaluation.markup import AnnotationError, Mark, read_markup

GOLD = Path(__file__).parent / "gold"
Json = dict[str, Any]


def annotated_documents(folder: Path = GOLD) -> Iterator[Path]:
    """Every annotated document below `folder`, in a stable order."""
    yield from sorted(folder.glob("*/*.annotated.yaml"))


def build(path: Path) -> tuple[str, Json]:
    """The plain text and the gold of one annotated document.

    Raises `AnnotationError` where an id is not declared or not used, a label is not of the
    vocabulary, evidence is not in the text, or a name occurs unannotated.
    """
    try:
        source = yaml.safe_load(path.read_text(encoding="utf8"))
        return _build(source, path.name.removesuffix(".annotated.yaml"))
    except (AnnotationError, KeyError, ValueError) as error:
        raise AnnotationError(f"{path.name}: {error}") from error


def _build(source: Json, key: str) -> tuple[str, Json]:
    text, marks = read_markup(source["text"].rstrip("\n") + "\n")
    entities = [_entity(i, spec, text, marks) for i, spec in _entries(source["entities"])]
    channels = [_channel(i, spec, text, marks) for i, spec in _entries(source.get("channels"))]
    actors = {item["id"] for item in entities + channels}
    claims = [_claim(i, spec, text, marks, actors) for i, spec in _entries(source["claims"])]
    declared = actors | {claim["id"] for claim in claims}
    unknown = sorted({mark.id for mark in marks} - declared)
    if unknown:
        raise AnnotationError(f"marked but not declared: {unknown}")
    relations = [
        _relation(f"R{n:02d}", line, text, actors)
        for n, line in enumerate(source["relations"].splitlines(), 1)
    ]
    audit(text, entities, channels, claims, plain=_listed(source.get("plain")))
    gold: Json = {
        "document": {
            "key": key,
            "file": f"{key}.txt",
            "language": "en",
            "genre": source["genre"],
            "published": str(source["published"]),
            "source": "written for this project",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "length": len(text),
            "annotated_range": [0, len(text)],
        },
        "entities": entities,
        "channels": channels,
        "claims": claims,
        "claim_links": [
            _link(line, claims) for line in (source.get("claim_links") or "").splitlines()
        ],
        "claim_unrelated_pairs": [],
        "relations": relations,
        "dates": [
            date
            for words, norm in _entries(source.get("dates"))
            for date in _dates(words, norm, text)
        ],
        "ignore": [],
    }
    return text, gold


def _entries(block: str | None) -> list[tuple[str, str]]:
    """The `id: what it means` lines of a block; an id given twice is an error."""
    entries: dict[str, str] = {}
    for line in (block or "").splitlines():
        id_, separator, spec = line.partition(": ")
        if not separator or id_ in entries:
            raise AnnotationError(f"not 'id: meaning', or given twice: {line!r}")
        entries[id_] = spec.strip()
    return list(entries.items())


def _span(text: str, start: int, end: int, **more: object) -> Json:
    return {"start": start, "end": end, "surface": text[start:end], **more}


def _options(words: list[str]) -> Json:
    """`opt` and `key=value` words as a mapping; an unknown shape is an error, never ignored."""
    options: Json = {}
    for word in words:
        name, separator, value = word.strip().partition("=")
        if name != "opt" and not separator:
            raise AnnotationError(f"neither 'opt' nor key=value: {word!r}")
        options[name] = value if separator else True
    return options


def _take(options: Json, *names: str) -> Json:
    unknown = set(options) - set(names)
    if unknown:
        raise AnnotationError(f"unknown options {sorted(unknown)}")
    return options


def _listed(value: str | None) -> list[str]:
    return [part.strip() for part in value.split(",")] if value else []


def _of(label: str, allowed: frozenset[str]) -> str:
    if label not in allowed:
        raise AnnotationError(f"{label!r} is none of {sorted(allowed)}")
    return label


def _entity(id_: str, spec: str, text: str, marks: list[Mark]) -> Json:
    type_, canonical, *rest = [part.strip() for part in spec.split("|")]
    options = _take(_options(rest), "opt", "aka", "alt", "note")
    mentions = [
        _span(text, m.start, m.end, kind=MENTION_KINDS[m.flag]) for m in marks if m.id == id_
    ]
    if not mentions:
        raise AnnotationError(f"{id_} is never mentioned")
    entity: Json = {
        "id": id_,
        "type": _of(type_, TYPES),
        "canonical": canonical,
        "aliases": _listed(options.get("aka")),
        "required": "opt" not in options,
        "mentions": mentions,
    }
    if "alt" in options:
        entity["type_alternatives"] = [_of(x, TYPES | {"Channel"}) for x in _listed(options["alt"])]
    return entity


def _channel(id_: str, spec: str, text: str, marks: list[Mark]) -> Json:
    name, *rest = [part.strip() for part in spec.split("|")]
    options = _take(_options(rest), "opt", "platform", "handle", "subs", "owner", "kind")
    own = [mark for mark in marks if mark.id == id_]
    mentions = [
        _span(text, m.start, m.end, kind=CHANNEL_KINDS[m.flag]) for m in own if m.flag != "#"
    ]
    intros = [mention for mention in mentions if mention["kind"] == "intro"]
    numbers = [_span(text, m.start, m.end) for m in own if m.flag == "#"]
    if len(intros) != 1:
        raise AnnotationError(f"{id_} needs one introduction, has {len(intros)}")
    number, _, bound = options.get("subs", "").partition(" ")
    if bool(number) != bool(numbers):
        raise AnnotationError(f"{id_}: its number is declared or marked, but not both")
    return {
        "id": id_,
        "key": intros[0]["surface"],
        "kind": options.get("kind", "channel"),
        "platform": options.get("platform"),
        "handle": options.get("handle"),
        "name": None if name == "-" else name,
        "subscribers": int(number) if number else None,
        "subscribers_bound": _of(bound or "none", BOUNDS),
        "owner": options.get("owner"),
        "required": "opt" not in options,
        "first_mention": {k: intros[0][k] for k in ("start", "end", "surface")},
        "subscribers_span": numbers[0] if numbers else None,
        "mentions": mentions,
    }


def _claim(id_: str, spec: str, text: str, marks: list[Mark], actors: set[str]) -> Json:
    speaker, mode, stance, modality, *rest = shlex.split(spec)
    options = _take(
        _options(rest), "opt", "via", "cue", "date", "basis", "speakers", "stances", "modalities"
    )
    own = [mark for mark in marks if mark.id == id_]
    main = [mark for mark in own if mark.flag == ""]
    others = _listed(options.get("speakers"))
    for actor in [speaker, *others, *_listed(options.get("via"))]:
        if actor not in actors | {"document"}:
            raise AnnotationError(f"{id_}: unknown speaker {actor}")
    if len(main) != 1:
        raise AnnotationError(f"{id_} needs one main span, has {len(main)}")
    start, end = main[0].start, main[0].end
    return {
        "id": id_,
        "speaker": speaker,
        "speaker_alternatives": others,
        "via": options.get("via"),
        "text": text[start:end],
        "start": start,
        "end": end,
        "alt_spans": [_span(text, m.start, m.end) for m in own if m.flag == "*"],
        "mode": _of(mode, MODES),
        "stance": _of(stance, STANCES),
        "stance_alternatives": [_of(s, STANCES) for s in _listed(options.get("stances"))],
        "modality": _of(modality, MODALITIES),
        "modality_alternatives": [_of(m, MODALITIES) for m in _listed(options.get("modalities"))],
        "cue": options.get("cue"),
        "date": options.get("date"),
        "date_basis": options.get("basis", "context" if "date" in options else None),
        "required": "opt" not in options,
    }


def _evidence(quote: str, text: str) -> Json:
    first, *last = [part.strip() for part in quote.split(" ... ")]
    if text.count(first) != 1:
        raise AnnotationError(f"evidence occurs {text.count(first)} times: {first!r}")
    start = text.index(first)
    end = start + len(first)
    if last:
        found = text.find(last[0], end)
        if found < 0:
            raise AnnotationError(f"evidence does not end with {last[0]!r}")
        end = found + len(last[0])
    return _span(text, start, end)


def _relation(id_: str, line: str, text: str, actors: set[str]) -> Json:
    header, *quotes = line.split(" :: ")
    source, relation, target, *rest = shlex.split(header)
    required = not source.startswith("?")
    source = source.removeprefix("?")
    names = ("date", "mod", "by", "alsoS", "alsoT", "alsoR", "what", "title", "medium", "inferred")
    options = _take(_options(rest), *names)
    more_sources, more_targets = _listed(options.get("alsoS")), _listed(options.get("alsoT"))
    by = options.get("by", "document")
    for actor in [
        source,
        target,
        *more_sources,
        *more_targets,
        *([by] if by != "document" else []),
    ]:
        if actor not in actors:
            raise AnnotationError(f"{line}: unknown {actor}")
    if not quotes:
        raise AnnotationError(f"no evidence: {line}")
    return {
        "id": id_,
        "source": source,
        "relation": _of(relation, RELATIONS),
        "target": target,
        "also_sources": more_sources,
        "also_targets": more_targets,
        "also_relations": [_of(r, RELATIONS) for r in _listed(options.get("alsoR"))],
        "date": options.get("date"),
        "modality": _of(options.get("mod", "asserted"), MODALITIES),
        "asserted_by": by,
        "required": required,
        "inferred": "inferred" in options,
        "attributes": {k: options[k] for k in ("what", "title", "medium") if k in options},
        "evidence": [_evidence(quote, text) for quote in quotes],
    }


def _link(line: str, claims: list[Json]) -> Json:
    first, kind, second, level = line.split()
    known = {claim["id"] for claim in claims}
    if {first, second} - known or kind not in ("repeats", "contradicts"):
        raise AnnotationError(f"not a link between claims: {line}")
    return {"a": first, "relation": kind, "b": second, "level": level}


def _dates(surface: str, norm: str, text: str) -> Iterator[Json]:
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
    if not found:
        raise AnnotationError(f"date not in the text: {surface!r}")
    kind = "explicit" if re.search(r"\d{4}", surface) else "relative"
    yield from (_span(text, start, end, norm=norm, kind=kind) for start, end in found)


def main() -> int:
    """Rebuild every annotated document; the exit status is 1 when one is refused."""
    for path in annotated_documents():
        try:
            text, gold = build(path)
        except AnnotationError as error:
            print(error, file=sys.stderr)
            return 1
        stem = path.with_name(gold["document"]["file"]).with_suffix("")
        stem.with_suffix(".txt").write_text(text, encoding="utf8", newline="\n")
        stem.with_name(stem.name + ".gold.json").write_text(dumps(gold), encoding="utf8")
        counts = {k: len(gold[k]) for k in ("entities", "channels", "claims", "relations")}
        print(f"{path.parent.name}/{gold['document']['key']}: {len(text.split())} words, {counts}")
    return 0


def dumps(gold: Json) -> str:
    """Gold as it is stored: stable, readable, one trailing newline."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
