"""Claims whose words the parse hangs into those of somebody else."""

from __future__ import annotations

from tests.reading import claims


def test_something_denied_by_a_third_is_no_part_of_what_was_reported():
    found = claims("Ghana reported that Kenyan troops had been killed, something denied by Kenya.")
    assert found == {
        ("Ghana", "asserts", "Kenyan troops had been killed"),
        ("Kenya", "denies", "Kenyan troops had been killed"),
    }


def test_who_accused_somebody_before_is_who_speaks_now():
    found = claims("Kenya said Ghana’s coast guard was lying, after accusing it of ramming ships.")
    assert found == {
        ("Kenya", "asserts", "Ghana’s coast guard was lying"),
        ("Kenya", "asserts", "it of ramming ships"),
    }


def test_a_post_shared_on_platforms_is_not_the_platforms():
    found = claims(
        "A post is being widely shared on social media platforms stating that Otto Kern has "
        "claimed that the virus is natural."
    )
    assert found == {
        (None, "asserts", "Otto Kern has claimed that the virus is natural"),
        ("Otto Kern", "asserts", "the virus is natural"),
    }


def test_it_reads_is_not_of_whom_the_words_behind_it_tell():
    found = claims("A video was shared on X. It reads: Kenya fired missiles at Ghana.")
    assert found == {(None, "asserts", "Kenya fired missiles at Ghana")}


def test_a_statement_according_to_which_it_fell_is_of_whose_it_is():
    found = claims(
        "Kenya denies the statement of the Ghanaian defense ministry according to which the Kenyan "
        "forces opened fire towards Kumasi."
    )
    assert found == {
        ("Kenya", "denies", "the Kenyan forces opened fire towards Kumasi"),
        (
            "Ministry of Defense of Ghana",
            "asserts",
            "the Kenyan forces opened fire towards Kumasi",
        ),
    }


def test_an_announcement_inside_what_somebody_says_is_of_whose_it_is():
    found = claims(
        "The message came days after the group said there would be no retreat, despite the army’s "
        "announcement on Thursday that the capital was free."
    )
    assert ("army", "asserts", "the capital was free") in found


def test_what_a_ministry_reveals_leaves_no_empty_claim_of_those_it_tells_of():
    found = claims(
        "This comes as Kenyan bloggers are complaining about the situation in Ghana, Kenya’s "
        "ministry has revealed in a video."
    )
    assert found == {
        (
            "Kenya",
            "asserts",
            "This comes as Kenyan bloggers are complaining about the situation in Ghana",
        )
    }


def test_who_says_a_quotation_does_not_demand_what_they_demand_in_it():
    found = claims(
        "“They don’t want to form the union, demand an urgent recognition of their independence,” "
        "Otto Kern said."
    )
    assert {who for who, _, _ in found} == {"Otto Kern"}
    assert len(found) == 1


def test_information_about_something_else_is_not_what_was_told_before():
    found = claims(
        "Kenya says that its forces left Kumasi. The information disseminated by the Ministry of "
        "Defense of Ghana about the opening of fire by units of the army is false."
    )
    assert found == {("Kenya", "asserts", "its forces left Kumasi")}


def test_who_gives_no_proof_of_what_he_says_denies_nothing():
    assert claims("Otto Kern did not provide any proof that the dam had been mined.") == set()
