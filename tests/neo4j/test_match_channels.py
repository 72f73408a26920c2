"""`sayso match-channels` as a user meets it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from graph.cli.channels import app
from graph.server.process import Running
from graph.store.connection import Store

pytestmark = pytest.mark.usefixtures("graph")


def test_a_pair_is_told_by_whole_ids_names_and_subscribers(
    server: Running, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", server.connection.uri)
    monkeypatch.setenv("NEO4J_USER", server.connection.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.connection.password)
    store.write(
        "CREATE (a:Entity:Actor:Channel {id: 'channel:0123456789abcdef0123', "
        "name: 'channel with 64,000 subscribers', anonymous: true, "
        "description: ['a pro-war channel']}) "
        "CREATE (b:Entity:Actor:Channel {id: 'channel:telegram:river_report', "
        "name: 'River Report', handle: 'river_report'}) "
        "WITH a, b UNWIND [[a, 'x'], [b, 'y']] AS pair WITH pair[0] AS c, pair[1] AS id "
        "CREATE (c)-[:HAS_SUBSCRIBERS {id: id, document: 'doc:1'}]->(:SubscriberCount "
        "{id: id, value: 64000, bound: 'exact', date: '2024-10-26'})"
    )
    told = CliRunner().invoke(app, [], catch_exceptions=False).stdout.splitlines()
    assert told[0].startswith("0.45  ")
    assert told[1:] == [
        "      channel:0123456789abcdef0123",
        "          channel with 64,000 subscribers, a pro-war channel, "
        "64,000 subscribers (exact, 2024-10-26)",
        "      channel:telegram:river_report",
        "          River Report, @river_report, 64,000 subscribers (exact, 2024-10-26)",
        "1 pairs are in the graph as POSSIBLY_SAME_AS; none is merged.",
    ]
