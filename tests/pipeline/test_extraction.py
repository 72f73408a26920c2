"""The promises of an extraction: exact offsets, one result whatever the batch, a cited graph."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import ids
from graph.model import Document
from graph.vocabulary import load_vocabulary
from ingest.assertions import to_graph
from ingest.candidates.candidate import EntityCandidate
from ingest.candidates.tally import Tally
from ingest.extract import Extractor
from ingest.extraction import Extraction
from ingest.posts.findings import with_findings
from tests.factories import post
from tests.reading import triples

TEXT = """Harbour fire divides the channels

On 3 May 2025 the Ukrainian Foreign Ministry blamed Moscow for the fire in Odesa. “We saw the \
drones,” said Foreign Minister Andrii Sybiha.

A Telegram channel with 64,000 subscribers mocked the minister: “He sees drones in his soup.” The \
same channel had denied the fire a day earlier. Iran supplies Russia with drones, and in January \
the two countries signed the Treaty on Comprehensive Strategic Partnership.
"""


def document(text: str) -> Document:
    digest = ids.sha256(text)
    return Document(
        ids.document_id(text), text, digest, digest, "text", "test", published_at="2025-05-05"
    )


def extract(text: str) -> Extraction:
    return Extractor().extract(document(text))


def test_every_offset_gives_back_its_text() -> None:
    extraction = extract(TEXT)
    records = (*extraction.entities, *extraction.channels)
    places = [(m.start, m.end, m.text) for record in records for m in record.mentions]
    places += [(c.start, c.end, c.text) for c in extraction.claims]
    assert len(places) > 12
    assert [TEXT[start:end] for start, end, _ in places] == [text for _, _, text in places]


def test_the_same_text_extracts_alike_alone_and_in_any_batch() -> None:
    others = [document(f"{city} was quiet on Monday.") for city in ("Oslo", "Riga", "Lviv")]
    extractor = Extractor()
    alone = extractor.extract(document(TEXT)).to_json()
    batches = [[document(TEXT), *others], [*others, document(TEXT)]]
    for batch in batches:
        found = {d.id: e.to_json() for d, e in extractor.pipe(batch, batch_size=2)}
        assert found[document(TEXT).id] == alone


def test_the_printed_line_has_the_promised_shape() -> None:
    line = json.loads(json.dumps(extract(TEXT).to_json()))
    assert set(line) == {"document", "entities", "channels", "claims", "relations"}
    assert {"id", "title", "lang", "sha256", "length"} <= set(line["document"])
    assert {"id", "type", "name", "mentions"} <= set(line["entities"][0])
    assert {
        "id",
        "name",
        "platform",
        "handle",
        "subscribers",
        "bound",
        "anonymous",
        "owner",
    } <= set(line["channels"][0])
    assert {"speaker", "via", "mode", "stance", "modality", "cue", "date"} <= set(line["claims"][0])
    assert {"date", "modality", "asserted_by", "attributes"} <= set(line["relations"][0])


def test_every_assertion_fits_the_vocabulary_and_cites_its_words() -> None:
    extraction = extract(TEXT)
    graph = to_graph(extraction)
    vocabulary = load_vocabulary()
    types = {node.id: node.type for node in graph.nodes} | {extraction.document.id: "Article"}
    assert {a.type for a in graph.assertions} >= {"SAID", "SUPPLIES", "SIGNED", "HAS_SUBSCRIBERS"}
    for assertion in graph.assertions:
        relationship = vocabulary.relationship(assertion.type)
        assert types[assertion.source] in relationship.sources
        assert types[assertion.target] in relationship.targets
        citation = assertion.citation
        assert TEXT[citation.start : citation.end] == citation.quote


def test_what_was_reported_by_nobody_is_not_the_documents_own_word() -> None:
    text = "It was reported that the bridge in Odesa burnt. Reports said that Kyiv had mined it."
    told = [a for a in to_graph(extract(text)).assertions if a.type == "STATES"]
    assert [a.properties["asserted_by"] for a in told] == ["unknown", "unknown"]


def test_the_narrators_own_word_is_the_documents() -> None:
    told = to_graph(extract("We believe that the dam in Odesa was mined.")).assertions
    assert {a.properties["asserted_by"] for a in told if a.type == "STATES"} == {"document"}


def test_a_subscriber_number_is_an_observation_with_its_bound_and_day() -> None:
    graph = to_graph(extract(TEXT))
    counts = [dict(n.properties) for n in graph.nodes if n.type == "SubscriberCount"]
    assert counts == [{"value": 64000, "bound": "exact", "date": "2025-05-05"}]


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("abcdeXYZ .,“”\"'’\n-–—()@0123456789Éж🙂"), max_size=200))
def test_no_text_breaks_extraction(text: str) -> None:
    extraction = extract(text)
    for entity in extraction.entities:
        assert all(text[m.start : m.end] == m.text for m in entity.mentions)
    to_graph(extraction)


def test_an_empty_text_gives_an_empty_extraction() -> None:
    extraction = extract("")
    assert (extraction.entities, extraction.claims, extraction.relations) == ((), (), ())


def test_what_a_model_proposes_about_posts_is_counted_over_all_of_them() -> None:
    class Fixed:
        name = "fixed"

        def candidates(self, document: Document) -> list[EntityCandidate]:
            return [EntityCandidate("Person", "Ada Quill", "Ada Quill")]

    posts = [
        post("1", text="Ada Quill said that the dam was empty.", lang="en"),
        post("2", text="The dam was full, the mayor said.", lang="en"),
    ]
    proposed: Tally = {}
    list(with_findings(posts, Extractor(candidates=[Fixed()]), proposed=proposed))
    assert proposed == {"fixed": {"accepted": 0, "merged": 1, "dropped: quote not in text": 1}}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Otto Kern left. He’s the mayor of Accra.", ("Otto Kern", "holds_office", "Accra")),
        (
            "The Lantern Lab, an institute that’s part of the Reef School, closed.",
            ("Lantern Lab", "part_of", "Reef School"),
        ),
        (
            "Otto Kern isn’t the mayor of Accra; he’s the mayor of Kumasi.",
            ("Otto Kern", "holds_office", "Kumasi"),
        ),
    ],
)
def test_a_typographic_apostrophe_reads_as_a_plain_one(
    text: str, triple: tuple[str, str, str]
) -> None:
    assert triples(text) == triples(text.replace("’", "'")) == {triple}


@pytest.mark.parametrize("apostrophe", ["'", "’", "`", "´", "ʼ"])
def test_whatever_is_typed_for_an_apostrophe_owns(apostrophe: str) -> None:
    text = f"Kenya{apostrophe}s president Otto Kern visited Ghana{apostrophe}s capital."
    assert triples(text, "holds_office") == {("Otto Kern", "holds_office", "Kenya")}
