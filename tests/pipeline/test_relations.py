"""Relations: each test is a claim about English, on a sentence made up for it."""

from __future__ import annotations

import pytest

from tests.reading import only, read, triples


@pytest.mark.parametrize(
    "text",
    [
        "Poland supplied Ukraine with tanks.",
        "Poland supplied tanks to Ukraine.",
        "Tanks were supplied to Ukraine by Poland.",
        "Poland, which supplies Ukraine with tanks, declined to comment.",
        "Poland keeps supplying Ukraine with tanks.",
        "Ukraine received tanks from Poland.",
        "Poland's deliveries of tanks to Ukraine continue.",
        "Poland sent Ukraine dozens of tanks.",
    ],
)
def test_one_supply_in_many_constructions(text: str) -> None:
    assert triples(text, "supplies") == {("Poland", "supplies", "Ukraine")}
    assert only(text, "supplies").attributes == {"what": "arms"}
    assert only(text, "supplies").modality == "asserted"


@pytest.mark.parametrize(
    ("goods", "what"),
    [
        ("ammunition", "arms"),
        ("instructors", "troops"),
        ("semiconductors", "technology"),
        ("a loan", "money"),
        ("diesel", "energy"),
        ("grain", "goods"),
        ("humanitarian aid", "aid"),
        ("thousands of tons of diesel", "energy"),
        ("a package of military aid", "aid"),
    ],
)
def test_the_head_noun_says_what_is_supplied(goods: str, what: str) -> None:
    assert only(f"Poland gave Ukraine {goods}.", "supplies").attributes["what"] == what


def test_giving_what_is_no_goods_supplies_nothing() -> None:
    assert triples("Poland gave Ukraine a green light to use missiles.", "supplies") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron visited Warsaw.",
        "Emmanuel Macron paid a visit to Warsaw.",
        "Emmanuel Macron's visit to Warsaw lasted two days.",
        "During a visit to Warsaw, Emmanuel Macron praised the army.",
        "The visit of Emmanuel Macron to Warsaw lasted two days.",
        "Emmanuel Macron arrived in Warsaw.",
    ],
)
def test_one_visit_in_many_constructions(text: str) -> None:
    assert triples(text, "visited") == {("Emmanuel Macron", "visited", "Warsaw")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Emmanuel Macron did not visit Warsaw.", "denied"),
        ("Emmanuel Macron refused to visit Warsaw.", "denied"),
        ("Emmanuel Macron cancelled his visit to Warsaw.", "denied"),
        ("Emmanuel Macron would visit Warsaw.", "hypothetical"),
        ("Emmanuel Macron plans to visit Warsaw.", "hypothetical"),
        ("Emmanuel Macron will visit Warsaw on Friday.", "hypothetical"),
        ("If Emmanuel Macron visits Warsaw, the talks will resume.", "hypothetical"),
        ("Did Emmanuel Macron visit Warsaw?", "hypothetical"),
        ("Emmanuel Macron allegedly visited Warsaw.", "alleged"),
        ("Emmanuel Macron was accused of visiting Warsaw.", "alleged"),
        ("Emmanuel Macron managed to visit Warsaw.", "asserted"),
        ("Critics have not forgotten Emmanuel Macron's visit to Warsaw.", "asserted"),
    ],
)
def test_modality_comes_from_what_governs_the_event(text: str, modality: str) -> None:
    assert only(text, "visited").modality == modality


def test_agreeing_to_supply_is_no_supply_yet() -> None:
    assert only("Poland agreed to supply Ukraine with tanks.", "supplies").modality == (
        "hypothetical"
    )


def test_coordinated_subjects_and_objects_each_stand_in_the_relation() -> None:
    text = "Poland and Norway imposed sanctions on Russia and Belarus."
    assert triples(text, "sanctions") == {
        (source, "sanctions", target)
        for source in ("Poland", "Norway")
        for target in ("Russia", "Belarus")
    }


def test_a_demonym_before_sanctions_is_who_imposes_them() -> None:
    assert triples("Norwegian sanctions against Belarus remain.", "sanctions") == {
        ("Norway", "sanctions", "Belarus")
    }


def test_a_name_that_only_takes_sides_is_no_party() -> None:
    assert triples("Pro-Polish activists attacked Ghana.", "attacked") == {
        ("pro-Polish activists", "attacked", "Ghana")
    }
    assert triples("Pro-Polish rebels attacked Ghana.", "attacked") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron met with Olaf Scholz.",
        "Emmanuel Macron and Olaf Scholz met.",
        "Emmanuel Macron held talks with Olaf Scholz.",
        "Talks between Emmanuel Macron and Olaf Scholz lasted an hour.",
        "Emmanuel Macron met with German Chancellor Olaf Scholz.",
        "Emmanuel Macron had a telephone conversation with Chancellor of Germany Olaf Scholz.",
    ],
)
def test_meetings_hold_both_ways_and_are_written_once(text: str) -> None:
    assert triples(text, "met_with") == {("Emmanuel Macron", "met_with", "Olaf Scholz")}


