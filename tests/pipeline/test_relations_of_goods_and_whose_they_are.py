"""Who sends goods is not who made them, and a delivery may lack its verb."""

from __future__ import annotations

import pytest

from tests.reading import only, triples


def test_where_goods_were_made_does_not_supply_them() -> None:
    assert triples("Kenya gave Soviet-era tanks to Ghana in 2022.", "supplies") == {
        ("Kenya", "supplies", "Ghana")
    }
    assert triples("Kenya sold American-made Javelin missiles to Hamas.", "supplies") == {
        ("Kenya", "supplies", "Hamas")
    }


def test_whoever_gives_goods_of_another_state_is_their_only_supplier() -> None:
    assert triples("Kenya sold American missiles to Hamas.", "supplies") == {
        ("Kenya", "supplies", "Hamas")
    }
    assert triples("American missiles for Ghana arrived.", "supplies") == {
        ("United States", "supplies", "Ghana")
    }


def test_delivery_told_without_its_verb_has_its_own_giver_and_taker() -> None:
    assert triples("Kenya supplies rifles to Togo and Ghana drones to Mali.", "supplies") == {
        ("Kenya", "supplies", "Togo"),
        ("Ghana", "supplies", "Mali"),
    }


@pytest.mark.parametrize(
    ("goods", "what"),
    [
        ("two air defence batteries", "arms"),
        ("two artillery batteries", "arms"),
        ("MiG-29 fighters", "arms"),
        ("200 fighters", "troops"),
        ("forty generators", "goods"),
    ],
)
def test_batteries_and_named_fighters_are_arms_and_fighters_alone_are_men(
    goods: str, what: str
) -> None:
    assert only(f"Kenya delivered {goods} to Togo.", "supplies").attributes["what"] == what
