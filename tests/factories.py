"""Shared builders of documents, nodes and assertions, and hypothesis strategies for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from hypothesis import strategies as st

from graph.ids import document_id, entity_id, hashed_id, sha256
from graph.model import Assertion, Citation, Document, DocumentGraph, Mentions, Node, Value
from graph.post_ids import channel_id
from graph.posts import Post
from graph.store.runs import Run

NAMES = ("Norvia", "Sudmark", "Estwold", "Westmere")
RUN = Run("run:test", "sayso/0 model/0", "c0ffee", datetime(2024, 5, 1, 12, tzinfo=UTC))


def document(text: str, **changes: object) -> Document:
    """A document of this text; `changes` are fields of `Document`."""
    fields: dict[str, object] = {
        "id": document_id(text),
        "text": text,
        "sha256": sha256(text),
        "raw_sha256": sha256(text),
        "reader": "text",
        "source": "test.txt",
        "lang": "en",
        "published_at": "2024-05-01",
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


def citation(of: Document, quote: str) -> Citation:
    """A citation of the first place where the document says `quote`."""
    start = of.text.index(quote)
    return Citation(of.id, start, start + len(quote), quote)


def state(name: str, **properties: Value) -> Node:
    """A state known by its name."""
    return Node("State", entity_id("State", name), {"name": name, **properties})


def channel(name: str, **properties: Value) -> Node:
    """A channel known by its name."""
    return Node("Channel", entity_id("Channel", name), {"name": name, **properties})


def claim(text: str) -> Node:
    """A claim in these words."""
    return Node("Claim", hashed_id("claim", text), {"text": text, "lang": "en"})


def assertion(
    type_: str, source: Node | Document, target: Node, cited: Citation, **properties: Value
) -> Assertion:
    """An assertion by the narrator, stated as fact."""
    defaults: dict[str, Value] = {
        "modality": "asserted",
        "asserted_by": "document",
        "extractor": "test/1",
    }
    id_ = hashed_id("a", type_, source.id, target.id, cited.document, cited.start, cited.end)
    return Assertion(id_, type_, source.id, target.id, cited, defaults | properties)


def mentions(of: Document, node: Node, *surfaces: str) -> Mentions:
    """Mentions by name at the first place of each surface."""
    starts = tuple(of.text.index(surface) for surface in surfaces)
    ends = tuple(start + len(surface) for start, surface in zip(starts, surfaces, strict=True))
    return Mentions(node.id, starts, ends, surfaces, ("name",) * len(surfaces))


def war(attacker: str, attacked: str, *, closing: str = "", **changes: object) -> DocumentGraph:
    """A document in which a blogger says that one state attacked another one, which is so."""
    said = document(
        f"{attacker} attacked {attacked}. A blogger said: “{attacked} fell 😀.” {closing}",
        **changes,
    )
    source, target = state(attacker), state(attacked)
    blogger, fall = channel("A blogger", anonymous=True), claim(f"{attacked} fell")
    whole = citation(said, f"{attacker} attacked {attacked}.")
    quoted = citation(said, f"A blogger said: “{attacked} fell 😀.”")
    return DocumentGraph(
        said,
        (source, target, blogger, fall),
        (
            assertion("ATTACKED", source, target, whole, date="2024-04", precision="month"),
            assertion("SAID", blogger, fall, quoted, stance="asserts", mode="quoted"),
        ),
        tuple(mentions(said, node, str(node.properties["name"])) for node in (source, target)),
    )


@st.composite
def document_graphs(
    draw: st.DrawFn, *, min_size: int = 1, max_size: int = 3
) -> list[DocumentGraph]:
    """Documents that share nodes and disagree about their properties."""
    numbers = range(draw(st.integers(min_size, max_size)))
    return [draw(_document_graph(number)) for number in numbers]


@st.composite
def _document_graph(draw: st.DrawFn, number: int) -> DocumentGraph:
    """One of a few texts, so that two of a number are two readings of the same document."""
    chosen = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    spelled = {name: draw(st.sampled_from(_spellings(name))) for name in chosen}
    spellings = [spelling for name in NAMES for spelling in _spellings(name)]
    text = f"{number}: " + "".join(f"{spelling} acted 😀. " for spelling in spellings)
    said = document(text, published_at=draw(st.sampled_from((None, "2024-05-01"))))
    nodes = [draw(_variant(name, spelling)) for name, spelling in spelled.items()]
    ends = draw(st.lists(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)), max_size=3))
    cited = citation(said, f"{next(iter(spelled.values()))} acted")
    assertions = {
        made.id: made
        for source, target in ends
        for made in [assertion("ALLIED_WITH", source, target, cited)]
    }
    named = [node for node in nodes if draw(st.booleans())]
    return DocumentGraph(
        said,
        tuple(nodes),
        tuple(assertions.values()),
        tuple(_mentions_of(said, named, spelled)),
    )


def _mentions_of(
    said: Document, nodes: Iterable[Node], spelled: dict[str, str]
) -> Iterable[Mentions]:
    by_id = {entity_id("Channel", name): spelling for name, spelling in spelled.items()}
    for node in nodes:
        yield mentions(said, node, by_id[node.id])


def _spellings(name: str) -> tuple[str, str, str]:
    return name, name.upper(), name.lower()


@st.composite
def _variant(draw: st.DrawFn, name: str, spelling: str) -> Node:
    """A channel with whatever properties: two of single value, two lists, in any combination."""
    given = st.fixed_dictionaries(
        {"name": st.sampled_from((name, spelling))},
        optional={
            "platform": st.sampled_from(("telegram", "x")),
            "anonymous": st.booleans(),
            "aliases": st.lists(st.sampled_from(("A", "b")), max_size=2).map(tuple),
            "audience": st.sampled_from(("home", "abroad")),
        },
    )
    return Node("Channel", entity_id("Channel", name), draw(given))


NOON = datetime(2024, 10, 26, 12, tzinfo=UTC)


def post(native: str = "815", channel: str = "lesna_radio", **changes: object) -> Post:
    """A post on Telegram in which nothing but these differs from any other."""
    fields: dict[str, object] = {
        "channel": channel_id("telegram", channel),
        "native": native,
        "published_at": NOON,
        "text": "The bridge is closed.",
        "raw_sha256": "0" * 64,
        "reader": "test",
        "source": f"test:{native}",
        "lang": "en",
    }
    return Post(**(fields | changes))  # type: ignore[arg-type]
