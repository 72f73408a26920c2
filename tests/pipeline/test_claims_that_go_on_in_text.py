"""How far a content reaches: what goes on with it, and what the sentence tells beside it."""

from __future__ import annotations

from tests.reading import claims


def contents(text: str) -> set[str]:
    return {what for _, _, what in claims(text)}


def test_infinitive_joined_behind_accusation_goes_on_with_it() -> None:
    assert claims("Kenya has accused Ghana of trying to sabotage talks and undermine Togo.") == {
        ("Kenya", "asserts", "Ghana of trying to sabotage talks and undermine Togo")
    }


def test_readiness_joined_to_saying_is_said() -> None:
    text = "Otto Kern says Kenya wants to end the crisis with Ghana, but was prepared to fight it."
    assert claims(text) == {
        (
            "Otto Kern",
            "asserts",
            "Kenya wants to end the crisis with Ghana, but was prepared to fight it",
        )
    }


def test_form_of_address_begins_no_sentence() -> None:
    text = "Kenya said it would track down militants Mr Popko has failed to arrest despite pleas."
    assert contents(text) == {
        "it would track down militants Mr Popko has failed to arrest despite pleas"
    }


def test_content_before_its_frame_begins_with_the_sentence() -> None:
    text = (
        "In Tamale, troops took the airport Mr Popko uses for his travels and dug up the runway, "
        "an official said."
    )
    assert contents(text) == {
        "In Tamale, troops took the airport Mr Popko uses for his travels and dug up the runway"
    }


def test_but_without_comma_parts_what_another_says_now() -> None:
    text = "Officials say they hold ten men but so far, the Kenyan army says Ghana has done little."
    assert contents(text) == {"they hold ten men", "Ghana has done little"}


def test_however_parts_another_act_of_speech() -> None:
    text = "Otto Kern said he was tired, however Ada Quill hit out at the press."
    assert claims(text) == {("Otto Kern", "asserts", "he was tired")}


def test_hyphen_ends_content_of_relative_clause() -> None:
    text = "The army, which said there had been a drop in attacks - killed three men in Tamale."
    assert contents(text) == {"there had been a drop in attacks"}


def test_main_verb_behind_participle_ends_its_content() -> None:
    text = "Otto Kern, blaming Ghana for the raids that killed ten men, earlier sent tanks to Togo."
    assert claims(text) == {("Otto Kern", "asserts", "Ghana for the raids that killed ten men")}


def test_clause_of_time_and_place_behind_frame_is_no_content() -> None:
    text = "A fight began near the house, army officials said, during which the tanks fired."
    assert contents(text) == {"A fight began near the house"}


def test_content_does_not_end_inside_quotation_it_opened() -> None:
    text = (
        "Otto Kern denounced what he called a bid during the emergency meeting of ministers to "
        "cause “the downfall of the Ghanaian council”."
    )
    (what,) = contents(text)
    assert what.endswith("the downfall of the Ghanaian council”")


def test_content_closes_bracket_it_opened() -> None:
    assert contents("Otto Kern said the race will start at noon (GMT).") == {
        "the race will start at noon (GMT)"
    }


def test_war_going_on_is_no_saying() -> None:
    text = "Otto Kern says he was happier with the way he wrote as the war went on, as rain fell."
    assert contents(text) == {
        "he was happier with the way he wrote as the war went on, as rain fell"
    }


def test_held_prisoner_holds_no_view() -> None:
    text = "Otto Kern said rebels held prisoner in Ghana have fled to Togo."
    assert contents(text) == {"rebels held prisoner in Ghana have fled to Togo"}


def test_television_of_a_state_speaks() -> None:
    assert claims("Kenyan television reported that the dam fell.") == {
        ("Kenyan television", "asserts", "the dam fell")
    }


def test_what_is_promised_to_reach_something_is_promised() -> None:
    assert contents("Otto Kern was promising a million new jobs to end years of recession.") == {
        "a million new jobs to end years of recession"
    }


def test_silence_ends_before_what_is_told_against_it() -> None:
    text = "The army did not say how many men fell, although officials had said it was two."
    assert claims(text) == {
        ("army", "silent", "did not say how many men fell"),
        ("officials", "asserts", "it was two"),
    }


def test_link_of_narrator_is_no_part_of_content_before_its_frame() -> None:
    assert contents("Meanwhile, the dam fell in Tamale, Otto Kern said.") == {
        "the dam fell in Tamale"
    }
    assert contents("But two guards were hurt, officials said.") == {"two guards were hurt"}
    assert contents("Otto Kern left. Meanwhile, he said, the dam fell.") == {
        "Meanwhile, he said, the dam fell"
    }


def test_source_keeps_content_that_goes_on_behind_what_it_passes_on() -> None:
    text = "Otto Kern said that the dam fell, and Ghana denied the report, Reuters notes."
    assert claims(text) == {
        (
            "Reuters",
            "asserts",
            "Otto Kern said that the dam fell, and Ghana denied the report",
        ),
        ("Otto Kern", "asserts", "the dam fell"),
        ("Ghana", "denies", "the report"),
    }
