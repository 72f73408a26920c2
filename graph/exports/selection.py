"""Which part of the store is exported, read from it row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from neo4j import READ_ACCESS

from graph.catalogue import load_catalogue
from graph.errors import NotFoundError, QueryError, VocabularyError
from graph.exports.model import EdgeRow, NodeRow, edge_types, node_types, sent_columns
from graph.store.connection import Store, translated
from graph.store.names import refuse_unknown
from graph.store.readonly import read
from graph.vocabulary import load_vocabulary

MOST_SELECTED = 100_000
"""Edges of a selection at most, since it is held in memory; the whole graph is never held."""

MOST_HOPS = 4
_PAGE = 1_000

SEED = (
    "MATCH (e:Entity) WHERE e.id = $seed OR toLower(e.name) = toLower($seed) "
    "OR any(alias IN e.aliases WHERE toLower(alias) = toLower($seed)) RETURN e.id AS id ORDER BY id"
)
_FOUND = (
    "RETURN DISTINCT type(r) AS type, r.id AS id, s.id AS source, t.id AS target, "
    "coalesce(r.documents, [r.document]) AS documents ORDER BY type, id LIMIT $limit"
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export: everything, what is around `seeds`, or what a catalogue query answers with.

    `seeds` are ids, names or aliases of entities; `hops` is how far to go from them. `types` keeps
    only relationships of these types.
    """

    seeds: tuple[str, ...] = ()
    hops: int = 1
    query: str | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)
    types: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in self.types:
            _check_type(name)
        if self.seeds and self.query:
            raise QueryError(
                "An export is of seeds or of a query, not both", remedy="Leave one out"
            )
        if not 1 <= self.hops <= MOST_HOPS:
            raise QueryError(f"hops={self.hops} is not 1 to {MOST_HOPS}", remedy="Give fewer hops")

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> Selection:
        """The selection whose fields JSON holds."""
        lists = {name: tuple(value) for name, value in asked.items() if isinstance(value, list)}
        return cls(**{**asked, **lists})

    @property
    def wanted(self) -> tuple[str, ...]:
        """The relationship types to export."""
        return tuple(name for name in edge_types() if not self.types or name in self.types)


def _check_type(name: str) -> None:
    try:
        load_vocabulary().relationship(name)
    except VocabularyError as error:
        raise QueryError(error.message, remedy=error.remedy) from error


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A selection found in the store: ids of edges by type, and of every node they touch."""

    edges: Mapping[str, Sequence[str]]
    nodes: Sequence[str]


@dataclass(frozen=True, slots=True)
class StoredSubgraph:
    """A selection as rows of the store; memory holds a page of them and the ids selected."""

    store: Store
    selection: Selection
    chosen: _Chosen | None
    moment: datetime

    @property
    def asked(self) -> Mapping[str, Any]:
        """What the selection was made from; nothing for the whole store."""
        return {name: value for name, value in asdict(self.selection).items() if value}

    def nodes(self) -> Iterator[NodeRow]:
        """Every node of the selection, by the label that keeps its id, then by id."""
        for root in _roots():
            columns = sorted({name for type_ in _types_of(root) for name in sent_columns(type_)})
            shown = ", ".join(f".{name}" for name in columns)
            asked = f"RETURN labels(n) AS labels, n {{{shown}}} AS properties ORDER BY n.id"
            for row in self._stream(f"{self._match(root)} {asked}"):
                type_ = next(label for label in row["labels"] if label in node_types())
                # A post has the label of documents too, and a root of its own.
                if load_vocabulary().node(type_).root == root:
                    yield _node(type_, row["properties"])

    def edges(self) -> Iterator[EdgeRow]:
        """Every edge of the selection, by type and id."""
        for type_ in self.selection.wanted:
            found = f"MATCH (s)-[r:{type_}]->(t) WHERE r.id > ''"
            ids: Sequence[str] = ()
            if self.chosen is not None:
                ids = self.chosen.edges.get(type_, ())
                found = f"UNWIND $ids AS id MATCH (s)-[r:{type_} {{id: id}}]->(t)"
            if self.chosen is None or ids:
                yield from map(_edge, self._stream(f"{found} {_EDGE}", ids=ids))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Id and text of every document of the selection."""
        asked = "RETURN n.id AS id, n.text AS text ORDER BY n.id"
        for row in self._stream(f"{self._match('Document')} {asked}", page=10):
            yield row["id"], row["text"]

    def _match(self, root: str) -> str:
        if self.chosen is None:
            return f"MATCH (n:{root}) WHERE n.id > ''"
        return f"UNWIND $ids AS id MATCH (n:{root} {{id: id}})"

    def _stream(
        self, statement: str, *, ids: Sequence[str] | None = None, page: int = _PAGE
    ) -> Iterator[Mapping[str, Any]]:
        """Rows as the server sends them, a page at a time."""
        if ids is None:
            ids = self.chosen.nodes if self.chosen is not None else ()
        with (
            translated(self.store.uri),
            self.store.driver.session(
                database=self.store.database, default_access_mode=READ_ACCESS, fetch_size=page
            ) as session,
        ):
            for record in session.run(statement, ids=list(ids)):
                yield record.data()


