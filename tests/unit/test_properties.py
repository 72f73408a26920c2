"""Properties are stored as the vocabulary declares them, or not at all."""

from __future__ import annotations

import pytest

from graph.errors import GraphError
from graph.store.properties import checked
from graph.vocabulary import load_vocabulary

COUNT = {"count": 1, "starts": (0,), "ends": (6,), "surfaces": ("Norvia",), "kinds": ("name",)}
FILLED = frozenset({"document", "contribution", "run"})


@pytest.mark.parametrize(
    ("given", "stored"),
    [("Nv", ["Nv"]), (("Nv", "Norvia"), ["Nv", "Norvia"]), ((), [])],
)
def test_a_single_value_stands_for_a_list_of_one(
    given: str | tuple[str, ...], stored: list[str]
) -> None:
    properties = checked("state:nv", "State", {"id": "state:nv", "name": "N", "aliases": given})
    assert properties["aliases"] == stored


def test_none_stands_for_a_property_that_is_not_there() -> None:
    properties = checked("state:nv", "State", {"id": "state:nv", "name": "N", "code": None})
    assert properties == {"id": "state:nv", "name": "N"}


def test_a_boolean_is_no_integer() -> None:
    with pytest.raises(GraphError, match="count: Input should be a valid integer, not True"):
        checked("m", "MENTIONS", COUNT | {"count": True}, filled=FILLED)


def test_an_integer_is_a_float() -> None:
    score = checked("p", "POSSIBLY_SAME_AS", {"score": 1}, filled=_required("POSSIBLY_SAME_AS"))
    assert (score["score"], type(score["score"])) == (1.0, float)


def test_an_item_of_a_list_outside_the_enumeration_is_refused() -> None:
    with pytest.raises(GraphError, match="kinds: Input should be 'name'"):
        checked("m", "MENTIONS", COUNT | {"kinds": ("guess",)}, filled=FILLED)


def test_every_missing_property_is_named() -> None:
    with pytest.raises(GraphError, match="m: it lacks ends, kinds, starts, surfaces"):
        checked("m", "MENTIONS", {"count": 1}, filled=FILLED)


def _required(type_: str) -> frozenset[str]:
    declared = load_vocabulary().relationship(type_).properties
    return frozenset(item.name for item in declared if item.required)
