"""Entities, claims and relations from an OpenAI-compatible chat endpoint.

The text of every document goes to the host the user has named, and nowhere else: no redirect is
followed, no proxy and no stored credential of the environment is used.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import httpx
import stamina

from graph.errors import CandidateError
from graph.model import Document
from ingest.candidates.answer import read, request
from ingest.candidates.candidate import Candidate
from ingest.candidates.chunks import Chunk, chunks
from ingest.candidates.patience import BUSY, TRIES, BusyError, Patience

CHUNK, OVERLAP = 6_000, 600
MAX_CHUNKS = 400
MAX_ANSWER = 1_000_000
CONNECT_RETRIES = 2
PATIENCE = 5
"""Characters a question and shared by two, questions a document, bytes an answer, further tries to
connect, and failures in a row after which the endpoint is asked no more."""


class LlmSource:
    """Asks `url`/chat/completions about each chunk of a document, in order, one at a time.

    `timeout` is in seconds, for one whole answer. An endpoint that is busy is asked again, as
    `Patience` says. After PATIENCE failures in a row the source gives up for good, so that a dead
    endpoint does not hold up a long run. Close it when done.
    """

    def __init__(
        self, url: str, *, model: str, key: str | None = None, timeout: float = 120
    ) -> None:
        base = httpx.URL(url)
        self._url = base.copy_with(path=f"{base.path.rstrip('/')}/chat/completions")
        self._model = model
        self._timeout = timeout
        self._failures = 0
        self.name = f"llm {model}"
        self._client = httpx.Client(
            transport=httpx.HTTPTransport(retries=CONNECT_RETRIES),
            headers={
                # An encoded answer could grow beyond any limit while it is unpacked.
                "Accept-Encoding": "identity",
                **({"Authorization": f"Bearer {key}"} if key else {}),
            },
            timeout=timeout,
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def candidates(self, document: Document) -> Iterable[Candidate | CandidateError]:
        """Proposals chunk by chunk, and an error for each chunk that got no usable answer."""
        for number, chunk in enumerate(chunks(document.text, size=CHUNK, overlap=OVERLAP)):
            if self._failures >= PATIENCE:
                yield self._error("given up", "Look at the failures before, then run again")
                return
            if number == MAX_CHUNKS:
                yield self._error("document too long", "Split the document")
                return
            yield from self._about(chunk)

    def _about(self, chunk: Chunk) -> Iterator[Candidate | CandidateError]:
        body = self._ask(chunk)
        if isinstance(body, bytes):
            found = read(body, chunk)
            if found is not None:
                self._failures = 0
                yield from found
                return
            body = self._error("malformed answer", "Use a model that follows a JSON schema")
        self._failures += 1
        yield body

    def _ask(self, chunk: Chunk) -> bytes | CandidateError:
        """The answer about a chunk, or what went wrong, an endpoint that is busy asked again."""
        ask = stamina.RetryingCaller(attempts=TRIES, timeout=None)
        try:
            # A function without arguments, since stamina would log them, and they hold the text.
            return ask(Patience(), lambda: self._once(chunk))
        except BusyError as error:
            return self._error(str(error), "Run it again later, or ask an endpoint with more room")

    def _once(self, chunk: Chunk) -> bytes | CandidateError:
        deadline = time.monotonic() + self._timeout
        try:
            with self._client.stream(
                "POST", self._url, json=request(self._model, chunk)
            ) as response:
                if response.status_code in BUSY:
                    raise BusyError(response)
                if response.status_code != httpx.codes.OK:
                    remedy = "Check SAYSO_LLM_URL, SAYSO_LLM_MODEL and SAYSO_LLM_KEY"
                    return self._error(f"status {response.status_code}", remedy)
                return self._read(response, deadline)
        except httpx.TimeoutException:
            return self._error("timeout", "Raise SAYSO_LLM_TIMEOUT or use a faster model")
        except httpx.HTTPError:
            return self._error("connection failed", "Check SAYSO_LLM_URL and the server there")

    def _read(self, response: httpx.Response, deadline: float) -> bytes | CandidateError:
        """The answer, unless it grows too large or takes too long as a whole."""
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            if len(body) > MAX_ANSWER:
                return self._error("answer too large", "Use another model")
            if time.monotonic() > deadline:
                return self._error("timeout", "Raise SAYSO_LLM_TIMEOUT or use a faster model")
        return bytes(body)

    def _error(self, reason: str, remedy: str) -> CandidateError:
        return CandidateError(self.name, reason, remedy=remedy)
