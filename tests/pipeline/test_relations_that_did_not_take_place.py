"""What becomes of a relation that did not take place, is not shown, or is said of somebody else."""

from __future__ import annotations

import pytest

from tests.reading import named, read


def told(text: str, *types: str) -> set[tuple[str, str, str, str]]:
    """The relations of these types as (source name, type, target name, modality)."""
    found = read(text)
    return {
        (named(found, r.source), r.type, named(found, r.target), r.modality)
        for r in found.relations
        if r.type in types
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The images do not show Kenyan troops shelling Tamale.", "denied"),
        ("Nothing in the footage shows Kenyan troops shelling Tamale.", "denied"),
        ("The picture allegedly shows Kenyan troops shelling Tamale.", "alleged"),
        ("The video is said to show Kenyan troops shelling Tamale.", "alleged"),
        ("The video does not show that Kenyan troops shelled Tamale.", "alleged"),
        ("The report does not prove that Kenyan troops shelled Tamale.", "alleged"),
        ("The video shows Kenyan troops shelling Tamale.", "asserted"),
    ],
)
def test_what_pictures_show_is_so_as_far_as_they_are_said_to_show_it(
    text: str, expected: str
) -> None:
    assert told(text, "attacked") == {
        ("Armed Forces of Kenya", "attacked", "Tamale", expected),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Otto Kern neither met Ivan Popko nor visited Tamale.",
            {
                ("Ivan Popko", "met_with", "Otto Kern", "denied"),
                ("Otto Kern", "visited", "Tamale", "denied"),
            },
        ),
        (
            "Otto Kern did not meet Ivan Popko or visit Tamale.",
            {
                ("Ivan Popko", "met_with", "Otto Kern", "denied"),
                ("Otto Kern", "visited", "Tamale", "denied"),
            },
        ),
        (
            "Otto Kern, who neither owns Kettle Bank nor visited Tamale, met Ada Quill.",
            {
                ("Otto Kern", "owns", "Kettle Bank", "denied"),
                ("Otto Kern", "visited", "Tamale", "denied"),
                ("Ada Quill", "met_with", "Otto Kern", "asserted"),
            },
        ),
        (
            "Kenya is neither a member of NATO nor an ally of Ghana.",
            {
                ("Kenya", "member_of", "NATO", "denied"),
                ("Ghana", "allied_with", "Kenya", "denied"),
            },
        ),
        ("Nor did Kenya attack Ghana.", {("Kenya", "attacked", "Ghana", "denied")}),
    ],
)
def test_neither_and_nor_deny_each_of_their_predicates(
    text: str, expected: set[tuple[str, str, str, str]]
) -> None:
    types = ("met_with", "visited", "owns", "member_of", "allied_with", "attacked")
    assert told(text, *types) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kettle Bank was sanctioned by Kenya and Togo, but not by Ghana.", {"Kenya", "Togo"}),
        ("Kettle Bank was sanctioned by Kenya and not by Ghana.", {"Kenya"}),
        ("Kettle Bank was sanctioned not by Ghana but by Kenya.", {"Kenya"}),
        ("Kettle Bank was sanctioned not only by Ghana but also by Kenya.", {"Ghana", "Kenya"}),
        ("Not Ghana but Kenya sanctioned Kettle Bank.", {"Kenya"}),
        ("Not only Ghana but also Kenya sanctioned Kettle Bank.", {"Ghana", "Kenya"}),
    ],
)
def test_who_is_said_not_to_have_done_it_has_not(text: str, expected: set[str]) -> None:
    assert told(text, "sanctions") == {
        (name, "sanctions", "Kettle Bank", "asserted") for name in expected
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not Kenya that is attacking Ghana.", {("Kenya", "attacked", "Ghana", "denied")}),
        (
            "It is not Kenya that attacked Ghana but Ghana that attacked Kenya.",
            {
                ("Kenya", "attacked", "Ghana", "denied"),
                ("Ghana", "attacked", "Kenya", "asserted"),
            },
        ),
        ("It was Kenya that attacked Ghana.", {("Kenya", "attacked", "Ghana", "asserted")}),
        ("It is not only Kenya that attacked Ghana.",
         {("Kenya", "attacked", "Ghana", "asserted")}),
    ],
)  # fmt: skip
def test_whom_a_negated_cleft_puts_forward_has_not_done_it(
    text: str, expected: set[tuple[str, str, str, str]]
) -> None:
    assert told(text, "attacked") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit of Otto Kern to Tamale never took place.", "denied"),
        ("The planned visit of Otto Kern to Tamale did not take place.", "denied"),
        ("The alleged visit of Otto Kern to Tamale never happened.", "denied"),
        ("The visit of Otto Kern to Tamale will take place in June.", "hypothetical"),
        ("Otto Kern's visit to Tamale is due to take place in June.", "hypothetical"),
        ("The planned visit of Otto Kern to Tamale took place in May.", "asserted"),
        ("The visit of Otto Kern to Tamale took place in May.", "asserted"),
    ],
)
def test_an_event_is_as_it_is_said_to_have_taken_place(text: str, expected: str) -> None:
    assert told(text, "visited") == {("Otto Kern", "visited", "Tamale", expected)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A meeting between Otto Kern and Ivan Popko that had been planned for June never took "
         "place.", "denied"),
        ("The meeting between Otto Kern and Ivan Popko that never happened was in the news.",
         "denied"),
        ("Ada Quill recalled the talks between Otto Kern and Ivan Popko scheduled for 11 March.",
         "hypothetical"),
        ("The talks between Otto Kern and Ivan Popko, planned for months, ended.", "asserted"),
        ("The talks between Otto Kern and Ivan Popko, where nothing happened, ended.", "asserted"),
    ],
)  # fmt: skip
def test_talks_that_never_were_are_denied_and_those_scheduled_for_a_day_are_open(
    text: str, expected: str
) -> None:
    assert told(text, "met_with") == {("Ivan Popko", "met_with", "Otto Kern", expected)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo opposes the delivery of Kenyan missiles to Ghana.", "hypothetical"),
        ("Otto Kern warned against the delivery of Kenyan missiles to Ghana.", "hypothetical"),
        ("The planned delivery of Kenyan missiles to Ghana was in the news.", "hypothetical"),
        ("Togo prevented the delivery of Kenyan missiles to Ghana.", "denied"),
        ("Togo condemned the delivery of Kenyan missiles to Ghana.", "asserted"),
    ],
)
def test_goods_pass_to_others_as_far_as_their_delivery_takes_place(
    text: str, expected: str
) -> None:
    assert told(text, "supplies") == {("Kenya", "supplies", "Ghana", expected)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Kern warned of an attack by Kenya on Ghana.", "hypothetical"),
        ("Otto Kern warned of the consequences of Kenya's attack on Ghana.", "asserted"),
    ],
)
def test_an_attack_that_somebody_warns_of_is_still_open(text: str, expected: str) -> None:
    assert told(text, "attacked") == {("Kenya", "attacked", "Ghana", expected)}


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin denied that Kenya had planned to attack Ghana.",
        "There is no evidence that Kenya planned to attack Ghana.",
        "Kenya denied having threatened to attack Ghana.",
        "Kenya has no plans to attack Ghana.",
    ],
)
def test_a_plan_that_is_denied_denies_what_was_planned(text: str) -> None:
    assert told(text, "attacked") == {("Kenya", "attacked", "Ghana", "denied")}
