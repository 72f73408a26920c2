"""What a reader of a terminal sees of an answer."""

from io import StringIO

import pytest
from rich.console import Console

from graph.cli.tables import print_table
from graph.store.answers import Answer

ANSWER = Answer(
    ("owner", "owner_id", "anonymous", "modality", "asserted_by", "quote", "document"),
    (
        (
            "Ana Muster",
            "person:ana-muster",
            True,
            "denied",
            "Bo Muster",
            "Ana does not run the channel, Bo said.",
            "doc:1",
        ),
    ),
)


def printed(answer: Answer, width: int) -> str:
    buffer = StringIO()
    print_table(answer, Console(file=buffer, width=width))
    return buffer.getvalue()


@pytest.mark.parametrize("width", [50, 80, 160])
def test_facts_sentence_and_speaker_are_shown_whole_at_any_width(width: int) -> None:
    words = " ".join(printed(ANSWER, width).split())
    for shown in ("Ana Muster", "yes", "denied by"):
        assert shown in words
    letters = "".join(words.split())
    assert "Ana" in letters
    assert "Bosaid." in letters


def test_ids_and_documents_are_left_to_programs() -> None:
    assert "person:" not in printed(ANSWER, 160)
    assert "doc:" not in printed(ANSWER, 160)


def test_facts_share_a_cell_where_the_screen_is_narrow() -> None:
    assert "owner Ana Muster" in printed(ANSWER, 60)
    assert "owner Ana Muster" not in printed(ANSWER, 160)
