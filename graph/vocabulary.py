"""The vocabulary: every node and relationship type, read from graph/schema into frozen models.

Constraints, write statements, endpoint checks, response models and docs/vocabulary.md are all
computed from what `load_vocabulary` returns; a type is typed once, in its YAML file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from graph import safe_yaml
from graph.errors import VocabularyError
from graph.ids import sha256

SCHEMA = Path(__file__).parent / "schema"

# `text` is prose that no index is made of; `date` is EDTF, `datetime` ISO 8601 in UTC. Both are
# kept as strings: a store's own date types cannot say "autumn 2024", and these sort just the same.
PropertyType = Literal["string", "text", "integer", "float", "boolean", "date", "datetime"]
Category = Literal["assertion", "speech", "mention", "claim", "post", "derived"]
Doc = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8)]
Label = Annotated[str, StringConstraints(pattern=r"^([A-Z][a-z]+)+$")]
TypeName = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(_[A-Z]+)*$")]
PropertyName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]

PYTHON_TYPES: Mapping[str, type] = MappingProxyType(
    {"integer": int, "float": float, "boolean": bool}
    | dict.fromkeys(("string", "text", "date", "datetime"), str)
)


class Strict(BaseModel):
    """Base of all declarations: nothing unknown in a file, nothing changed after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Property(Strict):
    """One property of a node or relationship; `multi` ones hold a list without order.

    The words of `search` ones are found by full text; only strings and prose can be.
    """

    name: PropertyName
    type: PropertyType
    doc: Doc
    required: bool = False
    multi: bool = False
    index: bool = False
    search: bool = False
    values: tuple[str, ...] = ()


class _NodeFile(Strict):
    name: Label
    doc: Doc
    abstract: bool = False
    extends: str | None = None
    prefix: str | None = Field(default=None, pattern=r"^[a-z]+$")
    keyed: bool = False
    properties: tuple[Property, ...] = ()
    examples: tuple[str, ...] = ()


class _RelationshipFile(Strict):
    name: TypeName
    doc: Doc
    category: Category
    domain: tuple[str, ...] = Field(min_length=1)
    range: tuple[str, ...] = Field(min_length=1)
    symmetric: bool = False
    properties: tuple[Property, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)


class _CategoryFile(Strict):
    name: Category
    doc: Doc
    cited: bool
    properties: tuple[Property, ...] = ()


class NodeType(_NodeFile):
    """A node type with all it inherits: `labels` run from the most general one to its own.

    A `keyed` type is found by its own label, since some of its nodes lack the ones above; any other
    by the first.
    """

    labels: tuple[str, ...]

    @property
    def root(self) -> str:
        """The label by whose unique `id` nodes of this type are found."""
        return self.name if self.keyed else self.labels[0]


class RelationshipType(_RelationshipFile):
    """A relationship type with the shared properties of its category.

    `sources` and `targets` are the concrete node types that domain and range allow.
    """

    cited: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]


class Vocabulary(Strict):
    """All types by name; `digest` changes whenever a declaration does."""

    nodes: Annotated[Mapping[str, NodeType], AfterValidator(MappingProxyType)]
    relationships: Annotated[Mapping[str, RelationshipType], AfterValidator(MappingProxyType)]
    categories: Annotated[Mapping[str, str], AfterValidator(MappingProxyType)]
    digest: str

    def node(self, name: str) -> NodeType:
        """The node type of this name, or a `VocabularyError` that suggests the nearest one."""
        return _lookup(self.nodes, name, "node type")

    def relationship(self, name: str) -> RelationshipType:
        """The relationship type of this name, or a `VocabularyError` with the nearest one."""
        return _lookup(self.relationships, name, "relationship type")

    def concrete(self) -> tuple[NodeType, ...]:
        """Every node type that nodes can have, by name."""
        return tuple(node for node in self.nodes.values() if not node.abstract)

    def roots(self) -> tuple[str, ...]:
        """Every label whose `id` is unique, sorted."""
        return tuple(sorted({node.root for node in self.nodes.values()}))


_T = TypeVar("_T")
_M = TypeVar("_M", bound=Strict)


