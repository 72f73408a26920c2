"""Reported speech: contents that a verb introduces, whatever its voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import (
    adjuncts,
    boundaries,
    extent,
    parenthetical,
    preposed,
    surface,
    what_clauses,
)
from ingest.nlp.claims.cues import frames, introducing, passives, tellers
from ingest.nlp.claims.items import Reported
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.speech import VERBS, Cue
from ingest.nlp.tokens import Tokens

_IN_A_TURN = frozenset(("i", "we", "me", "us", "my", "our", "you"))
_PARTED = (",", "—", "–", "(")
_STRIVING = frozenset(("seek", "attempt", "aim"))
_UNNAMED = frozenset(("name", "identify", "quote", "cite"))
# Kinds of names, as of "Check the Source", whose words are taken for others.
_NAMED = frozenset(("ORG", "PRODUCT", "WORK_OF_ART"))
_SOURCES = frozenset(
    ("survey", "poll", "study", "investigation", "report", "analysis", "inquiry", "audit", "probe",
     "intelligence", "document", "data", "research", "figure", "assessment", "monitoring",
     "court", "judge", "tribunal", "investigator", "commission", "team", "researcher", "expert",
     "prosecutor", "panel", "jury", "auditor", "police", "analyst", "reporter", "journalist",
     "site", "newspaper", "website", "outlet", "portal", "magazine", "channel", "auditor",
     "ruling", "verdict", "judgment", "judgement", "decision", "review", "examination", "scan",
     "checker", "scientist", "academic", "watchdog", "regulator", "ministry", "observer",
     "institute", "group", "centre", "center", "monitor", "inspector", "committee", "agency")
)  # fmt: skip


def at_verb(tokens: Tokens, verb: int, limit: int) -> Iterator[Reported]:
    """The content a verb at `verb` introduces; `limit` is where its sentence ends."""
    cue = introducing.cue_at(tokens, verb, limit)
    if cue is None:
        return
    if "clause" in cue.frames and (closing := preposed.misparsed(tokens, verb, limit)):
        yield Reported(*closing[0], verb, cue, closing[1], "preposed")
        return
    if clauses.is_passive(tokens, verb) or _bare_participle(tokens, verb):
        yield from passives.at_verb(tokens, verb, cue, limit)
        return
    negated = clauses.is_negated(tokens, verb)
    speaker, via = tellers.of_verb(tokens, verb)
    if ("clause" in cue.frames or _puts_it(tokens, verb)) and (
        span := _as_said(tokens, verb, limit)
    ):
        yield Reported(*span, verb, cue, speaker, "clause", negated)
        return
    if tokens.tag[verb] == "VB" and (speaker is None or tokens.lower[speaker] in ("it", "there")):
        # "It became harder to praise them": nobody does.
        return
    item = _item(tokens, verb, cue, limit, speaker, negated=negated)
    if item is None or not _is_kept(tokens, item):
        return
    item.via = via
    parts = _each(tokens, item)
    for start, end in parts:
        yield replace(item, start=start, end=end)
    before = item.frame == "preposed" and item.end <= verb
    if before and (more := preposed.continued(tokens, verb, limit)):
        yield Reported(*more, verb, item.cue, item.speaker, item.frame, negated)
    end = item.end
    while item.frame == "clause" and (gap := boundaries.gapped(tokens, end, limit)) is not None:
        # "A said that it fell, B that it stood."
        speaker, start = gap[0], gap[1] + 1
        end = extent.clause_end(tokens, verb, start, start, limit)
        if span := clauses.trimmed(tokens, start, end):
            yield Reported(*span, verb, item.cue, speaker, item.frame)


def _each(tokens: Tokens, item: Reported) -> list[tuple[int, int]]:
    """Each of several contents that a "that" of its own opens: "said that it fell and that ..."."""
    start, end = item.start, item.end
    if item.frame != "clause" or tokens.lower[start - 1] != "that":
        return [(start, end)]
    opening = [
        i + 1 for i in range(start + 2, end - 2)
        if tokens.lower[i] == "that" and tokens.dep[i] == "mark" and tokens.lower[i - 1] == "and"
        and tokens.heads[i] < end and tokens.dep[tokens.heads[i]] == "conj"
    ]  # fmt: skip
    spans = zip([start, *opening], [*(i - 2 for i in opening), end], strict=True)
    return [clauses.trim(tokens, *span) for span in spans]


def _puts_it(tokens: Tokens, verb: int) -> bool:
    return tokens.lemma[verb] == "put" and tokens.lower[verb + 1 : verb + 2] == ["it"]


def _item(
    tokens: Tokens, verb: int, cue: Cue, limit: int, speaker: int | None, *, negated: bool
) -> Reported | None:
    """What a verb reports, with its ends where they belong and its cue as the frame turns it."""
    content, speaker = _content(tokens, verb, cue, limit, speaker, negated=negated)
    if content is None:
        return None
    frame, (start, end) = content
    if frame == "preposed" and speaker is None:
        speaker = parenthetical.named_behind(tokens, verb)
    if frame not in ("clause", "preposed", "quoted"):
        start = adjuncts.past_time(tokens, verb, end) if start == verb + 1 else start
        stop = next((i for i in range(start, end) if tokens.text[i] == ";"), end)
        start, end = clauses.trim(tokens, start, stop)
    if frame == "small" and speaker is not None and speaker < verb:
        before = tokens.lefts[speaker] - 1
        if before >= 0 and tokens.lower[before] == "what" and tokens.pos[speaker] == "PRON":
            # "condemned what they called ...": they are who condemned it.
            speaker = subjects.subject(tokens, tokens.heads[verb]) or speaker
    if tokens.tag[verb] == "VBG" and tokens.dep[verb] == "advcl" and cue.stance == "asserts":
        above = VERBS.get(tokens.lemma[tokens.heads[verb]])
        if above is not None and above.stance == "mocks":
            cue = replace(cue, stance="mocks")  # "mocked the plan, calling it a circus"
    if frame in ("obj_to", "for"):
        cue = replace(cue, modality="hypothetical")
    if frame == "deed":
        cue = replace(cue, stance="asserts", modality="hypothetical")
    addressee = tokens.child(verb, "dobj", "dative", "iobj")
    return Reported(start, end, verb, cue, speaker, frame, negated, addressee=addressee)


def _content(
    tokens: Tokens, verb: int, cue: Cue, limit: int, speaker: int | None, *, negated: bool
) -> tuple[tuple[str, tuple[int, int]] | None, int | None]:
    """The frame and the tokens of what a verb reports, and who says it."""
    content = frames.content(tokens, verb, cue, limit, negated)
    if content is None and "clause" in cue.frames and not negated and _is_main(tokens, verb):
        if span := surface.clause(tokens, verb, cue, limit):
            content = "clause", span
        elif closed := preposed.closed(tokens, verb, limit):
            content, speaker = ("preposed", closed[0]), closed[1]
    if content is None and tellers.is_quoted_as(tokens, verb):
        # "It fell, X was quoted as saying"
        closed = preposed.closed(tokens, tokens.heads[tokens.heads[verb]], limit)
        content = ("preposed", closed[0]) if closed is not None else None
    speaks = _puts_it(tokens, verb) or cue.frames & {"clause", "quote"}
    if content is None and speaks and not negated:
        main = _is_main(tokens, verb)
        colon = surface.behind_colon(tokens, verb, limit) if main else None
        after = tokens.tag[verb] == "VBG" and tokens.dep[verb] in ("pcomp", "advcl")
        if colon is not None:
            content = "clause", colon
        elif (main or after) and (words := surface.quoted_object(tokens, verb, limit)):
            content = "quoted", words
    return content, speaker


def _is_kept(tokens: Tokens, item: Reported) -> bool:
    """Whether what a verb reports is a claim, and not the description of somebody or something."""
    verb, head, cue = item.cue_at, tokens.heads[item.cue_at], item.cue
    frame, start, end, speaker = item.frame, item.start, item.end, item.speaker
    own = speaker is not None and tokens.lower[speaker] in _IN_A_TURN
    if frame == "clause" and "how" in cue.frames and own:
        return False  # "We describe how it worked" tells what the text will tell
    strives = tokens.dep[verb] == "xcomp" and tokens.lemma[head] in _STRIVING
    if strives and frame not in ("clause", "quoted"):
        return False  # "seeks to discredit her", but "seeks to reassure them that it stands"
    behind = frame == "preposed" and speaker is not None and speaker > verb
    shown = cue.evidential and frame != "small" and not behind
    if shown and not (_is_source(tokens, speaker) or _adds(tokens, verb, speaker)):
        return False
    wished = cue.modality == "hypothetical" and tokens.lower[start - 1] == "that"
    short = end - start < (2 if wished else 4)  # "demanded that he resign"
    if frame == "clause" and short and not clauses.is_finite(tokens, start, end):
        return False
    if end - start < 3 and tokens.lemma[end - 1] in ("do", "be", "have", "will", "would"):
        return False  # "His aide says he did" says nothing by itself
    if frame == "object" and not _is_said_of(tokens, verb, speaker):
        return False
    # "asked not to be named"
    return tokens.lower[start] != "not" or _UNNAMED.isdisjoint(tokens.lemma[start:end])


def _is_said_of(tokens: Tokens, verb: int, speaker: int | None) -> bool:
    """Whether somebody says something of an object, as in "denied the charge"."""
    if speaker is None:
        return False  # "Demand their release!"
    if tokens.dep[verb] == "relcl" and tokens.text[tokens.lefts[verb] - 1] not in _PARTED:
        # "those who admitted the defeat" tells who is meant, not that they said it here.
        return False
    # "tried for discrediting the army" reports nothing he said; "with Thailand alleging mines" does
    return tokens.dep[verb] != "pcomp" or tokens.lower[tokens.heads[verb]] == "with"


def _is_main(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is finite and no part of a phrase that only describes somebody.

    "It will send them howitzers, Ivan Popko announced" is parsed as howitzers so announced.
    """
    named = tokens.dep[verb] == "acl" and tokens.heads[verb] == verb - 1
    named = named and tokens.dep[verb - 1] == "appos" and tokens.pos[verb - 1] == "PROPN"
    free = named or not (tokens.dep[verb] in ("relcl", "acl") or what_clauses.opens(tokens, verb))
    return free and tokens.tag[verb] in ("VBD", "VBZ", "VBP")


