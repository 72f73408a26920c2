"""Words that part a claim, or its speaker from the verb of saying, hide neither."""

from __future__ import annotations

import pytest

from tests.reading import claims


@pytest.mark.parametrize(
    "text",
    [
        "The drones, Otto Kern insists, came from Togo.",
        "The drones, says Otto Kern, came from Togo.",
        "Ghana, Otto Kern alleged, has been arming the rebels.",
        "What came next, says Otto Kern, a lawyer for the families, was theft.",
    ],
)
def test_a_clause_parted_from_its_verb_is_one_claim_of_who_says_it(text: str) -> None:
    assert claims(text) == {("Otto Kern", "asserts", text.removesuffix("."))}


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Asked about the drones, Otto Kern, the foreign minister, replied that it had rained.",
            "Otto Kern",
            "it had rained",
        ),
        (
            "Writing on Telegram, Ivan Popko, a deputy of the ruling party, called it “a trap”.",
            "Ivan Popko",
            "it “a trap”",
        ),
        (
            "Ivan Popko is ill. “It was us,” the channel Lantern boasted hours later.",
            "Lantern",
            "It was us,",
        ),
        ("“It was us,” was how Ada Quill put it.", "Ada Quill", "It was us,"),
        (
            "“They asked us,” complained one of the commanders, Ivan Popko of Tamale.",
            "Ivan Popko",
            "They asked us,",
        ),
        (
            "The council met, with the envoy Ada Quill warning of famine in the north.",
            "Ada Quill",
            "famine in the north",
        ),
        (
            "A report was published on the website Lantern that the general bought a castle.",
            "Lantern",
            "the general bought a castle",
        ),
        ("Togo's army acknowledged losing a tank.", "Armed Forces of Togo", "losing a tank"),
        ("“They left,” shouted one of them, Otto Kern, in the hall.", "Otto Kern", "They left,"),
        ("NATO spoke of “a massacre”, Kenya of “an incident”.", "NATO", "a massacre"),
        ("The firm, which Kenya accuses of arming rebels, is new.", "Kenya", "arming rebels"),
        ("NATO said they were tired – a sentence that was cut.", "NATO", "they were tired"),
    ],
)
def test_who_says_it_is_found_behind_what_stands_between(
    text: str, speaker: str, content: str
) -> None:
    assert claims(text) == {(speaker, "asserts", content)}


def test_he_may_be_whose_tone_the_sentence_before_tells_of() -> None:
    text = "Otto Kern's tone was different. He said that it had rained."
    assert claims(text) == {("Otto Kern", "asserts", "it had rained")}


def test_she_is_the_woman_told_of_rather_than_somebody_who_may_be_one() -> None:
    text = (
        "Li-Wu Kern said that it had rained. The council met, with Deputy Secretary-General Ada "
        "Quill warning of floods. She said that the dam would hold."
    )
    assert ("Ada Quill", "asserts", "the dam would hold") in claims(text)


@pytest.mark.parametrize(
    "aside",
    [
        ", at the briefing of the Ministry of Foreign Affairs Tuesday,",
        ", during the weekly briefing Tuesday,",
        " in a video posted to Telegram",
    ],
)
def test_an_aside_before_that_is_no_part_of_the_content(aside: str) -> None:
    assert claims(f"Otto Kern said{aside} that it had rained.") == {
        ("Otto Kern", "asserts", "it had rained")
    }


def test_who_speaks_may_go_on_with_what_he_indicates() -> None:
    text = "Otto Kern spoke. He pointed out that it had rained, indicating that the dam would hold."
    assert claims(text) == {
        ("Otto Kern", "asserts", "it had rained"),
        ("Otto Kern", "asserts", "the dam would hold"),
    }
    nothing_said = "Otto Kern spoke. He hit the wall, showing that the dam would hold."
    assert claims(nothing_said) == set()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("As reported by Kettle News on 3 May, it had rained.", "Kettle News", "it had rained"),
        ("It had rained, as reported by Kettle News.", "Kettle News", "It had rained"),
        (
            "Kenya took the rare step of admitting to losses in a strike.",
            "Kenya",
            "losses in a strike",
        ),
        (
            "NATO asserted Ghana, Mali, and Togo remain members.",
            "NATO",
            "Ghana, Mali, and Togo remain members",
        ),
    ],
)
def test_contents_beside_passives_behind_to_and_with_several_subjects_are_found(
    text: str, speaker: str, content: str
) -> None:
    assert claims(text) == {(speaker, "asserts", content)}


def test_the_prime_minister_is_who_led_a_state_so_and_not_its_president() -> None:
    text = "Joe Biden met Benjamin Netanyahu. The prime minister said that it would rain."
    assert claims(text) == {("Benjamin Netanyahu", "asserts", "it would rain")}


@pytest.mark.parametrize(
    ("found", "stance"), [("found", "asserts"), ("has", "asserts"), ("found no", "denies")]
)
def test_who_found_evidence_asserts_what_it_is_of(found: str, stance: str) -> None:
    told = "evidence that Togo armed the rebels."
    assert claims(f"Kenya {found} {told}") == {("Kenya", stance, "Togo armed the rebels")}
    assert claims(f"Kenya wants to find {told}") == set()


def test_charges_that_somebody_has_repeatedly_rejected_are_no_part_of_the_content() -> None:
    text = (
        "The panel concluded that Togo had armed the rebels, charges Lomé has repeatedly rejected."
    )
    assert claims(text) == {
        ("panel", "asserts", "Togo had armed the rebels"),
        ("Togo", "denies", "Togo had armed the rebels"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "But, says Otto Kern, the road is closed.",
        "However, said Otto Kern, a lawyer, the road is closed.",
    ],
)
def test_words_of_saying_behind_an_opening_word_open_the_clause(text: str) -> None:
    content = "the road is closed"
    assert claims(text) == {("Otto Kern", "asserts", content)}
