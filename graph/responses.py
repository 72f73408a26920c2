"""pydantic models and column lists of every type, computed from the vocabulary."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from graph.vocabulary import PYTHON_TYPES, NodeType, Property, RelationshipType, load_vocabulary

# How a document's share in a node is kept is the writer's business, not the reader's.
INTERNAL = frozenset({"contribution", "fingerprint", "locked"})


class Response(BaseModel):
    """Base of all response models: only what the vocabulary declares leaves the program."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )


@cache
def response_model(name: str) -> type[BaseModel]:
    """The model of a node type ("State") or relationship type ("SIGNED") as the API sends it.

    Nodes have `type` beside their properties; relationships `type`, `source` and `target`, the ids
    of their ends. Raises `VocabularyError` for a name the vocabulary does not hold.
    """
    declared = _declared(name)
    fields: dict[str, Any] = {"type": (Literal[declared.name], declared.name)}
    if isinstance(declared, RelationshipType):
        fields["source"] = (str, Field(description="Id of the node it starts from."))
        fields["target"] = (str, Field(description="Id of the node it points to."))
    fields |= {item.name: _field(item) for item in _public(declared)}
    return create_model(declared.name, __base__=Response, __doc__=declared.doc, **fields)


def export_columns(name: str) -> tuple[str, ...]:
    """The columns of a type in tables: `type`, the ends of a relationship, then its properties."""
    return tuple(response_model(name).model_fields)


def _declared(name: str) -> NodeType | RelationshipType:
    vocabulary = load_vocabulary()
    return vocabulary.relationship(name) if name.isupper() else vocabulary.node(name)


def _public(declared: NodeType | RelationshipType) -> list[Property]:
    return [item for item in declared.properties if item.name not in INTERNAL]


def _field(item: Property) -> tuple[Any, Any]:
    kind: Any = Literal[item.values] if item.values else PYTHON_TYPES[item.type]
    if item.multi:
        kind = tuple[kind, ...]
    if item.required:
        return kind, Field(description=item.doc)
    return (
        (kind, Field(default=(), description=item.doc))
        if item.multi
        else (
            kind | None,
            Field(default=None, description=item.doc),
        )
    )
