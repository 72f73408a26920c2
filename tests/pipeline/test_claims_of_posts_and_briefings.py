"""Who says what in posts, documents, briefings and long attributions."""

from __future__ import annotations

import pytest

from tests.reading import claims, named, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oleg Lantz tweeted a placid comment explaining that the port is sincere about it.",
            ("Oleg Lantz", "asserts", "the port is sincere about it"),
        ),
        (
            "Grey Wolf quoted Salt Wind in a Telegram post that claimed the photo was faked.",
            ("Grey Wolf", "asserts", "the photo was faked"),
        ),
        (
            "Just one of the ludicrous claims made by the blog’s guest editor, Oleg Lantz, was: "
            "“Rivers have been mostly stable.”",
            ("Oleg Lantz", "asserts", "Rivers have been mostly stable."),
        ),
        (
            "“Nothing will protect them,” one of Mr. Lantz’s tweets read.",
            ("Lantz", "asserts", "Nothing will protect them,"),
        ),
        (
            "According to Lebanese security sources, Israel and Egypt are to stop for 60 days.",
            ("Lebanese security sources", "asserts", "Israel and Egypt are to stop for 60 days"),
        ),
        (
            "According to witnesses Reuters spoke to over the phone, the general managed to leave.",
            ("witnesses", "asserts", "the general managed to leave"),
        ),
        (
            "China's coastguard said it had taken measures in disputed waters.",
            ("China's coastguard", "asserts", "it had taken measures in disputed waters"),
        ),
        (
            "The Salt Wind Telegram channel run by retired officer Oleg Lantz wrote that troops "
            "had left the town.",
            ("Salt Wind", "asserts", "troops had left the town"),
        ),
        (
            "The official Telegram channel sharing operational updates about the bridge said: "
            "\"We ask you to stay.\"",
            ("official Telegram channel", "asserts", "We ask you to stay."),
        ),
        (
            "Ghana and Togo adopted the Joint Declaration of Lome. The declaration states that "
            "two ministries will meet.",
            ("Joint Declaration of Lome", "asserts", "two ministries will meet"),
        ),
        (
            "The Kenyan Defence Ministry will pay for every road, it said.",
            (
                "Ministry of Defense of Kenya",
                "asserts",
                "The Kenyan Defence Ministry will pay for every road",
            ),
        ),
        (
            "Fighting raged where the Wagner mercenary group claimed to have raised the flag.",
            ("Wagner Group", "asserts", "have raised the flag"),
        ),
        (
            "NATO released images showing what the Western alliance said were Kenyan tanks "
            "moving about near Accra.",
            ("NATO", "asserts", "Kenyan tanks moving about near Accra"),
        ),
        (
            "Kenya has denied its troops have operated inside Ghana, despite the pictures of it.",
            ("Kenya", "denies", "its troops have operated inside Ghana"),
        ),
        (
            "Oleg Lantz, speaking after a meeting, was unsparing, charging that Kenya was at war.",
            ("Oleg Lantz", "asserts", "Kenya was at war"),
        ),
        (
            "Mr. Lantz made clear that he was merely reporting what others were saying.",
            ("Lantz", "asserts", "he was merely reporting what others were saying"),
        ),
        (
            "A company alleged by the Department of Justice to have paid bloggers is silent.",
            ("Department of Justice", "asserts", "to have paid bloggers"),
        ),
        (
            "BBC News referred to the gunmen as “militants” in one of its reports.",
            ("BBC", "asserts", "the gunmen as “militants”"),
        ),
        (
            "A 2016 ruling by the Permanent Court of Arbitration found that the claims were void.",
            ("Permanent Court of Arbitration", "asserts", "the claims were void"),
        ),
        (
            "Oleg Lantz went on to spread false rumours online that it was poison.",
            ("Oleg Lantz", "asserts", "it was poison"),
        ),
        (
            "“The war will go on,” Oleg Lantz, a far-right nationalist, grumbled in an address.",
            ("Oleg Lantz", "asserts", "The war will go on,"),
        ),
        (
            "While Oleg Lantz listened, Ada Quill vowed closer cooperation on the river.",
            ("Ada Quill", "asserts", "closer cooperation on the river"),
        ),
    ],
)  # fmt: skip
def test_who_says_what(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in claims(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "U.S. Secretary of State Antony Blinken spoke. “It is the best path,” added the top "
            "U.S. diplomat.",
            "Antony Blinken",
        ),
        (
            "Kremlin Spokesperson Dmitry Peskov spoke on Monday. The Kremlin Spokesperson said "
            "that tensions may grow.",
            "Dmitry Peskov",
        ),
        (
            "Fighters of the Rapid Support Forces came. The paramilitaries announced they had "
            "taken a base.",
            "Rapid Support Forces",
        ),
        (
            "An announcement from the Kenyan Defence Ministry named nine people. Salt Wind is one. "
            "“It relies on them,” the announcement said.",
            "Ministry of Defense of Kenya",
        ),
        (
            "The General Staff of Ukraine's Armed Forces reported it. According to data from the "
            "General Staff, the attack caused a fire.",
            "General Staff of Ukraine",
        ),
        (
            "The Daily Standard reported that nobody came. Adding that the road was closed.",
            "Daily Standard",
        ),
        (
            "The channel Grey Wolf is on Telegram. Its creators claim that the road was closed.",
            "Grey Wolf",
        ),
        (
            "Grey Wolf, a Telegram channel with 9,000 readers, shared the clip. In the post, the "
            "account said two tanks had been lost.",
            "Grey Wolf",
        ),
        (
            "WASHINGTON, Saturday, May 10, 2025 (WNP): U.S. Secretary of State Marco Rubio on "
            "Saturday announced that it was over.",
            "Marco Rubio",
        ),
        ("Brussels said on Monday that it would widen the list.", "European Union"),
        (
            "A Foreign Office spokesman called it a ploy. “There is no need to join it,” he added.",
            "Foreign Office",
        ),
        (
            "“It was a success,” TASS agency quoted the Kremlin saying.",
            "Russia",
        ),
        (
            "NATO might deploy more weapons, according to the head of the alliance.\n\nOleg Lantz, "
            "the secretary general of NATO, revealed that there were talks.",
            "Oleg Lantz",
        ),
        (
            "Grey Wolf, a Telegram channel, posted the clip. Another post implied that Kenya had "
            "done it.",
            "Grey Wolf",
        ),
        (
            "Kenya cannot afford to lose the port to others. That was the view of Senator Oleg "
            "Lantz in an interview.",
            "Oleg Lantz",
        ),
        (
            "Western countries should provide all the weapons. This was the call to the West made "
            "by Oleg Lantz.",
            "Oleg Lantz",
        ),
        (
            "British colonel: operation in Accra humiliated the army\n\nIt was late.",
            "British colonel",
        ),
        ("Army chief escapes deadly strike on base: witnesses\n\nIt was late.", "witnesses"),
        (
            "Ada Quill said it was late. “We are in a very different situation” than two years "
            "ago.",
            "Ada Quill",
        ),
    ],
)
def test_who_is_taken_up(text: str, speaker: str) -> None:
    found = read(text)
    last = found.claims[-1].speaker
    assert last is not None
    assert named(found, last) == speaker


