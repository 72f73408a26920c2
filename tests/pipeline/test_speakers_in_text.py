"""Whom the words in a speaker's place mean: pronouns, offices, companies, quotations that go on."""

from __future__ import annotations

import pytest

from ingest.nlp.findings import findings
from ingest.nlp.pipeline import load


def speakers(text: str) -> list[str | None]:
    found = findings(load()(text))
    known = {**found.entities, **found.channels}
    return [None if c.speaker is None else known[c.speaker].name for c in found.claims]


LEAD = "“The dam was mined,” said Olena Marchuk, the regional governor. "


@pytest.mark.parametrize(
    "follow",
    [
        "“It fell in an hour,” she said.",
        "“It fell in an hour,” the governor said.",
        "“It fell in an hour,” the official said.",
        "“It fell in an hour,” the 48-year-old added.",
        "She added that it fell in an hour.",
    ],
)
def test_words_after_a_speaker_take_her_up(follow: str) -> None:
    assert speakers(LEAD + follow) == ["Olena Marchuk", "Olena Marchuk"]


def test_person_named_inside_a_quotation_is_not_who_says_it() -> None:
    text = "Olena Marchuk called for repairs. “We must not fear provoking Olga Berezna,” she said."
    assert speakers(text)[-1] == "Olena Marchuk"


def test_person_spoken_of_is_not_who_speaks_on() -> None:
    text = "Olena Marchuk said Olga Berezna had left the town. She added that the dam fell."
    assert speakers(text) == ["Olena Marchuk", "Olena Marchuk"]


def test_subject_of_a_later_main_clause_is_taken_up() -> None:
    text = LEAD + "Olga Berezna visited the dam on Monday. “It fell in an hour,” she said."
    assert speakers(text)[-1] == "Olga Berezna"


def test_pronoun_does_not_mean_a_person_of_the_other_gender() -> None:
    text = "“The dam was mined,” said Ivan Popko. “It fell in an hour,” she said."
    assert speakers(text) == ["Ivan Popko", None]


def test_office_somebody_else_holds_is_not_the_last_speaker() -> None:
    text = LEAD + "“It fell in an hour,” the general said."
    assert speakers(text) == ["Olena Marchuk", "general"]


def test_office_in_a_lead_is_the_person_named_later() -> None:
    text = (
        "The dam was mined, the mayor said on Monday. Repairs go on.\n\n"
        "“It fell in an hour,” said Mayor Ivan Popko."
    )
    assert speakers(text) == ["Ivan Popko", "Ivan Popko"]


def test_company_and_its_researchers_speak_for_the_firm_named() -> None:
    text = (
        "Microsoft said the accounts were old. The company said they posted daily. "
        "“They are few,” the researchers said."
    )
    assert speakers(text) == ["Microsoft", "Microsoft", "Microsoft"]


def test_it_is_the_body_that_spoke_last_and_not_a_subject_of_its_own_words() -> None:
    text = "Finland said it knew of no offer. Russia was also massing troops, it added."
    assert speakers(text) == ["Finland", "Finland"]


def test_quotation_goes_on_from_an_unnamed_speaker() -> None:
    text = (
        "Ivan Popko said the dam fell. “It was mined,” a driver said.\n\n“Nobody warned us at all.”"
    )
    assert speakers(text) == ["Ivan Popko", "driver", "driver"]


@pytest.mark.parametrize(
    "text",
    [
        "The dam will fall this week, the old ally of the mayor and Olena Marchuk said Thursday.",
        "Olena Marchuk said Wednesday old cracks in the upper wall of the dam grew overnight.",
        "Olena Marchuk claimed on Telegram that they had managed to break into the old dam.",
    ],
)
def test_content_is_found_by_the_words_where_the_parse_shows_no_clause(text: str) -> None:
    assert len({(c.start, c.end) for c in findings(load()(text)).claims}) == 1


def test_former_and_latter_are_the_two_of_one_kind_named_before() -> None:
    text = (
        "The clip was posted by Red Reef Observer, a Telegram channel, and then by Strait Signals, "
        "a channel with 88,600 followers. The former said the boat had turned; the latter said it "
        "had been cut."
    )
    assert speakers(text) == ["Red Reef Observer", "Strait Signals"]


def test_parties_who_met_speak() -> None:
    text = (
        "Olena Marchuk spoke with Ivan Popko on Monday. Both leaders expressed concern about the "
        "state of the dam. They agreed that the dam was past repair."
    )
    assert set(speakers(text)) == {"Olena Marchuk", "Ivan Popko"}


