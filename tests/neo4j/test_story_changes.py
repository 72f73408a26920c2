"""Who changed his story: what the question finds beside the examples."""

from __future__ import annotations

import pytest

from graph.catalogue import load_catalogue
from graph.model import DocumentGraph
from graph.store.readonly import read
from graph.store.writer import write
from tests.factories import RUN, assertion, channel, citation, claim, document

SAID = (
    ("2024-05-01", "denies", "There are no foreign soldiers in the region of Norvia"),
    ("2024-05-09", "asserts", "There are foreign soldiers in the region of Norvia"),
    ("2024-05-02", "denies", "The bridge of Sudmark was ever closed"),
    ("2024-05-03", "asserts", "The harbour of Westmere has new cranes"),
)


def telling(name: str, day: str, stance: str, words: str) -> DocumentGraph:
    """A document in which a channel takes a stance."""
    speaker, said = channel(name), claim(words)
    told = document(f"{name} wrote on {day}: {words}.", published_at=day)
    cited = citation(told, told.text)
    modality = {"stance": stance, "mode": "reported", "asserted_by": speaker.id}
    return DocumentGraph(
        told, (speaker, said), (assertion("SAID", speaker, said, cited, **modality),), ()
    )


@pytest.fixture
def turned(store):
    store.write("MATCH (n) WHERE NOT n:Store DETACH DELETE n")
    graphs = [telling("Lantern", *said) for said in SAID]
    graphs.append(telling("Kettle", "2024-05-04", "asserts", SAID[0][2]))
    write(store, graphs, RUN)
    store.write("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    return store


def changes(store, **given):
    question = load_catalogue().get("story-changes")
    rows = read(store, question.statement, question.arguments(given)).records()
    return [(r["speaker"], r["before"], r["before_stance"], r["claim"], r["stance"]) for r in rows]


def test_claims_of_like_words_are_one_story_and_others_are_not(turned):
    before, after = SAID[0], SAID[1]
    expected = [("Lantern", before[2], "denies", after[2], "asserts")]
    assert changes(turned) == changes(turned, speaker="lantern") == expected


def test_who_contradicts_somebody_else_has_not_changed_his_story(turned):
    assert changes(turned, speaker="Kettle") == []
