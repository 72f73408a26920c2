"""From an extraction to the graph: every finding becomes a node, a mention or a cited assertion."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from babel import Locale

from graph.edtf import precision
from graph.ids import hashed_id, slug
from graph.model import Assertion, Citation, Document, DocumentGraph, Mentions, Node, Value
from ingest.extraction import (
    ChannelRecord,
    ClaimRecord,
    EntityRecord,
    Extraction,
    RelationRecord,
)

LANGUAGES = ("en", "uk", "ru")


def to_graph(extraction: Extraction) -> DocumentGraph:
    """Everything one extraction contributes to the store; a pure function of it."""
    document = extraction.document
    nodes = [_entity_node(entity) for entity in extraction.entities]
    assertions: list[Assertion] = []
    for channel in extraction.channels:
        nodes.append(_channel_node(channel))
        for node, assertion in _audience(document, channel):
            nodes.append(node)
            assertions.append(assertion)
        if channel.owner is not None and not _same_name(channel.owner, channel.id):
            assertions.append(_owner(document, channel))
    for claim in extraction.claims:
        nodes.append(_claim_node(document, claim))
        assertions.append(_speech(document, claim))
    assertions += [_relation(document, relation) for relation in extraction.relations]
    named: list[EntityRecord | ChannelRecord] = [*extraction.entities, *extraction.channels]
    return DocumentGraph(
        document,
        tuple({node.id: node for node in nodes}.values()),
        tuple({assertion.id: assertion for assertion in assertions}.values()),
        tuple(_mentions(record) for record in named),
    )


def _entity_node(entity: EntityRecord) -> Node:
    properties: dict[str, Value] = {"name": entity.name, **entity.properties}
    if entity.type == "Treaty":
        # The core name tells treaties apart inside a document; the year is that of the signing.
        properties.pop("core", None)
        if "year" in properties:
            properties["signed"] = properties.pop("year")
    if entity.type == "State":
        properties |= _state_names(entity.id.removeprefix("state:"))
    return Node(entity.type, entity.id, properties)


def _state_names(code: str) -> dict[str, Value]:
    """A state's code and its names by language, from the CLDR."""
    names: dict[str, Value] = {"code": code}
    for language in LANGUAGES:
        name = Locale(language).territories.get(code)
        if name is not None:
            names[f"name_{language}"] = name
    return names


def _channel_node(channel: ChannelRecord) -> Node:
    properties: dict[str, Value] = {"name": channel.name, "anonymous": channel.anonymous}
    optional = {
        "platform": channel.platform,
        "handle": channel.handle,
        "kind": channel.kind,
        "owner": channel.owner,
        "description": (channel.mentions[0].text,) if channel.anonymous else None,
    }
    properties |= {key: value for key, value in optional.items() if value is not None}
    return Node("Channel", channel.id, properties)


def _mentions(record: EntityRecord | ChannelRecord) -> Mentions:
    places = record.mentions
    return Mentions(
        record.id,
        tuple(m.start for m in places),
        tuple(m.end for m in places),
        tuple(m.text for m in places),
        tuple(m.kind for m in places),
    )


def _cite(document: Document, start: int, end: int) -> Citation:
    return Citation(document.id, start, end, document.text[start:end])


def _audience(document: Document, channel: ChannelRecord) -> Iterator[tuple[Node, Assertion]]:
    """The subscriber number as an observation, cited by the phrase that gives it."""
    if channel.subscribers is None:
        return
    id_ = hashed_id("subscribers", channel.id, channel.subscribers, channel.bound, document.id)
    properties: dict[str, Value] = {"value": channel.subscribers, "bound": channel.bound}
    if document.published_at:
        properties["date"] = document.published_at[:10]
    first = channel.mentions[0]
    start, end = channel.number or (first.start, first.end)
    citation = _cite(document, min(start, first.start), max(end, first.end))
    yield (
        Node("SubscriberCount", id_, properties),
        _assertion("HAS_SUBSCRIBERS", channel.id, id_, citation, {}),
    )


def _same_name(owner: str, channel: str) -> bool:
    """A blogger read once as a channel and once as its owner runs nothing but himself."""
    return owner.partition(":")[2] == channel.partition(":")[2]


def _owner(document: Document, channel: ChannelRecord) -> Assertion:
    first = channel.mentions[0]
    citation = _cite(document, first.start, first.end)
    return _assertion("RUNS", str(channel.owner), channel.id, citation, {})


def _claim_node(document: Document, claim: ClaimRecord) -> Node:
    properties: dict[str, Value] = {"text": " ".join(claim.text.split())}
    if document.lang:
        properties["lang"] = document.lang
    return Node("Claim", _claim_id(claim), properties)


def _claim_id(claim: ClaimRecord) -> str:
    """A claim is one node in every document that words it alike."""
    return hashed_id("claim", slug(claim.text) or claim.text)


def _speech(document: Document, claim: ClaimRecord) -> Assertion:
    """Who said it; where nobody is named, the document tells it, as its own words or not."""
    citation = _cite(document, *claim.evidence)
    properties: dict[str, Value] = {"stance": claim.stance, "modality": claim.modality}
    properties |= {"cue": claim.cue} if claim.cue else {}
    properties |= {"extractor": claim.extractor} if claim.extractor else {}
    properties |= _dated(claim.date)
    if claim.speaker is None:
        # "It was reported that ..." is nobody's word, and not the document's either.
        properties["asserted_by"] = "document" if claim.mode == "narrator" else "unknown"
        return _assertion("STATES", document.id, _claim_id(claim), citation, properties)
    properties |= {"mode": claim.mode, "asserted_by": claim.speaker}
    properties |= {"via": claim.via} if claim.via else {}
    return _assertion("SAID", claim.speaker, _claim_id(claim), citation, properties)


def _relation(document: Document, relation: RelationRecord) -> Assertion:
    properties: dict[str, Value] = {
        "modality": relation.modality,
        "asserted_by": relation.asserted_by,
        **relation.attributes,
        **_dated(relation.date),
    }
    properties |= {"extractor": relation.extractor} if relation.extractor else {}
    citation = _cite(document, relation.start, relation.end)
    type_ = relation.type.upper()
    return _assertion(type_, relation.source, relation.target, citation, properties)


def _dated(date: str | None) -> dict[str, Value]:
    return {} if date is None else {"date": date, "precision": precision(date)}


def _assertion(
    type_: str, source: str, target: str, citation: Citation, properties: dict[str, Value]
) -> Assertion:
    """An assertion whose id is what it says and where; narrator and fact are the default."""
    filled: dict[str, Value] = {
        "modality": "asserted",
        "asserted_by": "document",
        "extractor": f"sayso {version('sayso')}",
        **properties,
    }
    said = (type_, source, target, citation.document, citation.start, citation.end)
    id_ = hashed_id("assertion", *said, *(f"{k}={v}" for k, v in sorted(filled.items())))
    return Assertion(id_, type_, source, target, citation, filled)
