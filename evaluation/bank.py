"""How many of the relations that sentences state are found: `python -m evaluation.bank [TYPE ...]`.

The sentences are invented, in the manner of news, by people who knew neither the rules nor what
they make of a text, seventy for each of twenty relation types and no two with the same construction
and the same word for it. One half is read while the rules are mended; of the other, the held one,
this module shows nothing but sums. Names are compared leniently: what is measured is whether the
relation is seen, not how its ends are called.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evaluation.rules import alike, is_symmetric
from evaluation.tally import Tally
from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Findings, findings
from ingest.nlp.pipeline import load

FOLDER = Path(__file__).parent / "sentences"
HALVES = ("read", "held")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_FORCES = "armed forces of "
_LEAST = 4  # letters of a name that may be told by its place in a longer one
Triple = tuple[str, str, str]

console = Console()


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence or two, and every relation of the vocabulary they state between named ones."""

    text: str
    relations: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The tally of one text: what was found besides counts as wrong, though some of it is true."""

    tally: Tally
    missed: tuple[Triple, ...]
    besides: tuple[Triple, ...]


def read(type_: str, half: str) -> list[Stated]:
    """The sentences of one relation type and half; `half` is one of HALVES."""
    lines = (FOLDER / half / f"{type_}.jsonl").read_text(encoding="utf8").splitlines()
    records = (json.loads(line) for line in lines)
    return [
        Stated(r["text"], tuple((s, relation, t) for s, relation, t in r["relations"]))
        for r in records
    ]


def types() -> list[str]:
    """The relation types there are sentences for."""
    return sorted(path.stem for path in (FOLDER / "read").glob("*.jsonl"))


def score(stated: Stated, found: Findings) -> Result:
    """Compare the relations found in a text with those it states."""
    edges = [
        (_names(found, r.source), r.type, _names(found, r.target), (r.source, r.type, r.target))
        for r in found.relations
    ]
    used: set[Triple] = set()
    missed: list[Triple] = []
    for source, type_, target in stated.relations:
        one, two = _forms(source), _forms(target)
        hits = {
            key
            for first, seen, second, key in edges
            if seen in alike({type_})
            and (
                (_same(first, one) and _same(second, two))
                or (is_symmetric(type_) and _same(first, two) and _same(second, one))
            )
        }
        used |= hits
        missed += [] if hits else [(source, type_, target)]
    besides = tuple(dict.fromkeys(key for *_, key in edges if key not in used))
    right = len(stated.relations) - len(missed)
    return Result(Tally(right, len(besides), len(missed)), tuple(missed), besides)


def _names(found: Findings, id_: str) -> set[str]:
    """What an entity or channel is called in the text, and by its state where it is an army."""
    known = found.entities.get(id_) or found.channels[id_]
    forms = _forms(known.name)
    for mention in known.mentions:
        forms |= _forms(found.tokens.span_text(mention.start, mention.end))
    return forms | {form.removeprefix(_FORCES) for form in forms}


def _forms(name: str) -> set[str]:
    bare = _ARTICLE.sub("", name.strip())
    known = gazetteer().by_name.get(bare)
    return {bare.casefold()} | ({known.name.casefold()} if known is not None else set())


def _same(ones: set[str], others: set[str]) -> bool:
    """Whether two names are one, contain one another, or share two words."""
    if ones & others:
        return True
    for one in ones:
        for other in others:
            long = min(len(one), len(other)) >= _LEAST
            if (long and (one in other or other in one)) or (
                len(set(one.split()) & set(other.split())) > 1
            ):
                return True
    return False


def results(type_: str, half: str) -> Iterator[tuple[Stated, Result]]:
    """Every text of a type with what was found in it."""
    stated = read(type_, half)
    docs = load().pipe((item.text for item in stated), batch_size=64)
    for item, doc in zip(stated, docs, strict=True):
        yield item, score(item, findings(doc))


def main(
    wanted: Annotated[
        list[str] | None, typer.Argument(help="Relation types; all by default.")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Show what is missed, of the read half.")
    ] = False,
) -> None:
    """Count the relations found in sentences that state them (docs/evaluation.md)."""
    unknown = set(wanted or ()) - set(types())
    if unknown:
        raise typer.BadParameter(f"no sentences for {', '.join(sorted(unknown))}")
    table = Table(
        "relation", *(f"{half}: found" for half in HALVES), *(f"{half}: besides" for half in HALVES)
    )
    sums = {half: Tally() for half in HALVES}
    for type_ in wanted or types():
        tallies: dict[str, Tally] = {}
        for half in HALVES:
            tallies[half] = Tally()
            for item, result in results(type_, half):
                tallies[half] += result.tally
                if verbose and half == "read" and (result.missed or result.besides):
                    _show(item, result)
            sums[half] += tallies[half]
        table.add_row(type_, *_cells(tallies))
    table.add_section()
    table.add_row("all", *_cells(sums))
    console.print(table)


def _cells(tallies: dict[str, Tally]) -> list[str]:
    found = [f"{t.right} of {t.right + t.missed} ({t.recall:.2f})" for t in tallies.values()]
    return [*found, *(str(tally.wrong) for tally in tallies.values())]


def _show(item: Stated, result: Result) -> None:
    console.print(item.text, style="bold", markup=False, highlight=False)
    for label, triples in (("missed", result.missed), ("besides", result.besides)):
        for triple in triples:
            console.print(f"  {label}: {' '.join(triple)}", markup=False, highlight=False)


if __name__ == "__main__":
    typer.run(main)