_EDGE = (
    "RETURN type(r) AS type, s.id AS source, t.id AS target, properties(r) AS properties "
    "ORDER BY r.id"
)


def select(store: Store, selection: Selection, moment: datetime) -> StoredSubgraph:
    """The part of the store that a selection means.

    Raises NotFoundError for an unknown seed or name, QueryError where a query does not fit, cites
    nothing or finds more than can be held.
    """
    if selection.seeds:
        chosen = _around(store, selection)
    elif selection.query is not None:
        chosen = _answered(store, selection)
    else:
        return StoredSubgraph(store, selection, None, moment)
    return StoredSubgraph(store, selection, chosen, moment)


def _around(store: Store, selection: Selection) -> _Chosen:
    frontier = sorted({id_ for seed in selection.seeds for id_ in _seed(store, seed)})
    seen, rows = set(frontier), dict[str, Mapping[str, Any]]()
    statement = (
        f"UNWIND $ids AS id {_ENTITY_OR_CLAIM} MATCH (a)-[r:{'|'.join(selection.wanted)}]-() "
        f"WITH r, startNode(r) AS s, endNode(r) AS t {_FOUND}"
    )
    for _ in range(selection.hops):
        found = store.read(statement, ids=frontier, limit=MOST_SELECTED + 1)
        rows |= {str(row["id"]): row for row in found}
        ends = {str(row[end]) for row in found for end in ("source", "target")}
        frontier = sorted(ends - seen)
        seen |= ends
    return _chosen(rows.values(), also=seen)


_ENTITY_OR_CLAIM = (
    "CALL (id) { MATCH (a:Entity {id: id}) RETURN a UNION MATCH (a:Claim {id: id}) RETURN a }"
)


def _seed(store: Store, seed: str) -> list[str]:
    found = [str(row["id"]) for row in store.read(SEED, seed=seed)]
    if not found:
        raise NotFoundError(
            f"No entity is called {seed!r}", remedy="Give an id, or a whole name or alias"
        )
    return found


def _answered(store: Store, selection: Selection) -> _Chosen:
    query = load_catalogue().get(str(selection.query))
    arguments = query.arguments(selection.parameters)
    answer = read(store, query.statement, arguments)
    if not answer.rows:
        refuse_unknown(store, query.named(arguments))
    if "citation" not in answer.columns:
        raise QueryError(
            f"The rows of {query.id} cite nothing, so there is no graph to export",
            remedy=f"`sayso query {query.id} --format csv` writes them as a table",
        )
    ids = sorted({str(row["citation"]) for row in answer.records() if row["citation"]})
    statement = f"MATCH (s)-[r:{'|'.join(selection.wanted)}]->(t) WHERE r.id IN $ids {_FOUND}"
    return _chosen(store.read(statement, ids=ids, limit=MOST_SELECTED + 1))


def _chosen(rows: Iterable[Mapping[str, Any]], also: Iterable[str] = ()) -> _Chosen:
    edges: dict[str, list[str]] = {}
    nodes = set(also)
    for count, row in enumerate(rows):
        if count >= MOST_SELECTED:
            raise QueryError(
                f"The selection has more than {MOST_SELECTED:,} relationships",
                remedy="Take fewer hops or seeds, name relationship types, or export everything",
            )
        edges.setdefault(row["type"], []).append(row["id"])
        nodes |= {row["source"], row["target"], *filter(None, row["documents"])}
    return _Chosen({type_: sorted(ids) for type_, ids in edges.items()}, sorted(nodes))


def _roots() -> tuple[str, ...]:
    return tuple(sorted({load_vocabulary().node(name).root for name in node_types()}))


def _types_of(root: str) -> tuple[str, ...]:
    return tuple(name for name in node_types() if load_vocabulary().node(name).root == root)


def _node(type_: str, given: Mapping[str, Any]) -> NodeRow:
    properties = {name: given[name] for name in sent_columns(type_) if given[name] is not None}
    return NodeRow(type_, properties.pop("id"), properties)


def _edge(row: Mapping[str, Any]) -> EdgeRow:
    given = row["properties"]
    properties = {name: given[name] for name in sent_columns(row["type"]) if name in given}
    return EdgeRow(row["type"], properties.pop("id"), row["source"], row["target"], properties)
