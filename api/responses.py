"""What the API sends, as far as the vocabulary does not say it already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar, Union

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.statements import derived_types
from graph.catalogue import Column, Parameter, Query
from graph.ids import sha256
from graph.responses import response_model
from graph.store.answers import Answer
from graph.store.schema import quoting_types
from graph.vocabulary import load_vocabulary

T = TypeVar("T")

CONTEXT = 200


def _any_of(names: list[str]) -> Any:
    """The union of response models of these types, told apart by `type`."""
    models = tuple(response_model(name) for name in names)
    return Annotated[Union[models], Field(discriminator="type")]  # noqa: UP007 - a computed union


def _concrete(root: str) -> list[str]:
    return sorted(node.name for node in load_vocabulary().concrete() if root in node.labels)


if TYPE_CHECKING:
    AnyDerived: TypeAlias = BaseModel
    AnyDocument: TypeAlias = BaseModel
    AnyEntity: TypeAlias = BaseModel
    AnyRelationship: TypeAlias = BaseModel
else:
    AnyDerived = _any_of(list(derived_types()))
    AnyDocument = _any_of(_concrete("Document"))
    AnyEntity = _any_of(_concrete("Entity"))
    AnyRelationship = _any_of(sorted(quoting_types()))


def typed(type_: str, properties: Mapping[str, Any], **more: Any) -> BaseModel:
    """A node or relationship of the store as the vocabulary's model of its type."""
    model = response_model(type_)
    known = {name: value for name, value in properties.items() if name in model.model_fields}
    return model.model_validate(known | more)


def type_of(labels: list[str]) -> str:
    """The concrete type among a node's labels."""
    concrete = {node.name for node in load_vocabulary().concrete()}
    return next(label for label in labels if label in concrete)


class Sent(BaseModel):
    """Base of the models below."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Health(Sent):
    """Whether the server and its store answer."""

    status: str = Field(description="`ok`.")
    version: str = Field(description="Version of Sayso.")
    store: str = Field(description="The store's name and version.")


class Page(Sent, Generic[T]):
    """Some of a longer list."""

    items: list[T]
    next: str | None = Field(description="Address of what follows; null at the end.")


class DocumentSummary(Sent):
    """A document without its text."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    lang: str | None
    published_at: str | None
    length: int = Field(description="Length of the text in characters.")

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> DocumentSummary:
        """A row of the statement `documents` as it is sent."""
        return cls.model_validate({name: row[name] for name in cls.model_fields})


OneLine = Annotated[str, AfterValidator(lambda name: " ".join(name.split()))]
"""A name as it is shown; where it is the beginning of a text, that may have line breaks."""


class End(Sent):
    """One end of a relationship."""

    id: str
    name: OneLine | None = Field(description="Its name or title, or the beginning of its text.")


class RelationshipCard(Sent):
    """A cited relationship and the names of its ends."""

    relationship: AnyRelationship
    source: End
    target: End


class Verification(Sent):
    """Whether a citation still is what the stored text says at its place."""

    holds: bool = Field(description="True where quote, place and text all fit.")
    found: str = Field(description="What the text says there.")
    text_unchanged: bool = Field(
        description="Whether the text still has the hash it was stored with."
    )


class Citation(RelationshipCard):
    """A cited relationship with its document, the words around the quote, and the check."""

    document: str = Field(description="Id of the document.")
    title: str | None
    url: str | None
    before: str = Field(description="Up to 200 characters before the quote.")
    after: str = Field(description="Up to 200 characters after it.")
    verification: Verification


class QueryCard(Sent):
    """A question of the catalogue."""

    id: str
    topic: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    parameters_schema: Mapping[str, Any] = Field(description="The same as a JSON Schema.")
    columns: tuple[Column, ...]
    example: Mapping[str, Any]
    cypher: str = Field(description="The file as it can be pasted into Neo4j Browser.")


class Rows(Sent):
    """The rows of an answer."""

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    truncated: bool = Field(description="Whether a limit of the server cut the answer short.")


class QueryAnswer(Rows):
    """The rows that answer a question of the catalogue."""

    query: str
    parameters: Mapping[str, Any]


def card(row: Mapping[str, Any]) -> RelationshipCard:
    """A row of the statement `relationships` as it is sent."""
    return RelationshipCard(**ends(row))


def ends(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row with a relationship and the names of its ends gives a `RelationshipCard`."""
    both = {"source": row["source"], "target": row["target"]}
    return {
        "relationship": typed(row["type"], row["properties"], **both),
        "source": End(id=row["source"], name=row["source_name"]),
        "target": End(id=row["target"], name=row["target_name"]),
    }


def citation_card(row: Mapping[str, Any]) -> Citation:
    """A row of the statement `citation`, checked against the text it comes with."""
    text, said = row["text"], row["properties"]
    start, end = said["start"], said["end"]
    within = 0 <= start < end <= len(text)
    found = text[start:end] if within else ""
    unchanged = sha256(text) == row["sha256"]
    verification = Verification(
        holds=unchanged and within and found == said["quote"], found=found, text_unchanged=unchanged
    )
    return Citation(
        **ends(row),
        document=row["document"],
        title=row["title"],
        url=row["url"],
        before=text[max(0, start - CONTEXT) : start] if within else "",
        after=text[end : end + CONTEXT] if within else "",
        verification=verification,
    )


def query_card(query: Query) -> QueryCard:
    """A question as it is sent."""
    shown = query.model_dump(exclude={"statement", "text"})
    return QueryCard(**shown, parameters_schema=query.json_schema(), cypher=query.text)


def query_answer(query: Query, arguments: Mapping[str, Any], found: Answer) -> QueryAnswer:
    """What a question was answered with."""
    return QueryAnswer(
        query=query.id,
        parameters=arguments,
        columns=found.columns,
        rows=found.records(),
        truncated=found.truncated,
    )
