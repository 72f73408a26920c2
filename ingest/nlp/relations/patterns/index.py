"""Relation patterns as data: the format, its checks, and the index by trigger word.

One file a relation type in data/en/relations, named like the type in lower case:

    relation: VISITED                  # a relationship of graph/schema
    sources: [Person, State]           # optional: narrower than the vocabulary's domain and range
    targets: [Place, State]
    patterns:
      - verb: [visit, tour]            # trigger lemmas; `noun:`, `adjective:` for others
        source: subject                # a role, or several: the first that is filled counts
        target: object
        example: "Ada Quill visited Ghana."    # a sentence of ours the pattern matches, as tested
      - noun: [talk, meeting]
        pair: [between, modifier]      # both parties in one role, for symmetric types
        example: "The talks between Kenya and Ghana ended."

Roles: `subject` and `object` are logical (passives, relative clauses, control and coordination are
undone), `indirect` the recipient without preposition, `possessor` ("X's visit"), `modifier` ("US
sanctions"), `maker` the same before a verb's object ("bought Kenyan grain"), `carrier` the subject
of a support verb ("X paid a visit"), `user` who has what was supplied ("X flies jets supplied by
Y"), `origin` whose the verb's object is ("blocked X's sale of"), `undergoer` whom it befalls ("X
came under attack"), `victim` what was hurt in it ("houses were hit in"), `publisher` where it
appeared ("remarks aired on X"), `occasion` the subject of what happened on it ("during a visit, X
said"), `referent` whom a role noun describes ("its ally X"), `kind` the plain nouns before a noun
("arms deliveries"), `rank` the ordinal of "second in command", `self` the trigger itself ("Kenyan
troops in X"), `complement` what a copula says of its subject ("was a prisoner in X"), `infinitive`
what somebody is called on to do ("called on X to leave"), `partner` with whom it is done ("together
with X", "in partnership with X"), `entered` what is closed to somebody ("barred from entering X"),
`giver` who gives a noun's goods ("X sold German tanks"), `helper` who comes to help ("X came to the
aid of"), `helped` who acts with help ("with support, X did"); any other role is a preposition.

Further keys of a pattern: `sources`/`targets` (types), `particle` (one of these must go with the
verb), `needs` (role: lemmas one of whose nouns must stand there), `unless` (role: lemmas of which
none may), `without` (roles that must be empty), `through` (groups of stand-ins of arguments.yaml;
government and forces by default), `what` (roles whose noun names the goods, see goods.yaml),
`goods` (only these), `attributes` (fixed values), `modality` (what the words imply by themselves),
`implied` (a plural subject without a name stands for the last two parties the text spoke of),
`headline` (in one without a verb the other party is the first person the text goes on with),
`stative` (it holds whatever the clause around it says), `ends` (trigger lemmas that tell of its
end: "left the party").
A lemma under `needs` may be two words, a noun and what stands before it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from graph import safe_yaml
from graph.errors import VocabularyError
from graph.model import Modality
from graph.vocabulary import RelationshipType, load_vocabulary
from ingest.nlp import lexicon
from ingest.nlp.relations.arguments.words import argument_words

FOLDER = lexicon.DATA / "relations"
DEFAULT_THROUGH = ("government", "forces")
GRAMMATICAL_ROLES = frozenset(
    {
        "subject",
        "object",
        "indirect",
        "possessor",
        "modifier",
        "carrier",
        "origin",
        "undergoer",
        "victim",
        "publisher",
        "occasion",
        "referent",
        "kind",
        "rank",
        "maker",
        "user",
        "complement",
        "infinitive",
        "partner",
        "self",
        "entered",
        "giver",
        "helper",
        "helped",
    }
)
_PREPOSITIONS = """
to from of by with in into at on against between for over under near inside
within among across after alongside towards toward about around outside through
via beneath beside opposite out
along as behind onto throughout off during
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())


