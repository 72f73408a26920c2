"""Interviews printed with dashes: the answers are the interviewed person's claims."""

from __future__ import annotations

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load

INTERVIEW = """Maria Kolar has watched the harbour channels for six years. We met her in Split.

— Which channel shouts loudest?

— The one with the blue logo has doubled its audience since March.

— And who runs it?

— Ivan Horvat denied that he owns it. Nobody at the port believes him any more.
"""


def test_answers_are_claims_of_the_person_interviewed_and_questions_are_not() -> None:
    found = findings(load()(INTERVIEW))
    said = [(c.speaker, found.tokens.span_text(c.start, c.end)) for c in found.claims]
    answers = [text for speaker, text in said if speaker == "person:maria-kolar"]
    assert any("doubled its audience" in text for text in answers)
    assert not any("loudest" in text or "runs it" in text for _, text in said)


def test_a_denial_reported_in_an_answer_is_the_deniers() -> None:
    found = findings(load()(INTERVIEW))
    denials = [c.speaker for c in found.claims if c.stance == "denies" and c.mode == "reported"]
    assert denials == ["person:ivan-horvat"]


def test_a_list_with_dashes_is_no_interview() -> None:
    found = findings(load()("Shopping:\n\n- bread\n\n- milk\n\n- two eggs\n\n- some tea\n"))
    assert found.claims == []


def test_what_the_asker_says_before_the_question_is_no_claim() -> None:
    asked = INTERVIEW.rstrip() + (
        "\n\n— What do you read yourself?"
        "\n\n— I read all of them, because my students read them before I do."
        "\n\n— The three editors who founded it left last year. Is it still read?"
        "\n\n— It is read by 40,000 people in the valley every day."
        "\n\n— And the ministry? It has money. Does it pay for this?"
        "\n\n— I have seen the bills and it pays for half."
        "\n\n— Will you write about it?"
        "\n\n— I will write about it in my next report.\n"
    )
    found = findings(load()(asked))
    said = [found.tokens.span_text(c.start, c.end) for c in found.claims]
    assert any("40,000 people" in text for text in said)
    assert any("pays for half" in text for text in said)
    assert not any("founded it" in text or "has money" in text or "?" in text for text in said)