def test_a_city_in_which_somebody_is_stays_a_city() -> None:
    assert "place:brussels" in read("He flew to Brussels on Sunday.").entities


def test_a_post_ends_where_another_source_begins_to_tell() -> None:
    text = "The army paid them, according to the Reef Institute, while Grey Wolf found it did not."
    assert ("Reef Institute", "asserts", "The army paid them") in claims(text)


def test_what_is_denied_by_a_word_for_it_is_no_content_of_its_own() -> None:
    text = "Oleg Lantz said: “It is a trap for the whole town.” Ada Quill strenuously denies this."
    assert ("Ada Quill", "denies", "It is a trap for the whole town.") in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Press Briefing by Oleg Lantz\nAccra\n\nMR. LANTZ: Good morning. Let me make a few "
            "points "
            "about it.\n\nThe allies met today in an extraordinary session."
        ),
        (
            "CNR: Could you share more details with us about the call?\n\nOleg Lantz: The "
            "allies met "
            "today in an extraordinary session.\n\nThey were unanimous."
        ),
        (
            "Transcript of the Weekly Media Briefing\n\nOleg Lantz, Official Spokesperson: I "
            "welcome "
            "you to this engagement.\n\nThe allies met today in an extraordinary session."
        ),
    ],
)  # fmt: skip
def test_what_is_said_in_a_briefing_is_said_by_who_gives_it(text: str) -> None:
    said = claims(text)
    assert ("Oleg Lantz", "asserts", "The allies met today in an extraordinary session") in said
    assert not any("points" in what or "welcome" in what for _, _, what in said)


@pytest.mark.parametrize(
    "foot",
    [
        " pic.example/Vid02\n— Ada Quill (@adaquill) August 2, 2022",
        " — Ada Quill (@adaquill) August 2, 2022",
        "\n\n— Ada Quill (@adaquill) August 2, 2022",
    ],
)
def test_a_post_with_its_author_and_date_at_its_foot_is_the_authors_and_of_that_day(
    foot: str,
) -> None:
    post = "Kenya has lit up the tall building (we hear it is in Kumasi)."
    found = read(f"Otto Kern spoke in Togo on Monday.\n\n{post}{foot}\n\nThe minister left.")
    assert {
        (named(found, c.speaker), c.date, found.tokens.span_text(c.start, c.end))
        for c in found.claims
        if c.speaker is not None
    } == {
        (
            "Ada Quill",
            "2022-08-02",
            "Kenya has lit up the tall building (we hear it is in Kumasi)",
        )
    }
