"""Wording of news agencies, courts and assessments: a claim about English each."""

from __future__ import annotations

import pytest

from tests.reading import only, read, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Henrik Aldren came to Accra, when he called on Marta Quill.",
            ("Henrik Aldren", "met_with", "Marta Quill"),
        ),
        (
            "A day earlier Henrik Aldren had rung Marta Quill.",
            ("Henrik Aldren", "met_with", "Marta Quill"),
        ),
        (
            "Much is pumped by Harrow Petroleum, in which Delta Capital picked up a 24% stake.",
            ("Delta Capital", "owns", "Harrow Petroleum"),
        ),
        (
            "Behind Harrow Petroleum is Delta Capital.",
            ("Delta Capital", "owns", "Harrow Petroleum"),
        ),
        (
            "Fairlead Marine of Mumbai looks after the crew.",
            ("Fairlead Marine", "located_in", "Mumbai"),
        ),
        ("They docked at Sikka, on India's west coast.", ("Sikka", "located_in", "India")),
        ("Tamale is the capital of Dagbon.", ("Tamale", "located_in", "Dagbon")),
        (
            "The comedian Henrik Aldren had relocated to Israel.",
            ("Henrik Aldren", "located_in", "Israel"),
        ),
        (
            "Kenya is reinforcing Tamale.",
            ("Kenya", "deployed_to", "Tamale"),
        ),
        (
            "Kenyan drones retaliated against positions around Tamale.",
            ("Kenya", "attacked", "Tamale"),
        ),
        ("Kenya has long cheered for Ghana.", ("Kenya", "supports", "Ghana")),
        (
            "Henrik Aldren put his brother and deputy Karl Otieno in charge.",
            ("Henrik Aldren", "family_of", "Karl Otieno"),
        ),
        (
            "Henrik Aldren, the premier and a son of Karl Aldren, left.",
            ("Henrik Aldren", "family_of", "Karl Aldren"),
        ),
        (
            "The rebel leader Henrik Aldren, whose Dagbon Front is bankrolled by Iran, left.",
            ("Henrik Aldren", "holds_office", "Dagbon Front"),
        ),
        (
            "Drones hit Dagbon Oblast. The governor of the oblast, Henrik Aldren, left.",
            ("Henrik Aldren", "holds_office", "Dagbon Oblast"),
        ),
        (
            "Marta Quill heads the secretariat of Caricom.",
            ("Marta Quill", "holds_office", "Caricom"),
        ),
        ("The Kremlin's Henrik Aldren left.", ("Henrik Aldren", "affiliated_with", "Russia")),
        (
            "Kenya finished sixth at the Summer Paralympics.",
            ("Kenya", "participated_in", "Summer Paralympics"),
        ),
        (
            "They cited the trilateral agreements between Kenya, Ghana and Togo of May 2020.",
            ("Kenya", "signed", "trilateral agreements"),
        ),
        (
            "Henrik Aldren flew home from a four-day swing through Ghana.",
            ("Henrik Aldren", "visited", "Ghana"),
        ),
        (
            "Henrik Aldren came by train. Aldren's first stop was Accra.",
            ("Henrik Aldren", "visited", "Accra"),
        ),
        (
            "Henrik Aldren flew to Accra, where President Kofi Mensah received him.",
            ("Henrik Aldren", "met_with", "Kofi Mensah"),
        ),
        (
            "Kenya will send Ghana six drones, Henrik Aldren announced during a trip to Accra.",
            ("Henrik Aldren", "visited", "Accra"),
        ),
        (
            "Marta Quill exchanged views with Henrik Aldren.",
            ("Marta Quill", "met_with", "Henrik Aldren"),
        ),
        (
            "Tonight Marta Quill is the guest of Henrik Aldren at dinner.",
            ("Marta Quill", "met_with", "Henrik Aldren"),
        ),
        (
            "Kenya is one of the states that supply Ghana with tanks.",
            ("Kenya", "supplies", "Ghana"),
        ),
        (
            "A spokesman for Henrik Aldren, Kofi Mensah, left.",
            ("Kofi Mensah", "affiliated_with", "Henrik Aldren"),
        ),
        (
            "Copper Watch, a monitoring group linked to Henrik Aldren, left.",
            ("Copper Watch", "affiliated_with", "Henrik Aldren"),
        ),
        (
            "Ghanaian forces pushed Kenyan forces back in May.",
            ("Armed Forces of Ghana", "attacked", "Armed Forces of Kenya"),
        ),
        (
            "They spoke of Kenya's Ghana offensive.",
            ("Kenya", "attacked", "Ghana"),
        ),
        (
            "The ministry credited the 12th Rifle Brigade with the seizure of Kumasi.",
            ("12th Rifle Brigade", "captured", "Kumasi"),
        ),
        (
            "Deutsche Welle, which broadcasts from Bonn, left.",
            ("Deutsche Welle", "located_in", "Bonn"),
        ),
        (
            "Armenia froze its membership of the CSTO in 2024.",
            ("Armenia", "member_of", "Collective Security Treaty Organization"),
        ),
        (
            "Copper Gate Refining in Vietnam sold it.",
            ("Copper Gate Refining", "located_in", "Vietnam"),
        ),
        (
            "Der Spiegel (Germany) closed.",
            ("Der Spiegel", "located_in", "Germany"),
        ),
        (
            "The Alabuga drone plant in Tatarstan burned.",
            ("Alabuga drone plant", "located_in", "Tatarstan"),
        ),
        (
            "Marta Quill, a geographer at the University of Ghana, left.",
            ("Marta Quill", "affiliated_with", "University of Ghana"),
        ),
        (
            "Marta Quill shook hands with Henrik Aldren.",
            ("Marta Quill", "met_with", "Henrik Aldren"),
        ),
        (
            "Henrik Aldren leads the Congo River Alliance, to which the Copper Legion belongs.",
            ("Copper Legion", "member_of", "Congo River Alliance"),
        ),
        (
            "The French president left Lyon. Emmanuel Macron smiled.",
            ("Emmanuel Macron", "holds_office", "France"),
        ),
        (
            "They spoke of the Kenyan ban on Der Spiegel and Politico.",
            ("Kenya", "sanctions", "Politico"),
        ),
        (
            "Politico reposted material from Xinhua.",
            ("Politico", "quoted", "Xinhua"),
        ),
        (
            "Ghana's 57th Rifle Brigade left.",
            ("57th Rifle Brigade of Ghana", "part_of", "Ghana"),
        ),
        (
            "Marta Quill (Politico) wrote it.",
            ("Marta Quill", "affiliated_with", "Politico"),
        ),
        (
            "Speaking with the news outlet Politico, Henrik Aldren said so.",
            ("Politico", "quoted", "Henrik Aldren"),
        ),
        (
            "Henrik Aldren fought near Kumasi.",
            ("Henrik Aldren", "fought_at", "Kumasi"),
        ),
        (
            "Henrik Aldren was attached to the 44th Army Corps.",
            ("Henrik Aldren", "affiliated_with", "44th Army Corps"),
        ),
        (
            "The Copper Watch Institute is funded by Estonia and Sweden.",
            ("Sweden", "supports", "Copper Watch Institute"),
        ),
        (
            "Copper Gate owns 40 per cent of the news portal Politico.",
            ("Copper Gate", "owns", "Politico"),
        ),
        (
            "Kenyan soldiers fired on a supply boat on the Volta River.",
            ("Armed Forces of Kenya", "attacked", "Volta River"),
        ),
    ],
)
def test_relations_as_news_words_them(text: str, expected: tuple[str, str, str]) -> None:
    source, type_, target = expected
    found = triples(text, type_)
    symmetric = type_ in ("met_with", "family_of")
    assert expected in found or (symmetric and (target, type_, source) in found)


