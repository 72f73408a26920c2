from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.align import aligner
from evaluation.gold import (
    GoldChannel,
    GoldClaim,
    GoldDocument,
    GoldEntity,
    GoldMention,
    GoldRelation,
)
from evaluation.prediction import Found, FoundClaim, FoundRelation, Prediction
from evaluation.report import as_json, markdown, measures_table
from evaluation.run import run
from evaluation.score import Scores, score, total
from evaluation.tally import Tally

TEXT = (
    "The Evening Gazette, a channel with nearly 40,000 readers, wrote on 3 May that the Republic "
    "of Sudland sent tanks to Norland. Sudland's envoy praised the deal. It may rain tomorrow."
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def entity(id_: str, type_: str, *words: str, kind: str = "name", required: bool = True):
    mentions = tuple(GoldMention(span(w), kind) for w in words)
    return GoldEntity(id_, type_, (), words[0], required, mentions)


def found(id_: str, type_: str, *words: str, kind: str = "name", text: str = TEXT) -> Found:
    mentions = tuple(((text.index(w), text.index(w) + len(w)), kind) for w in words)
    return Found(id_, type_, words[0], False, False, None, None, mentions)


def channel(id_: str, words: str, *, subscribers: int | None = None, bound: str = "none") -> Found:
    mentions = ((span(words), "intro"),)
    return Found(id_, "Channel", None, True, True, subscribers, bound, mentions)


NORLAND = entity("S_N", "State", "Norland")
SUDLAND = entity("S_S", "State", "Republic of Sudland", "Sudland's")
GAZETTE = GoldChannel(
    "C_G",
    True,
    40_000,
    "approx_below",
    (GoldMention(span("The Evening Gazette, a channel with nearly 40,000 readers"), "intro"),),
)
CLAIM = GoldClaim(
    "H1",
    True,
    ("C_G",),
    (span("the Republic of Sudland sent tanks to Norland"),),
    ("asserts",),
    ("2025-05-03",),
    True,
)


def document(*, annotated: tuple[int, int] | None = None, **parts) -> GoldDocument:
    empty = {"entities": (), "channels": (), "claims": (), "relations": ()}
    return GoldDocument(
        key="tiny",
        path=Path("tiny.txt"),
        text=TEXT,
        annotated=annotated or (0, len(TEXT)),
        ignored=(),
        **{**empty, **parts},
    )


def scored(gold: GoldDocument, *items: Found, claims=(), relations=()) -> Scores:
    return score(gold, Prediction(TEXT, items, tuple(claims), tuple(relations)))


def test_article_and_possessive_are_no_part_of_a_name():
    gold = document(entities=(SUDLAND,))
    result = scored(gold, found("a", "State", "the Republic of Sudland", "Sudland's"))
    assert result.measures["mentions"] == Tally(2, 0, 0)


def test_right_span_with_wrong_type_is_wrong_and_missed():
    gold = document(entities=(NORLAND,))
    result = scored(gold, found("a", "Person", "Norland"))
    assert result.measures["mentions"] == Tally(0, 1, 1)


def test_armed_group_counts_as_organization():
    gold = document(entities=(entity("O", "Organization", "envoy"),))
    assert scored(gold, found("a", "ArmedGroup", "envoy")).measures["mentions"] == Tally(1, 0, 0)


def test_optional_mention_is_neither_error_nor_miss():
    gold = document(entities=(entity("P", "Person", "envoy", kind="nominal"),))
    assert scored(gold).measures["mentions"] == Tally()
    assert scored(gold, found("a", "Person", "envoy")).measures["mentions"] == Tally()


def test_mention_overlapping_an_optional_one_is_no_error():
    gold = document(entities=(entity("P", "Person", "Sudland's envoy", kind="nominal"),))
    assert scored(gold, found("a", "State", "envoy")).measures["mentions"] == Tally()


def test_pronoun_like_mentions_are_not_scored_as_names():
    gold = document(entities=(NORLAND,))
    assert scored(gold, found("a", "State", "rain", kind="coref")).measures["mentions"] == Tally(
        0, 0, 1
    )


def test_second_node_for_one_entity_is_wrong():
    gold = document(entities=(SUDLAND,))
    result = scored(
        gold, found("a", "State", "Republic of Sudland"), found("b", "State", "Sudland's")
    )
    assert result.measures["nodes"] == Tally(1, 1, 0)


def test_node_for_nothing_is_wrong():
    gold = document(entities=(NORLAND,))
    assert scored(gold, found("a", "State", "tomorrow")).measures["nodes"] == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("subscribers", "bound", "expected"),
    [
        (40_000, "below", Tally(1, 0, 0)),
        (40_000, "exact", Tally(0, 1, 0)),
        (4_000, "below", Tally(0, 1, 0)),
        (None, "none", Tally(0, 1, 0)),
    ],
)
def test_number_is_right_only_with_its_bound(subscribers, bound, expected):
    gold = document(channels=(GAZETTE,))
    item = channel("x", "a channel with nearly 40,000", subscribers=subscribers, bound=bound)
    result = scored(gold, item)
    assert result.measures["channels"] == Tally(1, 0, 0)
    assert result.measures["channel_number"] == expected


