"""What is known by name before a document is read: states, places, bodies, outlets, people.

The data stands in `data/en`; names and demonyms of countries are kept by hand, city names come
from GeoNames (CC BY 4.0) and serve as evidence of a type, never as entities of their own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graph import ids
from ingest.nlp import lexicon

Sense = Literal["name", "demonym", "people", "seat"]
# What a state's name may stand behind: "the Republic of Maldives".
_FORMS = ("Republic of", "Republic of the", "Kingdom of")
_HYPHEN = re.compile(r"(?<=[^\W\d])([-–/])(?=[^\W\d])")
_ABBREVIATION = re.compile(r"(?:\w\.){2,}")


@dataclass(frozen=True, slots=True)
class Known:
    """A name that stands for an entity, and in what sense: its name, a demonym, a seat of power.

    `type` is a vocabulary type; `kind` the vocabulary's kind for organizations and channels.
    """

    id: str
    type: str
    name: str
    sense: Sense = "name"
    kind: str | None = None


words = lexicon.words


def split(name: str) -> tuple[str, ...]:
    """A name cut the way the spaCy tokenizer cuts it: hyphens and possessives stand alone."""
    parts: list[str] = []
    for word in name.replace("’", "'").split():
        if _ABBREVIATION.fullmatch(word):
            parts.append(word)
        elif word.endswith("'s"):
            parts += [*_HYPHEN.split(word[:-2]), "'s"]
        else:
            parts += _HYPHEN.split(word)
    return tuple(parts)


class Gazetteer:
    """Longest match of known names against a list of token texts."""

    def __init__(self, entries: Iterable[tuple[str, Known]]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        self.by_name: dict[str, Known] = {}
        for name, known in entries:
            parts = split(name)
            if name not in self.by_name:
                self.by_name[name] = known
                self.by_first.setdefault(parts[0], []).append((parts, known))
        for rows in self.by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def match(self, texts: Sequence[str], at: int) -> tuple[int, Known] | None:
        """The past-the-last token and the meaning of the longest known name that starts here."""
        first = texts[at]
        shouted = len(first) > 3 and first.isupper() and first not in self.by_first
        for parts, known in self.by_first.get(first.title() if shouted else first, ()):
            end = at + len(parts)
            if len(parts) == 1 and (not shouted or len(first) > 4):
                return end, known
            told = (t.replace("’", "'") for t in texts[at:end])
            if tuple(t.title() if shouted else t for t in told) == parts and len(parts) > 1:
                return end, known  # "FRANCE 24" as well
        return None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All known names: states first, so that no later list can redefine one."""
    return Gazetteer(
        [
            *_states(),
            *_spelled("places.txt", "Place"),
            *_regions(),
            *_spelled("treaties.txt", "Treaty"),
            *_spelled("events.txt", "Event"),
            *_spelled("people.txt", "Person"),
            *_outlets(),
            *_organizations(),
            *_seats_of_bodies(),
            *_things(),
        ]
    )


@lru_cache(maxsize=1)
def state_codes() -> dict[str, str]:
    """The name of every state by its code, as in `state:KP`."""
    return {
        row["code"]: row["name"] for row in csv.DictReader(lexicon.read("states.csv").splitlines())
    }


def fights(name: str) -> bool:
    """Whether a body is known to fight: the Wagner Group, Hamas."""
    known = gazetteer().by_name.get(name)
    return known is not None and known.kind == "military"


def _states() -> Iterator[tuple[str, Known]]:
    rows = list(csv.DictReader(lexicon.read("states.csv").splitlines()))
    columns: tuple[tuple[str, Sense], ...] = (
        ("name", "name"),
        ("aliases", "name"),
        ("adjectives", "demonym"),
        ("people", "people"),
        ("seats", "seat"),
    )
    for column, sense in columns:
        for row in rows:
            known = Known(f"state:{row['code']}", "State", row["name"], sense)
            yield from ((name, known) for name in row[column].split(";") if name)
    for row in rows:
        known = Known(f"state:{row['code']}", "State", row["name"])
        yield from ((f"{form} {row['name']}", known) for form in _FORMS)


def _regions() -> Iterator[tuple[str, Known]]:
    """Adjectives of regions that no state has: "the Chechen leader"."""
    for row in csv.DictReader(lexicon.read("regions.csv").splitlines()):
        place = Known(ids.entity_id("Place", row["place"]), "Place", row["place"], "demonym")
        yield from ((adjective, place) for adjective in row["adjectives"].split(";"))


@lru_cache(maxsize=1)
def place_names() -> dict[str, str]:
    """The name under which each spelling of a place is kept ("Odessa" under "Odesa")."""
    return {spelling: known.name for spelling, known in _spelled("places.txt", "Place")}


@lru_cache(maxsize=1)
def towns() -> frozenset[str]:
    """The places that are cities under one of their spellings ("Grodno", also "Hrodna")."""
    return frozenset(name for spelling, name in place_names().items() if lexicon.is_city(spelling))


def _spelled(file: str, type_: str) -> Iterator[tuple[str, Known]]:
    """Lines of "name; other spelling; ...": every spelling with the entity of the first."""
    for line in _lines(file):
        name, *others = (part.strip() for part in line.split(";"))
        known = Known(ids.entity_id(type_, name), type_, name)
        yield from ((other, known) for other in (name, *others) if other)


def _things() -> Iterator[tuple[str, Known]]:
    yield from ((line, Known(line, "Thing", line)) for line in _lines("things.txt"))


def _lines(name: str) -> list[str]:
    rows = lexicon.read(name).splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def _organizations() -> Iterator[tuple[str, Known]]:
    for kind, rows in lexicon.load("organizations").items():
        type_ = "Bloc" if kind == "bloc" else "Organization"
        yield from _named(rows, type_, kind)


def _seats_of_bodies() -> Iterator[tuple[str, Known]]:
    for seat, name in lexicon.load("names")["body_seats"].items():
        id_ = ids.entity_id("Organization", name)
        yield seat, Known(id_, "Organization", name, "seat", kind="igo")


def _outlets() -> Iterator[tuple[str, Known]]:
    for kind, rows in lexicon.load("outlets").items():
        yield from _named(rows, "Channel", kind)


def _named(rows: dict[str, list[str]], type_: str, kind: str) -> Iterator[tuple[str, Known]]:
    for name, others in rows.items():
        known = Known(ids.entity_id(type_, name), type_, name, kind=kind)
        yield from ((other, known) for other in (name, *others))