def test_a_call_is_a_meeting_by_telephone() -> None:
    text = "Emmanuel Macron had a telephone conversation with Olaf Scholz."
    assert only(text, "met_with").attributes == {"medium": "call"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Polish President Andrzej Duda spoke.", "President"),
        ("Poland's president, Andrzej Duda, spoke.", "president"),
        ("Andrzej Duda, Poland's president, spoke.", "president"),
        ("Andrzej Duda, the president of Poland, spoke.", "president"),
        ("President of Poland Andrzej Duda spoke.", "President"),
        ("Foreign Minister Andrzej Duda of Poland spoke.", "Foreign Minister"),
        ("Poland's pro-Western president, Andrzej Duda, spoke.", "president"),
        ("Former Polish President Andrzej Duda spoke.", "former President"),
        ("Andrzej Duda was elected president of Poland.", "president"),
    ],
)
def test_offices_stand_before_after_and_around_names(text: str, title: str) -> None:
    found = only(text, "holds_office")
    assert (found.source, found.target) == ("person:andrzej-duda", "state:PL")
    assert found.attributes["title"].split()[-1] == title.split()[-1]
    assert found.attributes["title"].lower().startswith(title.split()[0].lower())


def test_a_list_of_officials_keeps_each_title_with_its_own_name() -> None:
    text = "Prime Minister of Kenya Peter Mwangi, President of Ghana John Mensah, spoke."
    assert triples(text, "holds_office") == {
        ("Peter Mwangi", "holds_office", "Kenya"),
        ("John Mensah", "holds_office", "Ghana"),
    }


def test_an_opposition_leader_holds_no_office_of_the_state() -> None:
    assert triples("Polish opposition leader Donald Tusk spoke.", "holds_office") == set()


def test_the_two_leaders_are_the_two_states_last_spoken_of() -> None:
    text = (
        "Kenya and Ghana ended the dispute. In 2011, the two leaders signed the Treaty on"
        " Friendship and Trade."
    )
    assert triples(text, "signed") == {
        (state, "signed", "Treaty on Friendship and Trade") for state in ("Kenya", "Ghana")
    }


def test_a_treaty_between_two_states_is_signed_by_them() -> None:
    text = "The Treaty on Friendship and Trade between Kenya and Ghana was signed in Accra in 2011."
    found = [r for r in read(text).relations if r.type == "signed"]
    assert {(r.source, r.date) for r in found} == {("state:KE", "2011"), ("state:GH", "2011")}


def test_forces_take_a_place_and_the_passive_says_the_same() -> None:
    active = triples("Polish forces captured the village of Brzeg.", "captured")
    passive = triples("The village of Brzeg was captured by Polish forces.", "captured")
    assert active == passive
    assert [target for _, _, target in active] == ["Brzeg"]


def test_a_city_lies_in_the_region_named_right_after_it() -> None:
    text = "An explosion shook the town of Brzeg in the Opole region."
    assert triples(text, "located_in") == {("Brzeg", "located_in", "Opole region")}


def test_a_role_noun_describes_whom_it_stands_beside() -> None:
    assert triples("Kenya's ally Ghana protested.", "allied_with") == {
        ("Ghana", "allied_with", "Kenya")
    }


def test_nothing_relates_to_itself() -> None:
    assert triples("Poland defended Poland and Warsaw met with Poland.", "met_with") == set()


def test_a_relation_inside_a_claim_is_asserted_by_its_speaker() -> None:
    text = "Emmanuel Macron said that Poland had supplied Ukraine with tanks."
    assert only(text, "supplies").asserted_by == "person:emmanuel-macron"


def test_the_citation_covers_the_sentence_of_the_relation() -> None:
    found = read("It rained. Poland supplied Ukraine with tanks. It rained again.")
    (relation,) = [r for r in found.relations if r.type == "supplies"]
    assert found.tokens.span_text(relation.start, relation.end) == (
        "Poland supplied Ukraine with tanks."
    )


def test_a_capital_in_a_treatys_name_is_no_party() -> None:
    text = "The Warsaw Agreements, signed in 2015 by Kenya and Ghana, failed."
    assert {source for source, _, _ in triples(text, "signed")} <= {"Kenya", "Ghana"}


def test_a_backed_group_is_supported_by_the_name_before_the_hyphen() -> None:
    assert triples("Iran-backed Hezbollah protested.", "supports") == {
        ("Iran", "supports", "Hezbollah")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Orlov owns Baltic Media Holding.",
        "Baltic Media Holding belongs to Viktor Orlov.",
        "Viktor Orlov holds a 51 percent stake in Baltic Media Holding.",
        "The beneficiary of Baltic Media Holding is Viktor Orlov.",
        "Baltic Media Holding, a company owned by Viktor Orlov, protested.",
    ],
)
def test_one_ownership_in_many_constructions(text: str) -> None:
    assert triples(text, "owns") == {("Viktor Orlov", "owns", "Baltic Media Holding")}


def test_an_unresolved_its_is_the_subject_of_its_clause() -> None:
    assert triples("Norway lifted its sanctions against Belarus.", "sanctions") == {
        ("Norway", "sanctions", "Belarus")
    }


def test_a_spokesperson_speaks_for_the_body_that_led_the_sentence_before() -> None:
    text = 'The World Bank rejected the report. "It is false," spokesperson Peter Mwangi said.'
    assert triples(text, "holds_office") == {("Peter Mwangi", "holds_office", "World Bank")}


def test_an_envoy_serves_the_state_that_sends_him() -> None:
    text = "Poland's ambassador to Kenya, Andrzej Duda, protested."
    assert triples(text, "holds_office") == {("Andrzej Duda", "holds_office", "Poland")}


def test_what_is_not_to_be_forgotten_has_happened() -> None:
    text = "Let us not forget that Poland supplied Ukraine with tanks."
    assert only(text, "supplies").modality == "asserted"