def test_anonymous_channel_that_is_none_is_spurious():
    gold = document(channels=(GAZETTE,))
    assert scored(gold, channel("x", "envoy")).measures["channels"] == Tally(0, 1, 1)


def test_claim_matches_by_half_of_its_words_and_by_speaker():
    gold = document(channels=(GAZETTE,), claims=(CLAIM,))
    speaker = channel("x", "The Evening Gazette")
    said = FoundClaim(span("Republic of Sudland sent tanks"), "x", "praises", "2025-05")
    result = scored(gold, speaker, claims=[said])
    assert result.measures["claims"] == Tally(1, 0, 0)
    assert result.measures["claim_speaker"] == Tally(1, 0, 0)
    assert result.measures["stance"] == Tally(1, 0, 0)
    assert result.measures["claim_date"] == Tally(1, 0, 0)


def test_claim_of_too_few_words_is_only_a_fragment():
    gold = document(claims=(CLAIM,))
    result = scored(gold, claims=[FoundClaim(span("sent tanks"), None, None, None)])
    assert result.measures["claims"] == Tally(0, 0, 1)


def test_claim_about_nothing_in_gold_is_wrong():
    gold = document(claims=(CLAIM,))
    result = scored(gold, claims=[FoundClaim(span("It may rain tomorrow"), None, None, None)])
    assert result.measures["claims"] == Tally(0, 1, 1)


def test_wrong_speaker_stance_and_month_are_each_counted():
    gold = document(entities=(NORLAND,), claims=(CLAIM,))
    said = FoundClaim(CLAIM.spans[0], "a", "denies", "2025-06-03")
    result = scored(gold, found("a", "State", "Norland"), claims=[said])
    assert result.measures["claim_speaker"] == Tally(0, 0, 1)
    assert result.measures["stance"] == Tally(0, 1, 0)
    assert result.measures["claim_date"] == Tally(0, 1, 0)


def relation(type_: str, *, required: bool = True) -> GoldRelation:
    return GoldRelation(required, ("S_S",), (type_,), ("S_N",), False, None)


def edge(source: str, type_: str, target: str, words: str = "sent tanks") -> FoundRelation:
    return FoundRelation(source, type_, target, span(words))


A, B = found("a", "State", "Republic of Sudland"), found("b", "State", "Norland")


def with_relations(*relations: GoldRelation, annotated=None) -> GoldDocument:
    return document(entities=(SUDLAND, NORLAND), relations=relations, annotated=annotated)


def test_symmetric_relation_counts_in_either_direction():
    gold = with_relations(relation("met_with"))
    result = scored(gold, A, B, relations=[edge("b", "MET_WITH", "a")])
    assert result.measures["relations"] == Tally(1, 0, 0)


def test_directed_relation_the_wrong_way_round_is_wrong():
    gold = with_relations(relation("supplies"))
    result = scored(gold, A, B, relations=[edge("b", "SUPPLIES", "a")])
    assert result.measures["relations"] == Tally(0, 1, 1)
    assert result.relation_types["supplies"] == Tally(0, 1, 1)


