"""What is held, hedged, demanded and dated: contents that the words around them turn."""

from __future__ import annotations

from tests.reading import claims, read


def contents(text: str) -> set[str]:
    return {what for _, _, what in claims(text)}


def test_only_seeming_hedges_and_appearing_somewhere_does_not() -> None:
    assert claims("Otto Kern said crew members appeared on deck.") == {
        ("Otto Kern", "asserts", "crew members appeared on deck")
    }
    assert claims("Otto Kern said the crew appeared calm.") == {
        ("Otto Kern", "hedges", "the crew appeared calm")
    }


def test_negation_in_clause_inside_denies_nothing() -> None:
    text = (
        "“We get all kinds of reports, that he's in a cave, that he's not in a cave; that he's "
        "escaped, that he hasn't escaped,” Otto Kern said."
    )
    assert {stance for _, stance, _ in claims(text)} == {"asserts"}


def test_request_for_something_named_before_has_no_content() -> None:
    text = "Ghana is cracking down on crime, something Kenya long has urged Ghana to do."
    assert claims(text) == set()


def test_what_is_seen_as_something_is_held() -> None:
    assert claims("They split over what Otto Kern saw as Ada Quill's readiness to talk.") == {
        ("Otto Kern", "asserts", "Ada Quill's readiness to talk")
    }


def test_who_is_told_to_demand_or_assume_something_has_not_said_it() -> None:
    assert contents("Kenya has advised officials to assume that Ghana has missiles.") == {
        "officials to assume that Ghana has missiles"
    }
    assert contents("Kenya challenged Ghana to leave Togo, and to publicly call for talks.") == {
        "Ghana to leave Togo, and to publicly call for talks"
    }


def test_day_behind_saying_is_of_the_saying() -> None:
    for when, date in (("last Wednesday", "2024-10-09"), ("late Tuesday", "2024-10-15")):
        (claim,) = read(f"Otto Kern said {when} Ada Quill had left Ghana.").claims
        assert claim.date == date
        assert contents(f"Otto Kern said {when} Ada Quill had left Ghana.") == {
            "Ada Quill had left Ghana"
        }


def test_year_behind_saying_of_now_is_of_what_is_said() -> None:
    text = "Otto Kern says in 1999 Ada Quill wrote a book."
    (claim,) = read(text).claims
    assert (claim.date, contents(text)) == (None, {"in 1999 Ada Quill wrote a book"})
