"""A local stand-in for an OpenAI-compatible endpoint."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What the endpoint says once: the model's words, with a status and headers."""

    content: str = '{"entities": [], "claims": [], "relations": []}'
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Chat:
    """A running endpoint; `asked` counts the questions."""

    url: str
    asked: int = 0


@contextmanager
def endpoint(*answers: Answer) -> Iterator[Chat]:
    """An endpoint that gives these answers in turn, the last one for ever."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            answer = answers[min(chat.asked, len(answers) - 1)]
            chat.asked += 1
            body = json.dumps({"choices": [{"message": {"content": answer.content}}]}).encode()
            self.send_response_only(answer.status)
            headers = {"Content-Length": str(len(body)), **answer.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Keep the test's output quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    chat = Chat(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield chat
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
