"""What models propose counts only where its quote stands in the text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import ids
from graph.errors import CandidateError, SettingsError
from graph.model import Document
from graph.settings import ModelSettings
from ingest.candidates.candidate import (
    Candidate,
    ClaimCandidate,
    EntityCandidate,
    RelationCandidate,
)
from ingest.candidates.check import check
from ingest.candidates.configured import configured_sources
from ingest.candidates.gliner import GlinerSource
from ingest.candidates.llm import LlmSource
from ingest.candidates.merge import with_candidates
from ingest.candidates.tally import Tally, add, sentences
from ingest.extraction import Extraction
from tests.chat import Answer, endpoint

TEXT = "Maria Kolar visited Split on Monday. The ferry was late, Maria Kolar said."


def empty(text: str = TEXT) -> Extraction:
    digest = ids.sha256(text)
    document = Document(ids.document_id(text), text, digest, digest, "text", "test")
    return Extraction(document, (), (), (), ())


KOLAR = EntityCandidate("Person", "Maria Kolar", "Maria Kolar", 0)
SPLIT = EntityCandidate("Place", "Split", "Split")


class Fixed:
    """A source that proposes what it was given."""

    name = "fixed"

    def __init__(self, *proposals: Candidate | CandidateError) -> None:
        self.proposals = proposals

    def candidates(self, document: Document) -> Iterable[Candidate | CandidateError]:
        return self.proposals


def test_an_entity_whose_quote_stands_in_the_text_is_accepted_with_its_source() -> None:
    found = with_candidates(empty(), [Fixed(KOLAR)])
    assert [(e.name, e.extractor) for e in found.entities] == [("Maria Kolar", "fixed")]
    assert all(TEXT[m.start : m.end] == m.text for e in found.entities for m in e.mentions)


def test_a_quote_that_is_not_in_the_text_is_dropped_and_counted() -> None:
    found = with_candidates(empty(), [Fixed(EntityCandidate("Person", "Ivo", "Ivo Horvat"))])
    assert found.entities == ()
    assert found.candidates[0].dropped == {"quote not in text": 1}


def test_a_type_the_vocabulary_does_not_know_is_dropped() -> None:
    found = with_candidates(empty(), [Fixed(EntityCandidate("Spaceship", "Split", "Split"))])
    assert found.entities == ()
    assert sum(found.candidates[0].dropped.values()) == 1


def test_a_relation_needs_ends_that_are_known() -> None:
    visit = RelationCandidate("VISITED", "Maria Kolar", "Split", TEXT[:36])
    alone = with_candidates(empty(), [Fixed(visit)])
    assert alone.relations == ()
    together = with_candidates(empty(), [Fixed(KOLAR, SPLIT, visit)])
    assert [r.type.lower() for r in together.relations] == ["visited"]


def test_a_claim_is_cited_by_its_own_words() -> None:
    claim = ClaimCandidate("The ferry was late", "Maria Kolar")
    found = with_candidates(empty(), [Fixed(KOLAR, claim)])
    assert [TEXT[c.start : c.end] for c in found.claims] == ["The ferry was late"]


def test_a_source_that_fails_costs_only_its_own_findings() -> None:
    broken = Fixed(CandidateError("broken", "timeout"))
    found = with_candidates(empty(), [broken, Fixed(KOLAR)])
    assert found.candidates[0].failed == {"timeout": 1}
    assert [e.name for e in found.entities] == ["Maria Kolar"]


def test_without_sources_an_extraction_stays_as_it_is() -> None:
    extraction = empty()
    assert with_candidates(extraction, ()) is extraction
    assert "candidates" not in extraction.to_json()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Person", "Place", "State", "Nothing"]),
            st.one_of(st.sampled_from(TEXT.split()), st.text(max_size=12)),
            st.one_of(st.none(), st.integers(-5, 200)),
        ),
        max_size=6,
    )
)
def test_no_accepted_candidate_lacks_its_quote(given_: list[tuple[str, str, int | None]]) -> None:
    proposals = [EntityCandidate(type_, quote, quote, start) for type_, quote, start in given_]
    checked = check(empty(), proposals, extractor="any")
    for record in checked.accepted:
        assert all(TEXT[m.start : m.end] == m.text for m in record.mentions)  # type: ignore[union-attr]
    assert checked.count + checked.merged + sum(checked.dropped.values()) == len(proposals)


class Recognizer:
    def predict_entities(
        self, text: str, labels: list[str], *, flat_ner: bool, threshold: float
    ) -> list[dict[str, Any]]:
        at = text.find("Split")
        return [{"label": "location", "start": at, "end": at + 5, "score": 0.9}]


def test_gliner_spans_become_entities_at_their_place() -> None:
    found = with_candidates(empty(), [GlinerSource(Recognizer(), name="tiny")])
    assert [(e.type, e.name) for e in found.entities] == [("Place", "Split")]


def asked(*answers: Answer) -> Extraction:
    with endpoint(*answers) as chat:
        source = LlmSource(chat.url, model="tiny", timeout=10)
        try:
            return with_candidates(empty(), [source])
        finally:
            source.close()


def test_an_endpoint_may_add_what_the_text_says_and_nothing_else() -> None:
    answer = {
        "entities": [
            {"type": "Person", "name": "Maria Kolar", "quote": "Maria Kolar"},
            {"type": "Person", "name": "Ivo Horvat", "quote": "Ivo Horvat"},
        ],
        "claims": [],
        "relations": [],
    }
    found = asked(Answer(json.dumps(answer)))
    assert [e.name for e in found.entities] == ["Maria Kolar"]
    assert found.candidates[0].dropped == {"quote not in text": 1}


@pytest.mark.parametrize(
    ("status", "content", "reason"),
    [(500, "{}", "status 500"), (200, "I am sorry, I cannot", "malformed answer")],
)
def test_a_bad_answer_is_counted_and_breaks_nothing(status: int, content: str, reason: str) -> None:
    found = asked(Answer(content, status))
    assert found.entities == ()
    assert found.candidates[0].failed == {reason: 1}


FOUND = """{
    "entities": [{"type": "Place", "name": "Split", "quote": "Split"}],
    "claims": [],
    "relations": []
}"""


@pytest.mark.parametrize(
    "content",
    [f"```json\n{FOUND}\n```", f"\n```\n{FOUND}```\n", FOUND.replace("{", '{"note": "So.",')],
)
def test_an_answer_in_a_fence_or_with_a_key_too_many_is_read(content: str) -> None:
    found = asked(Answer(content))
    assert [e.name for e in found.entities] == ["Split"]
    assert found.candidates[0].failed == {}


def test_what_became_of_the_proposals_of_a_run_is_told_in_words() -> None:
    lost = EntityCandidate("Person", "Ivo", "Ivo Horvat")
    tally: Tally = {}
    assert list(sentences(tally)) == []
    add(tally, with_candidates(empty(), [Fixed(KOLAR, lost, CandidateError("fixed", "timeout"))]))
    add(tally, with_candidates(empty(), [Fixed(KOLAR, SPLIT)]))
    assert list(sentences(tally)) == [
        "fixed proposed 4: 3 accepted, 0 merged, 1 dropped (1 quote not in text); "
        "1 without a usable answer (1 timeout)."
    ]


def test_nothing_is_asked_unless_it_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SAYSO_LLM_URL", "SAYSO_GLINER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    assert configured_sources(ModelSettings()) == ()


def test_an_endpoint_without_a_model_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LLM_URL", "http://127.0.0.1:1/v1")
    monkeypatch.delenv("SAYSO_LLM_MODEL", raising=False)
    with pytest.raises(SettingsError, match="SAYSO_LLM_MODEL"):
        configured_sources(ModelSettings())
