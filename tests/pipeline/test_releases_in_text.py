"""Wording of official releases and of news sites: a claim about English each."""

from __future__ import annotations

import pytest

from tests.reading import claims, read, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Olena Marchuk stated the need to begin talks at once.",
            ("Olena Marchuk", "asserts", "the need to begin talks at once"),
        ),
        (
            "Olena Marchuk expressed readiness to send doctors to the town.",
            ("Olena Marchuk", "asserts", "readiness to send doctors to the town"),
        ),
        (
            "Olena Marchuk raised concerns about attacks on the grid.",
            ("Olena Marchuk", "asserts", "concerns about attacks on the grid"),
        ),
        (
            "Olena Marchuk was critical of the plan to flood the valley.",
            ("Olena Marchuk", "asserts", "the plan to flood the valley"),
        ),
        (
            "Olena Marchuk drew attention to the fact that the dam had burst.",
            ("Olena Marchuk", "asserts", "the dam had burst"),
        ),
        (
            "Kenya reported attacks on three of its depots.",
            ("Kenya", "asserts", "attacks on three of its depots"),
        ),
        (
            "The government of Kenya denied information according to which the dam had burst.",
            ("Kenya", "denies", "the dam had burst"),
        ),
        (
            "Olena Marchuk said the dam stood, dismissing reports that it had burst.",
            ("Olena Marchuk", "denies", "it had burst"),
        ),
        (
            "Kenya did not provide any official commentary on the attack.",
            ("Kenya", "silent", "did not provide any official commentary on the attack"),
        ),
        (
            "The sides proceeded “to the signing of papers”, indicated the Kenyan authorities.",
            ("Kenya", "asserts", "The sides proceeded “to the signing of papers”"),
        ),
        (
            "Olena Marchuk mocked the media reports about her for “brazen lies about a dam”.",
            (
                "Olena Marchuk",
                "mocks",
                "the media reports about her for “brazen lies about a dam”",
            ),
        ),
        (
            "A message published to the Telegram channel Dniester Post claimed that it had burst.",
            ("Dniester Post", "asserts", "it had burst"),
        ),
        (
            "Olena Marchuk greeted the guests.\n\nThe message reads, in part: “The dam stands.”",
            ("Olena Marchuk", "asserts", "The dam stands."),
        ),
        (
            "Marta Quill, editor of Vareno, told Radio Delta her firm had left.",
            ("Marta Quill", "asserts", "her firm had left"),
        ),
        (
            "“It will burst again, and they know it,” jeered the Telegram channel Dniester Post, "
            "which has 40,000 readers.",
            ("Dniester Post", "asserts", "It will burst again, and they know it,"),
        ),
        (
            "Kenya announced the fall of Tamale.",
            ("Kenya", "asserts", "the fall of Tamale"),
        ),
        (
            "Olena Marchuk called on Kenya to “leave at once”.",
            ("Olena Marchuk", "asserts", "Kenya to “leave at once”"),
        ),
        (
            "Accra/Lome, Aug. 21 -- Foreign Minister Olena Marchuk on Thursday said it had burst.",
            ("Olena Marchuk", "asserts", "it had burst"),
        ),
        (
            "First out was Dniester Post (212K subs): “Dams do not burst.”",
            ("Dniester Post", "denies", "Dams do not burst."),
        ),
        (
            "Vladimir Putin came to the dam. Asked about Tamale, the President of Russia noted "
            "that it stood.",
            ("Vladimir Putin", "asserts", "it stood"),
        ),
        (
            "Vladimir Putin came to the dam. The President recalled that it was old.",
            ("Vladimir Putin", "asserts", "it was old"),
        ),
        (
            "One Kenyan diplomat was calm. “It stands,” said the diplomat.",
            ("One Kenyan diplomat", "asserts", "It stands,"),
        ),
        (
            "According to unverified reports from Kenyan Telegram channels, the dam had burst.",
            ("Kenyan Telegram channels", "asserts", "the dam had burst"),
        ),
        (
            "The army has started to check the channels of its critics, reports publication Mash.",
            ("Mash", "asserts", "The army has started to check the channels of its critics"),
        ),
    ],
)
def test_who_says_what_in_a_release(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in claims(text)


def test_what_nobody_holds_is_no_claim() -> None:
    assert (
        claims("Olena Marchuk raised money for the town. Ivan Popko reported the theft.") == set()
    )


def test_a_source_behind_a_comma_is_heard_where_the_parse_makes_it_a_participle() -> None:
    text = (
        "At least 88 Kenyan companies owned by merchants linked to its army have not been "
        "searched, the Clear Rivers project of the Baltic Institute reported on May 10."
    )
    [claim] = read(text).claims
    assert claim.speaker is not None
    assert claim.start == 0


def test_the_third_case_reported_is_no_report() -> None:
    text = "The dam burst on Monday, the third accident reported since May."
    assert claims(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Henrik Aldren spoke by telephone with President of Ghana Kofi Quill and "
            "Chancellor of Norway Ola Berg.",
            ("Henrik Aldren", "met_with", "Ola Berg"),
        ),
        (
            "Norway on Monday imposed sanctions on Kenya.",
            ("Norway", "sanctions", "Kenya"),
        ),
        (
            "Norway readied sanctions on Kenya. The sanctions would also hit Harrow Petroleum.",
            ("Norway", "sanctions", "Harrow Petroleum"),
        ),
        (
            "Norway said that they had carried out strikes against several vessels of the "
            "White Sea Fleet.",
            ("Norway", "attacked", "White Sea Fleet"),
        ),
        (
            "Today 74 per cent of Harrow Petroleum belongs to Delta Capital.",
            ("Delta Capital", "owns", "Harrow Petroleum"),
        ),
        (
            "Harrow Petroleum is majority-owned by the Kenyan group Sable.",
            ("Sable", "owns", "Harrow Petroleum"),
        ),
        (
            "The Varen Lantern project of the Baltic Institute published it.",
            ("Varen Lantern", "part_of", "Baltic Institute"),
        ),
        (
            "The army left Tamale and other towns in Ghana.",
            ("Tamale", "located_in", "Ghana"),
        ),
        ("It lies in Gokwe, western Kenya, they said.", ("Gokwe", "located_in", "Kenya")),
        (
            "It named the company and its Dubai affiliate Falcon Bridge Trading.",
            ("Falcon Bridge Trading", "located_in", "Dubai"),
        ),
        (
            "It was met by Kenyan Deputy Minister of Defence, Colonel-General Henrik Aldren.",
            ("Henrik Aldren", "holds_office", "Kenya"),
        ),
        (
            "So said Henrik Aldren, Minister of Economy and Finance of Kenya.",
            ("Henrik Aldren", "holds_office", "Kenya"),
        ),
        (
            "Henrik Aldren is the head of defence policy at the right-leaning Baltic Institute.",
            ("Henrik Aldren", "holds_office", "Baltic Institute"),
        ),
        (
            "Presidents Henrik Aldren of Kenya and Kofi Quill of Ghana signed the Accra Treaty.",
            ("Kofi Quill", "signed", "Accra Treaty"),
        ),
        (
            "They have the Accra Treaty and the Tamale Protocol. Both documents were signed by "
            "Henrik Aldren.",
            ("Henrik Aldren", "signed", "Tamale Protocol"),
        ),
        (
            "Henrik Aldren, a former politician of the Revival party whom Norway sanctioned, left.",
            ("Norway", "sanctions", "Henrik Aldren"),
        ),
        (
            "Delta Holding, a company in Tallinn whose director is Marta Quill, left.",
            ("Marta Quill", "holds_office", "Delta Holding"),
        ),
        (
            "Delta Holding, a Tallinn company whose chairman, Henrik Aldren, was held, left.",
            ("Henrik Aldren", "holds_office", "Delta Holding"),
        ),
        (
            "He called on Rwanda to cease support to NATO.",
            ("Rwanda", "supports", "NATO"),
        ),
        (
            "Kenya joined Ghana and Norway in NATO.",
            ("Norway", "member_of", "NATO"),
        ),
        (
            "Marta Quill, host of a late show on Channel One Russia, laughed.",
            ("Marta Quill", "affiliated_with", "Channel One"),
        ),
        (
            "Marta Quill, analyst, Baltic Institute\n\nThe dam stands.",
            ("Marta Quill", "affiliated_with", "Baltic Institute"),
        ),
        ("Chechen leader Henrik Aldren came.", ("Henrik Aldren", "holds_office", "Chechnya")),
    ],
)
def test_what_releases_tell_of_two(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text)