def _lookup(types: Mapping[str, _T], name: str, what: str) -> _T:
    if name not in types:
        near = difflib.get_close_matches(name, types, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(sorted(types))}"
        raise VocabularyError(f"the vocabulary has no {what} {name!r}", remedy=hint)
    return types[name]


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """Sayso's own vocabulary, read once a process."""
    return read_vocabulary(SCHEMA)


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read the declarations under `folder` and resolve inheritance, shared properties and ranges.

    Raises `VocabularyError`, naming the file and the remedy, for anything that does not fit.
    """
    nodes = _read_each(folder / "nodes", _NodeFile)
    relationships = _read_each(folder / "relationships", _RelationshipFile)
    declared = _read_list(folder / "categories.yaml", _CategoryFile)
    categories: dict[str, _CategoryFile] = {item.name: item for item in declared}
    citation = citation_properties(folder)
    resolved_nodes = {name: _resolve_node(name, nodes) for name in sorted(nodes)}
    _refuse_shared_prefixes(resolved_nodes)
    resolved = {
        name: _resolve_relationship(path, item, resolved_nodes, categories, citation)
        for name, (path, item) in sorted(relationships.items())
    }
    content = [model.model_dump_json() for model in (*resolved_nodes.values(), *resolved.values())]
    return Vocabulary(
        nodes=resolved_nodes,
        relationships=resolved,
        categories={name: item.doc for name, item in categories.items()},
        digest=sha256("\n".join(content))[:16],
    )


def citation_properties(folder: Path) -> tuple[Property, ...]:
    """What every relationship of a cited category carries, in the order it is declared."""
    return tuple(_read_list(folder / "citation.yaml", Property))


def _read_each(folder: Path, model: type[_M]) -> dict[str, tuple[Path, _M]]:
    found: dict[str, tuple[Path, _M]] = {}
    for path in sorted(folder.glob("*.yaml")):
        declared = _validate(path, model, _parse(path))
        name: str = getattr(declared, "name")  # noqa: B009 - both file models have one
        if name in found:
            raise VocabularyError(
                f"{path}: {name} is declared in {found[name][0].name} already",
                remedy="Rename or delete one of the two",
            )
        found[name] = (path, declared)
    return found


def _read_list(path: Path, model: type[_M]) -> list[_M]:
    return [_validate(path, model, item) for item in _parse(path)]


def _parse(path: Path) -> Any:
    try:
        return safe_yaml.load(path)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"{path}: {error}", remedy="Make it a readable YAML file") from error


def _validate(path: Path, model: type[_M], content: Any) -> _M:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise VocabularyError(
            f"{path}: {where}: {first['msg']}", remedy="Correct or remove this key"
        ) from error


def _resolve_node(name: str, nodes: Mapping[str, tuple[Path, _NodeFile]]) -> NodeType:
    path, declared = nodes[name]
    chain = [declared]
    while (parent := chain[-1].extends) is not None:
        if parent not in nodes or not nodes[parent][1].abstract or len(chain) > len(nodes):
            raise VocabularyError(
                f"{path}: extends {parent}, which is no abstract node type above it",
                remedy="Name a type declared with `abstract: true`",
            )
        chain.append(nodes[parent][1])
    chain.reverse()
    properties = _checked(path, [p for item in chain for p in item.properties])
    prefix = next((item.prefix for item in reversed(chain) if item.prefix), None)
    if not declared.abstract and (prefix is None or "id" not in {p.name for p in properties}):
        raise VocabularyError(f"{path}: {name} has no prefix or no id", remedy="Declare both")
    if not declared.abstract and not declared.examples:
        raise VocabularyError(f"{path}: {name} has no example", remedy="Add `examples`")
    return NodeType(
        **(dict(declared) | {"properties": properties, "prefix": prefix}),
        labels=tuple(item.name for item in chain),
    )


def _checked(path: Path, properties: Iterable[Property]) -> tuple[Property, ...]:
    named: dict[str, Property] = {}
    for item in properties:
        if item.name in named:
            raise VocabularyError(
                f"{path}: {item.name} is declared twice, inherited and shared ones included",
                remedy="Remove it here",
            )
        if item.index and (item.multi or item.type == "text"):
            raise VocabularyError(
                f"{path}: property {item.name} cannot be indexed", remedy="Remove `index`"
            )
        if item.search and item.type not in ("string", "text"):
            raise VocabularyError(
                f"{path}: property {item.name} holds no words", remedy="Remove `search`"
            )
        if item.values and (item.type != "string" or len(set(item.values)) < len(item.values)):
            raise VocabularyError(
                f"{path}: the values of {item.name} repeat or are no strings",
                remedy="List each string once, with `type: string`",
            )
        named[item.name] = item
    return tuple(named.values())


def _refuse_shared_prefixes(nodes: Mapping[str, NodeType]) -> None:
    """An id must say under which label it is unique, and for entities its type."""
    seen: dict[str, NodeType] = {}
    for node in nodes.values():
        if node.abstract or node.prefix is None:
            continue
        other = seen.setdefault(node.prefix, node)
        if other is not node and not (node.root == other.root and nodes[node.root].prefix):
            raise VocabularyError(
                f"{node.name} and {other.name} share the prefix {node.prefix!r}",
                remedy="Give each its own",
            )


def _resolve_relationship(
    path: Path,
    declared: _RelationshipFile,
    nodes: Mapping[str, NodeType],
    categories: Mapping[str, _CategoryFile],
    citation: tuple[Property, ...],
) -> RelationshipType:
    for name in (*declared.domain, *declared.range):
        if name not in nodes:
            raise VocabularyError(
                f"{path}: {name} is no node type", remedy=f"Known: {', '.join(sorted(nodes))}"
            )
    category = _lookup(categories, declared.category, "category")
    shared = citation if category.cited else category.properties
    return RelationshipType(
        **(dict(declared) | {"properties": _checked(path, (*shared, *declared.properties))}),
        cited=category.cited,
        sources=_concrete(declared.domain, nodes),
        targets=_concrete(declared.range, nodes),
    )


def _concrete(groups: Iterable[str], nodes: Mapping[str, NodeType]) -> tuple[str, ...]:
    return tuple(
        sorted(
            node.name
            for node in nodes.values()
            if not node.abstract and set(node.labels) & set(groups)
        )
    )
