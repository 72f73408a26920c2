"""An endpoint that is busy is asked again when it says so, within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import httpx
import pytest
import stamina

from graph import ids
from graph.errors import CandidateError
from graph.model import Document
from ingest.candidates.llm import LlmSource
from ingest.candidates.patience import MAX_WAIT, TRIES, BusyError, Patience
from tests.chat import Answer, endpoint

TEXT = "Ada Quill said that the dam was empty."
DOCUMENT = Document(ids.document_id(TEXT), TEXT, ids.sha256(TEXT), ids.sha256(TEXT), "text", "test")


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """Waits of no time, so that only their number counts."""
    with stamina.set_testing(True, attempts=100, cap=True):
        yield


def failures(*answers: Answer) -> tuple[list[str], int]:
    """The reasons why questions about a document failed, and how often the endpoint was asked."""
    with endpoint(*answers) as chat:
        source = LlmSource(chat.url, model="tiny", timeout=10)
        outcomes = list(source.candidates(DOCUMENT))
        source.close()
    return [one.reason for one in outcomes if isinstance(one, CandidateError)], chat.asked


def waits(*answers: Mapping[str, str]) -> list[bool | float]:
    patience = Patience()
    return [patience(BusyError(httpx.Response(429, headers=headers))) for headers in answers]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_endpoint_is_asked_again(status: int) -> None:
    busy = Answer(status=status, headers={"Retry-After": "1"})
    assert failures(busy, busy, Answer()) == ([], 3)


def test_an_endpoint_that_stays_busy_fails_once_after_all_tries() -> None:
    assert failures(Answer(status=429)) == (["status 429"], TRIES)


def test_an_endpoint_that_wants_more_than_there_is_patience_is_not_waited_for() -> None:
    assert failures(Answer(status=429, headers={"Retry-After": "3600"})) == (["status 429"], 1)


@pytest.mark.parametrize("status", [400, 401, 404, 500])
def test_what_is_wrong_and_not_busy_is_not_asked_again(status: int) -> None:
    assert failures(Answer(status=status)) == ([f"status {status}"], 1)


def test_waits_follow_the_endpoint_and_grow_where_it_names_none() -> None:
    assert waits({}, {"Retry-After": "7"}, {}, {"Retry-After": "soon"}) == [1, 7, 4, 8]


def test_a_date_to_wait_for_counts_from_the_date_of_the_answer() -> None:
    headers = {
        "Date": "Wed, 16 Oct 2024 10:00:00 GMT",
        "Retry-After": "Wed, 16 Oct 2024 10:00:20 GMT",
    }
    assert waits(headers) == [20]
    assert waits({"Retry-After": headers["Retry-After"]}) == [1]
    assert waits({**headers, "Date": "Thu, 17 Oct 2024 10:00:00 GMT"}) == [0]


def test_all_waits_together_are_bounded() -> None:
    half = {"Retry-After": str(int(MAX_WAIT / 2))}
    assert waits(half, half, half) == [MAX_WAIT / 2, MAX_WAIT / 2, False]
    assert waits({"Retry-After": "9" * 5000}) == [False]


def test_other_errors_are_not_waited_for() -> None:
    assert Patience()(ValueError()) is False