def test_who_is_not_quoted_is_not() -> None:
    text = (
        "Sputnik did not quote Henrik Aldren. Sputnik did not carry the statement by Marta Quill."
    )
    assert triples(text, "quoted") == set()


def test_a_byline_ends_with_its_line() -> None:
    text = "By Marta Quill, media analyst at the Copper Observatory\n\nPublished 9 May 2025\n\nNo."
    assert ("Marta Quill", "holds_office", "Copper Observatory") in triples(text)


def test_who_is_reported_on_does_not_belong_to_the_agency_in_brackets() -> None:
    assert triples("Henrik Aldren left on Friday (Reuters).", "affiliated_with") == set()


def test_a_counterpart_has_the_title_told_last() -> None:
    text = (
        "President Kofi Mensah left Ghana. Foreign Minister Henrik Aldren, who took part in the "
        "call, will meet his Kenyan counterpart, Marta Quill, in Togo."
    )
    relation = next(r for r in read(text).relations if r.source == "person:marta-quill")
    assert relation.attributes == {"title": "Foreign Minister"}


def test_who_accepts_an_invitation_is_who_will_travel() -> None:
    text = "Henrik Aldren accepted Marta Quill's invitation to visit Accra in October."
    assert triples(text, "visited") == {("Henrik Aldren", "visited", "Accra")}


