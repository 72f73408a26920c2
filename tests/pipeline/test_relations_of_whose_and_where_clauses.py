"""What clauses after "whose" and "where" say of somebody and of a place."""

from __future__ import annotations

from tests.reading import triples


def test_outlet_does_not_quote_who_judges_its_source_in_a_whose_clause() -> None:
    assert triples(
        "Ivan Popko, whose election Kyiv calls illegal, gave an interview to RIA Novosti."
    ) == {("RIA Novosti", "quoted", "Ivan Popko")}
    assert triples(
        "Otto Kern, whose party Brussels considers extremist, told Der Spiegel that it was over."
    ) == {("Der Spiegel", "quoted", "Otto Kern")}


def test_clause_after_where_tells_what_is_in_the_place_before_it() -> None:
    assert triples(
        "Transnistria, where about 1,500 Russian soldiers are stationed, held a vote.",
        "deployed_to",
    ) == {("Armed Forces of Russia", "deployed_to", "Transnistria")}
