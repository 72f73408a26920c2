"""Whose deed it is that somebody credits, joins in, or blocks."""

from __future__ import annotations

import pytest

from tests.reading import named, only, read, triples


@pytest.mark.parametrize(
    "text",
    [
        "Togo credited the 12th Rifle Brigade with the capture of Kumasi.",
        "Togo credited the 12th Rifle Brigade with capturing Kumasi.",
    ],
)
def test_a_deed_credited_to_somebody_is_alleged_by_who_credits_it(text: str) -> None:
    captured, found = only(text, "captured"), read(text)
    parties = (named(found, captured.source), named(found, captured.target))
    assert parties == ("12th Rifle Brigade", "Kumasi")
    assert captured.asserted_by is not None
    assert (captured.modality, named(found, captured.asserted_by)) == ("alleged", "Togo")


def test_who_claims_one_deed_and_credits_another_tells_both() -> None:
    found = read(
        "The ministry of Togo claimed that Kenyan troops took Kidal and credited the 9th Brigade "
        "of Kenya with the capture of Tamale."
    )
    told = {
        (named(found, r.target), r.modality, r.asserted_by and named(found, r.asserted_by))
        for r in found.relations
        if r.type == "captured"
    }
    assert told == {("Kidal", "alleged", "Togo"), ("Tamale", "alleged", "Togo")}


def test_who_took_part_in_an_attack_is_told_by_who_says_so() -> None:
    text = "Otto Kern said that Kenya had taken part in the attack on Tamale."
    attacked, found = only(text, "attacked"), read(text)
    assert attacked.asserted_by is not None
    assert named(found, attacked.source) == "Kenya"
    assert named(found, attacked.asserted_by) == "Otto Kern"


@pytest.mark.parametrize(
    "text",
    [
        "Togo blocked the sale of Kenyan helicopters to Ghana.",
        "Togo blocked Kenya's sale of helicopters to Ghana.",
        "Kenya halted its deliveries of gas to Ghana.",
        "Kenya halted deliveries of gas to Ghana.",
    ],
)
def test_goods_that_somebody_blocks_are_those_of_their_origin(text: str) -> None:
    assert triples(text, "supplies") == {("Kenya", "supplies", "Ghana")}
    assert {r.modality for r in read(text).relations if r.type == "supplies"} == {"denied"}
