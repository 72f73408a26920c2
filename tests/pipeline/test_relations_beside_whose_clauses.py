"""What a clause after "whose" says of somebody is said by others, elsewhere."""

from __future__ import annotations

from tests.reading import triples


def test_outlet_does_not_quote_who_judges_its_source_in_a_whose_clause() -> None:
    assert triples(
        "Ivan Popko, whose election Kyiv calls illegal, gave an interview to RIA Novosti."
    ) == {("RIA Novosti", "quoted", "Ivan Popko")}
    assert triples(
        "Otto Kern, whose party Brussels considers extremist, told Der Spiegel that it was over."
    ) == {("Der Spiegel", "quoted", "Otto Kern")}
