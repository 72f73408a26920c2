"""One exchange with the API for each of its operations: `python -m tests.exchanges` records them.

What is recorded is what the OpenAPI description shows as its examples. Read the difference before
committing it: each changed line is an answer that changed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from tests.small_graph import (
    A1,
    ALPHA,
    CLOSED,
    ESTWOLD,
    GRAPHS,
    LANTERN,
    NORVIA,
    SUDMARK,
)

UPDATE = "SAYSO_EXAMPLES_UPDATE"
FIRST = GRAPHS[0]
SIGNED = FIRST.assertions[0]


@dataclass(frozen=True, slots=True)
class Exchange:
    """An operation and what it is asked; `keep` names values of the answer for later ones.

    What a name stands for is another one each time, so the record shows the value in KEPT instead.
    """

    operation: str
    asked: Mapping[str, Any]
    body: Any = None
    files: Any = None
    keep: Mapping[str, str] | None = None

    def request(self, client: httpx.AsyncClient, kept: Mapping[str, str]) -> httpx.Request:
        """The request, with whatever was kept in its place."""
        method, path = self.operation.split(" ")
        asked = {name: kept.get(str(value), value) for name, value in self.asked.items()}
        for name in re.findall(r"\{(\w+)\}", path):
            path = path.replace(f"{{{name}}}", quote(str(asked.pop(name)), safe=":"))
        return client.build_request(
            method, path, params=asked or None, json=self.body, files=self.files
        )


ID = r'"id":"([^"]+)"'
KEPT = {
    "$export": "9e3d71c05ab84f26d1e7b08a",
    "$files": "41c8f0ab7d2e46939b5a3ec7",
    "$urls": "d20b9c4e6f1a47b8835e0a91",
    "$job": "0f6a3c5d9b7e41288d2c6b04",
    "$judgement": "judgement:5b1f0c7d2e9a48c3",
    "$watchlist": "7c1e5a90b3d24f68",
    "$token": "Yb3kq0Zt8mHc5vXw2LrNd7Ps",
    "$secret": "k2Jx8vQe4ZtUw6Rb1Nd9Lm3Yp7Hc5Gs0",
}

EXCHANGES = (
    Exchange("GET /v1/metrics", {}),
    Exchange("GET /v1/health", {}),
    Exchange("GET /v1/search", {"q": "bridge closed", "type": ["Claim"]}),
    Exchange("GET /v1/entities/{id}", {"id": NORVIA.id}),
    Exchange(
        "GET /v1/entities/{id}/relationships",
        {"id": NORVIA.id, "modality": ["denied"], "since": "2024", "until": "2024-06"},
    ),
    Exchange("GET /v1/entities/{id}/timeline", {"id": ESTWOLD.id, "type": ["ATTACKED"]}),
    Exchange("GET /v1/entities/{id}/changes", {"id": NORVIA.id, "since": "2024-05"}),
    Exchange("GET /v1/channels/{id}", {"id": LANTERN.id}),
    Exchange("GET /v1/amplification/cascade", {"post": A1}),
    Exchange("GET /v1/amplification/ranking", {"by": "amplification", "limit": 1}),
    Exchange(
        "GET /v1/amplification/coshare",
        {"channel": ALPHA, "type": ["CO_SHARED"], "method": "co-share/1", "limit": 1},
    ),
    Exchange("GET /v1/paths", {"a": NORVIA.id, "b": SUDMARK.id, "k": 1, "hops": 2}),
    Exchange("GET /v1/network", {"seed": [SUDMARK.id], "type": ["ALLIED_WITH"], "limit": 2}),
    Exchange("GET /v1/claims", {"speaker": LANTERN.id, "stance": "denies"}),
    Exchange("GET /v1/claims/{id}", {"id": CLOSED.id}),
    Exchange("GET /v1/documents", {"lang": "en", "limit": 1}),
    Exchange("GET /v1/documents/{id}", {"id": FIRST.document.id}),
    Exchange("GET /v1/citations/{id}", {"id": SIGNED.id}),
    Exchange("GET /v1/queries", {}),
    Exchange("GET /v1/queries/{id}", {"id": "neighbours"}),
    Exchange("GET /v1/queries/{id}", {"id": "neighbors"}),
    Exchange("GET /v1/queries/{id}/answer", {"id": "neighbours", "actor": "Norvia", "limit": 1}),
    Exchange(
        "POST /v1/cypher",
        {},
        body={
            "statement": "MATCH (s:State) WHERE s.name = $name RETURN s.id AS id",
            "parameters": {"name": "Norvia"},
        },
    ),
    Exchange("GET /v1/exports/{format}", {"format": "gexf", "seed": [SUDMARK.id]}),
    Exchange(
        "POST /v1/exports",
        {},
        body={"format": "graphml", "seeds": [SUDMARK.id]},
        keep={"$export": ID},
    ),
    Exchange(
        "POST /v1/judgements",
        {},
        body={
            "verdict": "different",
            "a": NORVIA.id,
            "b": SUDMARK.id,
            "who": "mk",
            "why": "Each signed for itself",
        },
        keep={"$judgement": ID},
    ),
    Exchange("GET /v1/judgements", {"about": NORVIA.id}),
    Exchange("GET /v1/judgements/{id}", {"id": "$judgement"}),
    Exchange(
        "POST /v1/judgements/{id}/undo",
        {"id": "$judgement"},
        body={"who": "mk", "why": "Nobody doubted it"},
    ),
    Exchange(
        "POST /v1/watchlists",
        {},
        body={
            "name": "Who supplies Norvia",
            "query": "supplies",
            "parameters": {"recipient": "Norvia"},
        },
        keep={
            "$watchlist": ID,
            "$token": r"token=([^\"]+)",
            "$secret": r'"secret":"([^"]+)"',
        },
    ),
    Exchange("GET /v1/watchlists", {}),
    Exchange("GET /v1/watchlists/{id}", {"id": "$watchlist"}),
    Exchange("GET /v1/watchlists/{id}/feed", {"id": "$watchlist", "token": "$token"}),
    Exchange("DELETE /v1/watchlists/{id}", {"id": "$watchlist"}),
    Exchange(
        "POST /v1/documents",
        {},
        body={
            "documents": [
                {
                    "text": "Norvia attacked Sudmark.",
                    "title": "Norvia and Sudmark",
                    "url": "https://lantern.example/2025/4",
                    "published": "2025-04-01",
                }
            ]
        },
        keep={"$job": ID},
    ),
    Exchange("POST /v1/jobs/{id}/cancel", {"id": "$job"}),
    Exchange(
        "POST /v1/files",
        {},
        files=[("files", ("statement.txt", b"Norvia attacked Sudmark.", "text/plain"))],
        keep={"$files": ID},
    ),
    Exchange(
        "POST /v1/urls",
        {},
        body={"urls": ["https://lantern.example/2025/4"]},
        keep={"$urls": ID},
    ),
    Exchange("GET /v1/jobs", {"state": "done", "limit": 1}),
    Exchange("GET /v1/jobs/{id}", {"id": "$export"}),
    Exchange("GET /v1/jobs/{id}/events", {"id": "$export"}),
    Exchange("GET /v1/jobs/{id}/result", {"id": "$export"}),
    Exchange("DELETE /v1/documents/{id}", {"id": FIRST.document.id}),
)
"""In the order they are asked."""

_TIME = re.compile(r"20(?:2[5-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:\+00:00|Z)")
_SERVER = re.compile(r"Neo4j/[\d.]+")
_SCORE = re.compile(r'"score":[\d.]+')


def settled(text: str, kept: Mapping[str, str]) -> str:
    """A text with whatever differs from run to run replaced by what the record shows."""
    for name, value in kept.items():
        text = text.replace(value, KEPT[name])
    text = _TIME.sub("2026-01-01T12:00:00+00:00", text)
    return _SCORE.sub('"score":3.5', _SERVER.sub("Neo4j/2026.08.1", text))


def shown(exchange: Exchange, answer: httpx.Response, kept: Mapping[str, str]) -> dict[str, Any]:
    """An exchange as it is recorded; of a list that is no page, the first item."""
    told: Any = settled(answer.text, kept)
    media_type = answer.headers["content-type"].partition(";")[0] if told else ""
    if media_type.endswith("json"):
        told = json.loads(told)
        told = told[:1] if isinstance(told, list) else told
    asked = {name: KEPT.get(str(value), value) for name, value in exchange.asked.items()}
    return {
        "operation": exchange.operation,
        "asked": asked,
        "body": exchange.body,
        "status": answer.status_code,
        "media_type": media_type,
        "answer": told,
    }


if __name__ == "__main__":
    # A process of its own, since pytest wants to be the first to import what it rewrites.
    recording = [sys.executable, "-m", "pytest", "-q", "tests/api/test_examples.py", "-k", "server"]
    sys.exit(subprocess.run(recording, env=os.environ | {UPDATE: "1"}, check=False).returncode)
