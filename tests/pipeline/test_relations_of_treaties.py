"""Who is bound by a treaty, in the words in which news tells it."""

from __future__ import annotations

import pytest

from tests.reading import triples


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Ghana struck the Accra Grain Agreement last night.",
        "Kenya, like Ghana, is bound by the Accra Grain Agreement.",
        "Kenya terminated its Accra Grain Agreement with Ghana.",
        "Among the signatories of the Accra Grain Agreement are Kenya and Ghana.",
        "Kenya reached the Accra Grain Agreement with Ghana in 2018.",
        "The Accra Grain Agreement bears the signatures of Kenya and Ghana.",
        "Kenya pulled out of the Accra Grain Agreement, to which Ghana acceded in May.",
    ],
)
def test_parties_sign_by_whatever_verb_binds_them_or_ends_it(text: str) -> None:
    assert triples(text, "signed") == {
        ("Kenya", "signed", "Accra Grain Agreement"),
        ("Ghana", "signed", "Accra Grain Agreement"),
    }


def test_who_praises_or_proposes_a_treaty_is_no_party_to_it() -> None:
    assert triples("Kenya praised the Accra Protocol, which Ghana had proposed.", "signed") == set()


def test_neither_of_two_is_a_party_where_another_clause_follows() -> None:
    text = "Neither Kenya nor Ghana is a signatory to the Accra Protocol; Norway was one."
    assert triples(text, "signed") == {
        ("Kenya", "signed", "Accra Protocol"),
        ("Ghana", "signed", "Accra Protocol"),
    }


def test_all_states_behind_one_noun_for_them_sign() -> None:
    text = "The Accra Protocol was signed by Norway and by the republics of Kenya, Ghana and Togo."
    states = {source for source, _, _ in triples(text, "signed")}
    assert states == {"Norway", "Kenya", "Ghana", "Togo"}