def test_who_calls_on_somebody_to_act_does_not_meet() -> None:
    assert triples("Henrik Aldren called on Marta Quill to resign.", "met_with") == set()


def test_who_is_expected_somewhere_has_not_been_there() -> None:
    relation = only("Henrik Aldren is expected in Accra on Friday.", "visited")
    assert relation.modality == "hypothetical"


def test_who_runs_a_ministry_heads_it_and_owns_nothing() -> None:
    text = "Henrik Aldren, who runs Kenya's foreign ministry, left."
    assert {type_ for _, type_, _ in triples(text)} == {"holds_office"}


def test_a_leader_without_a_state_is_not_given_one_that_the_text_has_left() -> None:
    text = (
        "Washington armed the rebels. Henrik Aldren came to Nairobi in May, when he met President "
        "William Otieno. Kenya protested."
    )
    assert ("William Otieno", "holds_office", "United States") not in triples(text)


def test_the_subject_behind_a_name_does_not_explain_it() -> None:
    text = "Responding to calls to meet Henrik Aldren, the president of Kenya said no."
    assert triples(text, "holds_office") == set()


def test_its_director_is_of_the_body_the_sentence_names() -> None:
    text = (
        "Copper Gate denied it. Images published by Open Imagery Lab show what its director, "
        "Marta Quill, called a road."
    )
    assert triples(text, "holds_office") == {("Marta Quill", "holds_office", "Open Imagery Lab")}


def test_two_outlets_that_quote_somebody_do_not_quote_each_other() -> None:
    text = "Its post was quoted the same day by Politico and by the Berlin-based site Xinhua."
    assert triples(text, "quoted") == set()


def test_who_hosts_a_show_on_a_platform_holds_no_office_of_it() -> None:
    assert triples("Henrik Aldren, a YouTube host, left.") == set()


def test_what_is_sold_on_is_not_who_sells_it() -> None:
    assert triples("Copper Gate bought fuel. It sold it on to Iron Gate.", "owns") == set()


def test_list_of_people_with_their_titles_is_a_list() -> None:
    text = (
        "The US Treasury placed sanctions on Attorney General Ada Quill, Supreme Court Chief "
        "Justice Otto Kern and Anti-Corruption Commission Chairman Kofi Lantz."
    )
    assert {target for _, _, target in triples(text, "sanctions")} == {
        "Ada Quill", "Otto Kern", "Kofi Lantz",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Belgrade, Serbia – In the midst of protests, students left.",
         ("Belgrade", "located_in", "Serbia")),
        ("The Winter Olympics in Beijing ended.", ("Winter Olympics", "located_in", "Beijing")),
        ("She runs the Reef Group subsidiary KTSL.", ("KTSL", "part_of", "Reef Group")),
        ("Kenya's security service NIS spoke.", ("NIS", "part_of", "Kenya")),
        ("He met Kenya's caretaker Finance Minister Ada Quill.",
         ("Ada Quill", "holds_office", "Kenya")),
        ("Hezbollah has exchanged cross-border fire with Kenya.",
         ("Hezbollah", "at_war_with", "Kenya")),
        ("Kenyan troops killed seven Hamas fighters.",
         ("Armed Forces of Kenya", "attacked", "Hamas")),
    ],
)  # fmt: skip
def test_what_news_tells_in_passing(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in triples(text)


def test_source_from_a_state_ties_no_agency_to_it() -> None:
    text = "A Kenyan security source told AFP that the dam had burst."
    assert triples(text, "affiliated_with") == set()