def test_unnamed_people_speak_for_the_body_they_work_at() -> None:
    text = "Accounts were few, researchers at Microsoft said. They grew, the researchers said."
    assert speakers(text) == ["Microsoft", "Microsoft"]


def test_host_is_whose_show_it_is() -> None:
    text = (
        "On Ivan Popko's show, the director Karen Hakobyan said the war was long. "
        "“Nobody asked you,” the host said."
    )
    assert speakers(text) == ["Karen Hakobyan", "Ivan Popko"]


def test_officer_of_somebody_unnamed_is_not_the_last_speaker() -> None:
    text = "“It fell in an hour,” said Olena Marchuk. The brigade's press officer called it a lie."
    assert speakers(text) == ["Olena Marchuk", "brigade's press officer"]


def test_he_takes_up_a_speaker_nobody_names() -> None:
    text = "“The wall cracked,” a driver from the village said. He said nobody had been warned."
    assert speakers(text) == ["driver from the village", "driver from the village"]


def test_person_a_lead_describes_is_who_is_named_next() -> None:
    text = (
        "The dam will fall, a former minister said on Monday.\n\n"
        "“It is a matter of weeks,” Ivan Popko said."
    )
    assert speakers(text) == ["Ivan Popko", "Ivan Popko"]


def test_unnamed_speakers_are_of_one_document_alone() -> None:
    first, second = (
        findings(load()(text)).claims[0].speaker
        for text in ("A driver said the dam fell.", "A driver said that the old dam fell.")
    )
    assert first is not None
    assert first != second


def test_every_channel_named_behind_its_plural_says_what_they_wrote() -> None:
    text = "The channels Grey Heron (30,000 subscribers) and Night Desk wrote that the dam fell."
    assert sorted(str(name) for name in speakers(text)) == ["Grey Heron", "Night Desk"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "On Thursday Ivan Popko, chief of the Kenyan General Staff, reported to the emir that "
            "the army had won.",
            "Ivan Popko",
        ),
        (
            "The Desert Wire, citing two Kenyan officials, reported on 5 May that the dam fell.",
            "Desert Wire",
        ),
        (
            "Its guest, the Kenyan political scientist Ivan Popko, described it as “a rehearsal”.",
            "Ivan Popko",
        ),
        ("The dam, Ivan Popko told a rally in Nairobi, was falling.", "Ivan Popko"),
        ("It was, Ivan Popko said, a matter for the engineers.", "Ivan Popko"),
        ("Captain Ivan Popko shot back the same evening that the dam stood.", "Ivan Popko"),
        ("Ivan Popko arrived at the dam. “It will fall.”", "Ivan Popko"),
        ("@greyheron, 412K followers, a bio with a heron, posts: “The dam fell.”", "greyheron"),
    ],
)
def test_who_speaks_behind_asides(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_a_title_of_several_words_takes_up_who_bears_it() -> None:
    text = (
        "Prime Minister Ivan Popko left. Deputy Prime Minister Taras Hrynko spoke: “It rains.” "
        "The prime minister came back. He told parliament that the dam had fallen."
    )
    assert speakers(text) == ["Taras Hrynko", "Ivan Popko"]


@pytest.mark.parametrize(
    "text",
    ["Kenya attacked Ghana on Friday.", "The channel Kettle contradicted Reuters."],
)
def test_what_is_done_to_a_name_is_no_claim(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Channel One quoted Marta Quill, deputy governor of Kumasi: 'A canister exploded.'",
            "Marta Quill",
        ),
        ('Radio Okapi carried a voice note of Marta Quill: "We will go on."', "Marta Quill"),
        (
            "Marta Quill said it was late. A Western diplomat in Accra was sceptical. “Nobody "
            "builds a quay and leaves,” the diplomat said.",
            "Western diplomat in Accra",
        ),
        (
            "An anonymous channel with 52,000 readers, said to be close to the FSB, added that "
            "Kenya had left.",
            "anonymous channel with 52,000 readers",
        ),
        (
            "A spokesman for Henrik Aldren, Kofi Mensah, later said that it was late.",
            "Kofi Mensah",
        ),
        (
            "Kenya will send Ghana six drones, minister Henrik Aldren announced on a trip to Togo.",
            "Henrik Aldren",
        ),
        (
            "Grey Wolf has 20,000 followers on Telegram. Henrik Aldren left. Grey Wolf deleted his "
            "post. “I wrote it in May,” he explained.",
            "Grey Wolf",
        ),
        (
            "The X account @ostblick posts the clip & claims that “the media keep quiet”.",
            "ostblick",
        ),
    ],
)
def test_the_last_speaker_is(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker
