"""Groups named behind their members, sanctions that somebody is rid of, and what buyers own."""

from __future__ import annotations

import pytest

from tests.reading import triples


def test_states_collectively_known_as_a_group_are_its_members() -> None:
    text = (
        "It was signed by Iran and Kenya, Ghana, and Togo (collectively known as the Lantern "
        "Group) in July."
    )
    assert triples(text, "member_of") == {
        ("Kenya", "member_of", "Lantern Group"),
        ("Ghana", "member_of", "Lantern Group"),
        ("Togo", "member_of", "Lantern Group"),
    }


def test_states_before_a_bracket_that_names_one_of_them_again_are_no_group() -> None:
    text = "It was signed by Kenya, Ghana and Togo (the seat of the Lantern Group) in July."
    assert not triples(text, "member_of")


def test_who_is_relieved_from_sanctions_was_under_those_of_whoever_imposed_them() -> None:
    text = "Iran received relief from sanctions imposed by the European Union, Ghana, and Kenya."
    assert triples(text, "sanctions") == {
        ("European Union", "sanctions", "Iran"),
        ("Ghana", "sanctions", "Iran"),
        ("Kenya", "sanctions", "Iran"),
    }


@pytest.mark.parametrize("wording", [", 58, listed as a “global terrorist” by", ", designated as a "
    "terrorist by", " was listed as a global terrorist by"])  # fmt: skip
def test_who_is_listed_as_a_terrorist_by_a_state_is_sanctioned_by_it(wording: str) -> None:
    verb = "." if " was " in wording else ", left."
    text = f"Otto Kern{wording} Kenya in 2018{verb}"
    assert triples(text, "sanctions") == {("Kenya", "sanctions", "Otto Kern")}


def test_the_company_he_owns_is_the_one_named_right_before() -> None:
    text = (
        "Reef Company owns Kettle TV. The new owner of Lantern Invest Service is Otto Kern who "
        "took over Lantern Invest Service via Sable Estate, the company he owns."
    )
    assert triples(text, "owns", "holds_office") == {
        ("Reef Company", "owns", "Kettle TV"),
        ("Otto Kern", "owns", "Lantern Invest Service"),
        ("Otto Kern", "owns", "Sable Estate"),
    }


def test_a_list_of_outlets_goes_on_past_where_the_first_of_them_is() -> None:
    text = "Ada Quill is listed as the beneficiary of Radio Abo in Kenya and Accent TV channels."
    assert triples(text, "owns") == {
        ("Ada Quill", "owns", "Radio Abo"),
        ("Ada Quill", "owns", "Accent TV"),
    }