class _Pattern(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    needs: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    without: tuple[str, ...] = ()
    through: tuple[str, ...] = DEFAULT_THROUGH
    what: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    attributes: dict[str, str] = Field(default_factory=dict)
    modality: Modality = "asserted"
    implied: bool = False
    headline: bool = False
    stative: bool = False
    ends: tuple[str, ...] = ()
    example: str

    @field_validator(
        "verb", "noun", "adjective", "source", "target", "pair", "particle", "without", "what",
        "ends", mode="before",
    )  # fmt: skip
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _complete(self) -> _Pattern:
        if sum(map(bool, (self.verb, self.noun, self.adjective))) != 1:
            raise ValueError("a pattern has either `verb`, `noun` or `adjective`")
        if bool(self.pair) == bool(self.source and self.target):
            raise ValueError("a pattern has either `source` and `target` or `pair`")
        for role in (
            *self.source,
            *self.target,
            *self.pair,
            *self.needs,
            *self.unless,
            *self.without,
        ):
            if role not in GRAMMATICAL_ROLES and role not in PREPOSITIONS:
                raise ValueError(f"{role!r} is no role and no preposition")
        unknown = set(self.through) - argument_words().stand_ins.keys() - {"sites"}
        if unknown:
            raise ValueError(f"arguments.yaml has no stand-ins {', '.join(sorted(unknown))}")
        return self


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    relation: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    patterns: tuple[_Pattern, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way a relation is worded, ready to match; the keys are explained in the module's text."""

    relation: str
    symmetric: bool
    source: tuple[str, ...]
    target: tuple[str, ...]
    pair: tuple[str, ...]
    sources: frozenset[str]
    targets: frozenset[str]
    particle: frozenset[str]
    needs: tuple[tuple[str, frozenset[str]], ...]
    unless: tuple[tuple[str, frozenset[str]], ...]
    without: tuple[str, ...]
    through: tuple[str, ...]
    what: tuple[str, ...]
    goods: frozenset[str]
    attributes: tuple[tuple[str, str], ...]
    modality: Modality
    implied: bool
    headline: bool
    stative: bool
    ends: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """All patterns by the lemma that triggers them."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    adjectives: dict[str, tuple[Pattern, ...]]


@lru_cache(maxsize=1)
def load_patterns() -> PatternIndex:
    """Sayso's own patterns, read once a process."""
    return read_patterns(FOLDER)


def read_patterns(folder: Path) -> PatternIndex:
    """Read and check every file of a folder.

    Raises `VocabularyError`, naming the file, for a pattern that could never match as meant.
    """
    verbs: dict[str, list[Pattern]] = defaultdict(list)
    nouns: dict[str, list[Pattern]] = defaultdict(list)
    adjectives: dict[str, list[Pattern]] = defaultdict(list)
    for path in sorted(folder.glob("*.yaml")):
        file = _read(path)
        type_ = load_vocabulary().relationship(file.relation)
        if path.stem != file.relation.lower():
            raise VocabularyError(
                f"{path}: holds patterns of {file.relation}",
                remedy=f"Rename it to {file.relation.lower()}.yaml",
            )
        for declared in file.patterns:
            pattern = _resolve(path, file, declared, type_)
            for lemma in declared.verb:
                verbs[lemma].append(pattern)
            for lemma in declared.noun:
                nouns[lemma].append(pattern)
            for lemma in declared.adjective:
                adjectives[lemma].append(pattern)
    return PatternIndex(
        {lemma: tuple(patterns) for lemma, patterns in verbs.items()},
        {lemma: tuple(patterns) for lemma, patterns in nouns.items()},
        {lemma: tuple(patterns) for lemma, patterns in adjectives.items()},
    )


def _read(path: Path) -> _File:
    try:
        content = safe_yaml.load(path)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path}: {error}", remedy="Make it readable YAML") from error
    try:
        return _File.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise VocabularyError(
            f"{path}: {where}: {first['msg']}",
            remedy="The format is described at the top of ingest/nlp/relations/patterns.py",
        ) from error


def _resolve(path: Path, file: _File, declared: _Pattern, type_: RelationshipType) -> Pattern:
    """A checked pattern with the types its arguments may have."""
    if declared.pair and not type_.symmetric:
        raise VocabularyError(f"{path}: {type_.name} has a direction", remedy="Replace `pair`")
    known = {item.name for item in type_.properties}
    for name in (*declared.attributes, *(("what",) if declared.what else ())):
        if name not in known:
            raise VocabularyError(
                f"{path}: {type_.name} has no property {name}", remedy="Declare it in graph/schema"
            )
    return Pattern(
        relation=type_.name.lower(),
        symmetric=type_.symmetric,
        source=declared.source,
        target=declared.target,
        pair=declared.pair,
        sources=_narrowed(path, type_.sources, declared.sources or file.sources),
        targets=_narrowed(path, type_.targets, declared.targets or file.targets),
        particle=frozenset(declared.particle),
        needs=tuple((role, frozenset(lemmas)) for role, lemmas in declared.needs.items()),
        unless=tuple((role, frozenset(lemmas)) for role, lemmas in declared.unless.items()),
        without=declared.without,
        through=declared.through,
        what=declared.what,
        goods=frozenset(declared.goods),
        attributes=tuple(sorted(declared.attributes.items())),
        modality=declared.modality,
        implied=declared.implied,
        headline=declared.headline,
        stative=declared.stative,
        ends=frozenset(declared.ends),
        example=declared.example,
    )


def _narrowed(path: Path, allowed: tuple[str, ...], wanted: tuple[str, ...]) -> frozenset[str]:
    outside = set(wanted) - set(allowed)
    if outside:
        raise VocabularyError(
            f"{path}: the vocabulary does not allow {', '.join(sorted(outside))} here",
            remedy=f"Use some of {', '.join(allowed)}",
        )
    return frozenset(wanted or allowed)