def test_near_synonyms_of_a_relation_count_but_others_do_not():
    gold = with_relations(relation("supports"))
    assert scored(gold, A, B, relations=[edge("a", "COOPERATES_WITH", "b")]).measures[
        "relations"
    ] == Tally(1, 0, 0)
    assert scored(gold, A, B, relations=[edge("a", "SUPPLIES", "b")]).relation_types == {
        "supplies": Tally(0, 1, 0),
        "supports": Tally(0, 0, 1),
    }


def test_optional_relation_is_neither_error_nor_miss():
    gold = with_relations(relation("supplies", required=False))
    assert scored(gold, A, B).measures["relations"] == Tally()
    assert (
        scored(gold, A, B, relations=[edge("a", "SUPPLIES", "b")]).measures["relations"] == Tally()
    )


def test_edge_found_twice_counts_once():
    gold = with_relations()
    twice = [edge("a", "SIGNED", "b"), edge("a", "SIGNED", "b", "envoy")]
    assert scored(gold, A, B, relations=twice).measures["relations"] == Tally(0, 1, 0)


def test_findings_outside_the_annotated_range_are_not_scored():
    gold = with_relations(annotated=(0, span("Sudland's envoy")[0]))
    claim = FoundClaim(span("It may rain tomorrow"), None, None, None)
    result = scored(
        gold,
        found("c", "Person", "envoy"),
        claims=[claim],
        relations=[edge("c", "SIGNED", "c", "praised")],
    )
    assert {name: t.wrong for name, t in result.measures.items() if t.wrong} == {}


@given(st.lists(st.integers(0, len(TEXT)), max_size=12), st.booleans())
def test_offsets_survive_changed_blanks_and_quotes(breaks, typographic):
    stored = TEXT.replace("'", "’") if typographic else TEXT
    for place in sorted(breaks, reverse=True):
        stored = stored[:place] + "\n" + stored[place:]
    start = stored.replace("\n", "").index("Gazette")
    marks = [i for i, c in enumerate(stored) if c != "\n"]
    carried = aligner(stored, TEXT)((marks[start], marks[start + 6] + 1))
    assert carried == span("Gazette")


def test_offsets_survive_text_that_was_left_out():
    stored = TEXT.replace("nearly 40,000 readers, ", "")
    start = stored.index("envoy")
    assert aligner(stored, TEXT)((start, start + 5)) == span("envoy")


def test_of_the_blind_set_only_sums_come_out(tmp_path):
    for name in ("open", "blind"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "x.txt").write_text("Norland waits.\n")
        (folder / "x.gold.json").write_text(
            '{"document": {"file": "x.txt"}, "channels": [], "claims": [], "relations": [],'
            '"entities": [{"id": "S", "type": "State", "canonical": "Norland", "required": true,'
            '"mentions": [{"start": 0, "end": 7, "kind": "name"}]}]}'
        )

    def predict_nothing(path: Path) -> Prediction:
        return Prediction(path.read_text(), (), (), ())

    sets = {name: tmp_path / name for name in ("open", "blind")}
    opened, blind = run(sets, predict_nothing)
    assert opened.documents["x"].errors["missed mentions"] == ["Norland"]
    assert (blind.documents, blind.total.errors) == ({}, {})
    assert blind.total.measures["mentions"] == Tally(0, 0, 1)


def test_precision_and_recall_of_nothing_are_zero():
    assert (Tally().precision, Tally().recall, Tally().f) == (0.0, 0.0, 0.0)
    assert Tally(2, 2, 0).f == pytest.approx(2 / 3)


def test_tables_show_only_the_shares_that_mean_something():
    sums = total([scored(document(entities=(NORLAND,)), found("a", "State", "Norland"))])
    lines = markdown({"open": sums, "blind": sums}).splitlines()
    assert lines[0] == "| measure | open | blind |"
    assert "| mentions, typed | 1.00 / 1.00 / 1.00 | 1.00 / 1.00 / 1.00 |" in lines
    assert "| with its speaker | 0.00 | 0.00 |" in lines
    assert measures_table({"open": sums}).row_count == len(lines) - 2
    assert as_json({"open": sums})["open"]["measures"]["mentions"]["right"] == 1
