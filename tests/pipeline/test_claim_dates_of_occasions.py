"""What was said at a meeting, or is told of a report, whose day the text gives elsewhere."""

from __future__ import annotations

from tests.reading import read


def dates(text: str) -> list[tuple[str, str | None]]:
    """The words of each claim of a text with their date."""
    found = read(text)
    return [(found.tokens.span_text(c.start, c.end), c.date) for c in found.claims]


def test_who_met_somebody_on_a_day_speaks_on_it_though_he_is_named_again() -> None:
    assert dates(
        "On Monday, Ada Quill met at her residence with a delegation from Kenya. In remarks, "
        "President Quill pointed out that the bridge stood, and that she believes Togo would pay."
    ) == [
        ("the bridge stood", "2024-10-14"),
        ("Togo would pay", "2024-10-14"),
    ]


def test_who_was_received_on_a_day_speaks_on_it() -> None:
    text = "Ada Quill received Otto Kern on October 3. Otto Kern said that the bridge was safe."
    assert dates(text) == [("the bridge was safe", "2024-10-03")]


def test_who_held_talks_on_a_day_speaks_on_it_and_nobody_else_does() -> None:
    text = "On October 3, Ada Quill and Otto Kern held talks in Accra. {} said that it was safe."
    assert dates(text.format("Ada Quill")) == [("it was safe", "2024-10-03")]
    assert dates(text.format("Ivan Popko")) == [("it was safe", None)]


def test_an_act_that_is_no_meeting_does_not_date_what_its_doer_says() -> None:
    text = "Kenya fired rockets on October 3. Kenya said that Ghana had lied."
    assert dates(text) == [("Ghana had lied", None)]