def test_a_semicolon_parts_what_describes_one_from_the_next() -> None:
    text = "Among them are Henrik Aldren, founder of Dniester Post; Marta Quill, a radio host."
    assert ("Marta Quill", "runs", "Dniester Post") not in triples(text)


def test_the_minister_of_a_release_is_the_one_named_first() -> None:
    text = (
        "Foreign Minister Marta Quill met her counterpart, Foreign Minister Henrik Aldren. "
        "Minister Aldren was glad. On Monday the Minister was in Tamale."
    )
    assert triples(text, "visited") == {("Marta Quill", "visited", "Tamale")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Olena Marchuk chaired a meeting on grain. Taking part in the meeting were the "
            "ministers Ivan Popko and Maria Okafor.",
            {"Ivan Popko", "Maria Okafor"},
        ),
        (
            "Olena Marchuk hosted a summit in Oslo. Also attending were Ivan Popko of Kenya and "
            "Maria Okafor of Ghana.",
            {"Ivan Popko", "Maria Okafor"},
        ),
        (
            "Olena Marchuk held talks on grain. The talks were also attended by Ivan Popko.",
            {"Ivan Popko"},
        ),
        (
            "Olena Marchuk met with Maria Okafor. Ivan Popko also took part in the talks.",
            {"Ivan Popko", "Maria Okafor"},
        ),
        (
            "Olena Marchuk chaired a meeting. Ivan Popko attended the school in Oslo.",
            set(),
        ),
        (
            "Olena Marchuk chaired a meeting. It rained. Trains stood. Roads were shut. Ivan Popko "
            "attended the talks.",
            set(),
        ),
    ],
)
def test_who_attends_meets_who_held_the_meeting(text, expected):
    met = {(a, b) for a, type_, b in triples(text) if type_ == "met_with"}
    assert {a if b == "Olena Marchuk" else b for a, b in met} == expected
