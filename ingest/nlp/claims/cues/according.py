"""Contents beside a source that is named without a verb: "According to X, it fell"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses, datelines
from ingest.nlp.claims.items import Reported
from ingest.nlp.speech import CARRIERS, INSTITUTIONS, NO_SOURCES, NOUNS, Cue
from ingest.nlp.tokens import Tokens

_MOST_APPOSED, _MOST_NAME = 14, 4
_BY, _WITH = ("from", "by"), ("with",)
_TALKS = frozenset(("interview", "conversation"))
_DOCUMENTS = CARRIERS | _TALKS | {"remark", "comment", "testimony"}
_ACCORDING = Cue("according to", frozenset(("clause",)), frozenset())


def at(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "According to X, ...", "..., according to X", "As per X, ..."."""
    first = begin = datelines.after_dateline(tokens, tokens.sents[tokens.sent_of[index]][0])
    parts = [i for i in range(first, limit) if tokens.text[i] == ";"]
    parts += [index - 1] if tokens.text[index - 1] == ":" else []
    first = max((i + 1 for i in parts if i < index), default=first)
    limit = min((i for i in parts if i > index), default=limit)
    to = index + 1
    speaker = tokens.child(to, "pobj") or tokens.child(index, "pobj")
    if speaker is None or speaker < to:
        speaker = next(
            (i for i in range(to + 1, limit) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")), None
        )
        if speaker is None:
            return
        while speaker + 1 < limit and tokens.pos[speaker + 1] in ("PROPN", "NOUN"):
            speaker += 1
    if tokens.lower[speaker] in NO_SOURCES:
        court = tokens.child(speaker, "compound")
        if court is None or tokens.lower[court] not in INSTITUTIONS:
            return
        speaker = court  # "according to a court order", but not "according to plan"
    if (
        tokens.lemma[speaker] in _DOCUMENTS | NOUNS.keys()
        and (by := _from(tokens, speaker)) is not None
    ):
        speaker = by  # "according to unverified reports from local channels"
    stop = tokens.rights[speaker] + 1
    if tokens.text[index - 1] == ":" and stop >= limit - 1:
        first = begin  # "The bridge is to go: according to the paper"
    comma = _comma_behind(tokens, speaker, limit)
    lead = [i for i in range(first, index) if tokens.pos[i] not in ("PUNCT", "SPACE")]
    opens = len(lead) <= 3 and all(
        tokens.pos[i] in ("ADV", "CCONJ", "SCONJ", "DET", "ADP") for i in lead
    )
    if not (stop < limit and tokens.text[stop] == ",") and (opens or stop < limit - 1):
        stop = comma
    if opens and stop == limit:
        # "According to Petkus the tests are over": no comma parts them
        name = speaker + 1
        span = clauses.trimmed(tokens, name, limit)
        if span is None or not clauses.is_finite(tokens, *span) or speaker - to > _MOST_NAME:
            return
    elif opens:
        span = clauses.trimmed(tokens, _after_apposition(tokens, stop, limit), limit)
    elif index > 1 and (
        tokens.tag[index - 1] in clauses.WH
        or (tokens.text[index - 1] == "," and tokens.lower[index - 2] in ("that", "which", "who"))
    ):
        # "reported that, according to an official, it fell", "which according to X fell"
        stop = _before_verb(tokens, tokens.rights[speaker] + 1, limit)
        span = clauses.trimmed(tokens, stop, _with_relative(tokens, index, stop, limit))
    elif _contrasted(tokens, stop, limit) and clauses.is_finite(tokens, first, index):
        span = clauses.trimmed(tokens, first, index)
    elif limit - stop > 3:
        # A source in the middle of its sentence: the whole sentence is its content.
        span = clauses.trimmed(tokens, first, limit)
    else:
        span = clauses.trimmed(tokens, first, index)
    if span and span[1] - span[0] >= 3:
        yield Reported(*span, index, _ACCORDING, speaker, "according")


def _comma_behind(tokens: Tokens, source: int, limit: int) -> int:
    """The comma that closes a source, not one of its bracket: "X (@x, 9,000 readers), it fell"."""
    depth = 0
    for index in range(source + 1, limit):
        depth += (tokens.text[index] in "([") - (tokens.text[index] in ")]")
        if tokens.text[index] == "," and depth <= 0:
            return index
    return limit


def _with_relative(tokens: Tokens, according: int, start: int, limit: int) -> int:
    """Where a relative clause around a source ends: "the bank, which according to X fell, ..."."""
    verb = tokens.heads[according]
    relative = tokens.dep[verb] == "relcl" and tokens.rights[verb] >= start
    return min(limit, tokens.rights[verb] + 1) if relative else limit


def _contrasted(tokens: Tokens, comma: int, limit: int) -> bool:
    """Whether behind a source another begins to tell: ", while RT found that"."""
    if comma + 2 >= limit or tokens.text[comma] != ",":
        return False
    contrasts = tokens.lower[comma + 1] in ("while", "but", "although", "whereas", "though")
    return contrasts and clauses.is_finite(tokens, comma + 2, limit)


def _from(tokens: Tokens, noun: int) -> int | None:
    """Who a document is from or by, or an interview with."""
    by = _WITH if tokens.lemma[noun] in _TALKS else _BY
    links = (c for c in tokens.children[noun] if tokens.lower[c] in by)
    return next((o for c in links if (o := _governed(tokens, c)) is not None), None)


def _governed(tokens: Tokens, preposition: int) -> int | None:
    """The noun behind a preposition, also where the parse lets "X published on Sunday" be said."""
    clause = tokens.child(preposition, "pcomp")
    noun = tokens.child(preposition, "pobj")
    return tokens.child(clause, "nsubj") if noun is None and clause is not None else noun


def _before_verb(tokens: Tokens, comma: int, limit: int) -> int:
    """Behind the names that explain a source: "who, according to the head, Popko, had gone"."""
    again = next((i for i in range(comma + 1, limit - 1) if tokens.text[i] == ","), comma)
    named = all(tokens.pos[i] in ("PROPN", "NOUN", "ADJ", "DET") for i in range(comma + 1, again))
    finite = again + 1 < limit and clauses.is_finite(tokens, again + 1, again + 2)
    return again if named and finite else comma


def _after_apposition(tokens: Tokens, comma: int, limit: int) -> int:
    """Behind the phrase that explains a source: "According to Zvezda, the army's channel, ..."."""
    if comma + 1 >= limit or tokens.text[comma] != ",":
        return comma
    if tokens.lower[comma + 1] in ("who", "which", "whose"):
        # "According to Popko, who led the team, the bridge fell"
        return max(comma, tokens.rights[tokens.heads[comma + 1]] + 1)
    again = next(
        (i for i in range(comma + 1, min(limit, comma + _MOST_APPOSED)) if tokens.text[i] == ","),
        None,
    )
    if again is None or clauses.is_finite(tokens, comma + 1, again):
        return comma
    nominal = tokens.pos[again - 1] in ("NOUN", "PROPN") and tokens.pos[comma + 1] in (
        "DET", "NOUN", "PROPN", "ADJ", "PRON",
    )  # fmt: skip
    apposed = nominal and tokens.heads[again + 1] != tokens.heads[again - 1]
    return again if apposed and clauses.is_finite(tokens, again + 1, limit) else comma