def _as_said(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """The content beside "As she noted, ..." and "..., as she noted on Monday."."""
    begin, own = tokens.lefts[verb], tokens.child(verb, "nsubj")
    if own is not None and tokens.lower[tokens.lefts[own] - 2 : tokens.lefts[own]] == [",", "as"]:
        # ", as Popko, an analyst, pointed out", read as a verb joined
        begin = tokens.lefts[own] - 1
    elif tokens.dep[verb] != "advcl":
        return None
    if tokens.lower[begin] != "as" or verb - begin > 12:
        return None
    first, last = tokens.sents[tokens.sent_of[verb]]
    object_ = tokens.child(verb, "ccomp", "dobj", "xcomp")
    if object_ is not None and tokens.lower[object_] != "it":
        return None
    stop = tokens.rights[verb] + 1
    closes = tokens.text[begin - 1] == "," and stop >= min(limit, last) - 1
    if closes and clauses.is_finite(tokens, first, begin):
        return clauses.trimmed(tokens, first, begin)
    if begin - first > 2:
        return None
    if stop >= min(limit, last) or tokens.text[stop] != ",":
        return None
    return clauses.trimmed(tokens, stop + 1, limit)


def _is_source(tokens: Tokens, speaker: int | None) -> bool:
    if speaker is None:
        return False
    lemma = tokens.lemma[speaker].lower()
    owner = tokens.child(speaker, "poss")
    if owner is not None and tokens.lower[owner] in ("our", "my"):
        return False
    named = tokens.ent[speaker] in _NAMED and tokens.text[speaker][0].isupper()
    return lemma in _SOURCES or tokens.pos[speaker] == "PROPN" or named


def _adds(tokens: Tokens, verb: int, speaker: int | None) -> bool:
    """Whether somebody who speaks goes on: "He said it fell, indicating that nobody was there"."""
    said = tokens.heads[speaker] if speaker is not None else verb
    human = speaker is not None and tokens.lower[speaker] in ("he", "she")
    return human and said != verb and clauses.is_cue(tokens, said) and tokens.tag[verb] == "VBG"


def _bare_participle(tokens: Tokens, verb: int) -> bool:
    return (
        tokens.tag[verb] == "VBN"
        and tokens.child(verb, "aux", "nsubj") is None
        and subjects.resumed(tokens, verb) is None
        and subjects.across_aside(tokens, verb) is None
        and (
            tokens.dep[verb] in ("acl", "relcl", "advcl", "ROOT", "conj")
            and tokens.child(verb, "ccomp") is None
        )
    )


def stop_at_colon(tokens: Tokens, quotes: list[Quote], item: Reported, opaque: list[int]) -> None:
    """In "denied that it fell: “It stands.”" the quotation is a claim of its own."""
    for position in sorted({opaque[i] for i in range(item.start, item.end)} - {-1}):
        quote = quotes[position]
        if item.start < quote.outer[0] < item.end and quote.lead == ":":
            item.start, item.end = clauses.trim(tokens, item.start, quote.outer[0])
            return


def by_a_third(tokens: Tokens, item: Reported) -> bool:
    """Whether a turn reports somebody else: "The paper says that it fell", not "we say that"."""
    return item.speaker is not None and tokens.lower[item.speaker] not in _IN_A_TURN
