"""From exports to a real Neo4j: whole, idempotent, with what was refused on record."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.settings import Settings
from graph.store.connection import Store
from graph.store.digest import digest
from graph.store.likeness import match_channels
from graph.store.retract import retract
from graph.store.verify import verify
from ingest.extract import Extractor
from ingest.posts.base import PostOptions
from ingest.posts.run import PostSummary, ingest_posts
from ingest.readers import ReadOptions
from ingest.run import ingest
from tests.factories import RUN
from tests.network import FOLDER
from tests.pipeline.test_run_into_store import Silent

DATA = Path(__file__).parents[1] / "data" / "posts"
SEEN = datetime(2024, 11, 1, tzinfo=UTC)


class Counting:
    """A progress that counts."""

    def __init__(self) -> None:
        self.read = self.refused = self.written = 0

    def post_read(self) -> None:
        self.read += 1

    def record_refused(self, error: DocumentError) -> None:
        self.refused += 1

    def posts_written(self, count: int) -> None:
        self.written += count


def run(
    store: Store,
    home: Path,
    *paths: Path,
    options: PostOptions | None = None,
    extractor: Extractor | None = None,
) -> PostSummary:
    progress = Counting()
    summary = ingest_posts(
        paths,
        store=store,
        settings=Settings(sayso_home=home),
        progress=progress,
        options=options or PostOptions(seen_at=SEEN),
        extractor=extractor,
    )
    assert (progress.read, progress.written) == (summary.posts, summary.posts)
    assert progress.refused == summary.quarantined
    return summary


def test_an_export_and_a_page_become_one_graph_and_the_rest_is_on_record(
    graph: Store, tmp_path: Path
) -> None:
    summary = run(graph, tmp_path, DATA / "result.json", DATA / "page.html", DATA / "feed.xml")
    assert (summary.posts, summary.channels, summary.quarantined) == (8, 3, 6)
    assert summary.skipped == {"service messages": 2}
    assert summary.quarantine
    records = [json.loads(line) for line in summary.quarantine.read_text().splitlines()]
    assert {Path(record["source"]).name for record in records} == {
        *(f"result.json#{number}" for number in (6, 7, 8, 9)),
        "page.html#4",
        "feed.xml#2",
    }
    assert verify(graph).failed == 0


def test_importing_twice_changes_nothing(graph: Store, tmp_path: Path) -> None:
    paths = [DATA / "result.json", DATA / "page.html", DATA / "feed.xml"]
    run(graph, tmp_path, *paths)
    before = digest(graph)
    again = run(graph, tmp_path, *reversed(paths))
    assert (again.written.documents, again.written.unchanged) == (0, 11)
    assert digest(graph) == before


def test_nothing_private_of_an_account_reaches_the_store(graph: Store, tmp_path: Path) -> None:
    def messages(*texts: str) -> list[dict[str, object] | None]:
        more = {"type": "message", "date": "2024-10-26T12:00:00"}
        return [None, *({"id": n, "text": text} | more for n, text in enumerate(texts, start=1))]

    one, two = ({"name": f"C{n}", "type": "public_channel", "id": n} for n in (901, 902))
    mum = {
        "name": "Mum",
        "type": "personal_chat",
        "id": 9,
        "messages": messages("secret", "secret"),
    }
    chats = [one | {"messages": messages("a", "b")}, mum, two | {"messages": messages("c", "d")}]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"chats": {"list": chats}}))
    summary = run(graph, tmp_path, path)
    assert (summary.posts, summary.quarantined) == (4, 2)
    assert summary.skipped == {"messages between people": 3}
    assert graph.read(
        "MATCH (c:Channel)-[:POSTED]->(p:Post) WITH c, p ORDER BY p.text "
        "RETURN c.name AS channel, collect(p.text) AS texts ORDER BY channel"
    ) == [{"channel": "C901", "texts": ["a", "b"]}, {"channel": "C902", "texts": ["c", "d"]}]
    assert graph.read("MATCH (n) WHERE any(k IN keys(n) WHERE n[k] = 'secret') RETURN n.id") == []


def test_links_that_python_wrote_as_a_list_become_edges(graph: Store, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(
        "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"
        "1,a,A,,,Hello,1729944000,\"['https://x.example/1', 'https://x.example/2']\"\n"
    )
    run(graph, tmp_path, path, options=PostOptions(preset="cnt", platform="y", seen_at=SEEN))
    assert graph.read("MATCH (:Post)-[:LINKED_TO]->(l) RETURN l.id AS link ORDER BY link") == [
        {"link": f"link:https://x.example/{n}"} for n in (1, 2)
    ]


def test_what_is_just_in_range_is_stored_and_what_is_out_of_it_set_aside(
    graph: Store, tmp_path: Path
) -> None:
    good = {"channel": "a", "channel_name": "A", "time": "2024-10-26T12:00:00Z"}
    most = dict.fromkeys(("views", "forwards", "reactions", "subscribers"), 2**63 - 1)
    rows = [
        {"id": "1"} | most,
        {"id": "2", "time": "0001-01-01T00:00:00Z", "edited_at": "9999-12-31T23:59:59Z"},
        *({"id": "3", name: 2**63} for name in most),
        {"id": "3", "time": "0001-01-01T00:00:00+05:00"},
        {"id": "3", "edited_at": "9999-12-31T23:59:59-05:00"},
        {"id": "3", "views": 1, "seen_at": "0001-01-01T00:00:00+05:00"},
        {"id": "4", "views": 1, "seen_at": "2024-10-26T01:00:00+03:00"},
    ]
    path = tmp_path / "posts.jsonl"
    path.write_text("\n".join(json.dumps(good | row) for row in rows))
    summary = run(graph, tmp_path, path, options=PostOptions(platform="x", seen_at=SEEN))
    assert (summary.posts, summary.quarantined) == (3, 7)
    assert verify(graph).failed == 0


def test_a_page_counts_the_channels_subscribers_and_says_where(
    graph: Store, tmp_path: Path
) -> None:
    run(graph, tmp_path, DATA / "page.html")
    assert graph.read(
        "MATCH (c:Channel)-[r:HAS_SUBSCRIBERS]->(s) RETURN c.name AS name, s.value AS value, "
        "s.bound AS bound, s.date AS date, r.quote AS quote"
    ) == [
        {
            "name": "River Report",
            "value": 12_600,
            "bound": "approx",
            "date": "2024-11-01",
            "quote": "12.6K subscribers",
        }
    ]


def test_taking_everything_back_leaves_nothing(graph: Store, tmp_path: Path) -> None:
    run(graph, tmp_path, DATA / "result.json", DATA / "page.html", DATA / "feed.xml")
    for row in graph.read("MATCH (d:Document) RETURN d.id AS id ORDER BY id"):
        retract(graph, str(row["id"]))
    left = "MATCH (n) WHERE NOT n:Run AND NOT n:Store RETURN labels(n) AS labels, n.id AS id"
    assert graph.read(left) == []


def test_extraction_finds_claims_in_english_posts(graph: Store, tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    said = "The mayor of Kyiv said that the bridge is closed."
    records = [
        {"id": 1, "channel": "river_report", "time": "2024-10-26T12:00:00Z", "text": said},
        {"id": 2, "channel": "river_report", "time": "2024-10-26T13:00:00Z", "text": "Мост закрыт"},
    ]
    path.write_text("\n".join(map(json.dumps, records)))
    options = PostOptions(platform="telegram", seen_at=SEEN)
    run(graph, tmp_path, path, options=options, extractor=Extractor())
    [carried] = graph.read(
        "MATCH (p:Post)-[r:CARRIES]->(c:Claim) RETURN p.native AS post, r.quote AS quote, "
        "c.text AS claim"
    )
    assert carried["post"] == "1"
    assert str(carried["quote"]) in said
    assert verify(graph).failed == 0
    before = digest(graph)
    without = run(graph, tmp_path, path, options=options)
    assert without.written.unchanged == 2, "a look without extraction takes nothing back"
    assert digest(graph) == before


def test_an_article_and_an_export_suggest_that_their_channels_are_one(
    graph: Store, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Who closed the bridge\n\n2024-10-26\n\nThe Telegram channel River Report wrote that the "
        "bridge over the river was closed by the town. The channel has 12,600 subscribers."
    )
    ingest(
        [article],
        extractor=Extractor(),
        store=graph,
        settings=Settings(sayso_home=tmp_path),
        progress=Silent(),
        options=ReadOptions(),
    )
    run(graph, tmp_path, DATA / "page.html")
    found, counts = match_channels(graph, RUN)
    page = "channel:telegram:river_report"
    likeliest = next(pair for pair in found if page in (pair.source, pair.target))
    assert counts.written == len(found)
    assert likeliest.score > 0.6
    before = digest(graph)
    match_channels(graph, RUN)
    assert digest(graph) == before
    assert graph.read("MATCH (c:Channel {id: $id}) RETURN count(c) AS n", id=page) == [{"n": 1}]


@pytest.mark.parametrize("name", ["posts.parquet", "later.parquet"])
def test_the_invented_network_is_read_whole(graph: Store, tmp_path: Path, name: str) -> None:
    summary = run(graph, tmp_path, FOLDER / name)
    assert summary.quarantined == 0
    assert verify(graph).failed == 0
