"""Reported speech: contents that a verb introduces, whatever its voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.nlp import clauses, datelines
from ingest.nlp.claims import (
    adjuncts,
    apposed_denials,
    belonging,
    boundaries,
    demands,
    extent,
    frames,
    parenthetical,
    passives,
    preposed,
    silence,
    surface,
    what_clauses,
)
from ingest.nlp.claims.items import Reported
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.speech import (
    NOUN_FORMS,
    NOUNS,
    PHRASAL,
    PROOFS,
    VERBS,
)
from ingest.nlp.tokens import Tokens

_IN_A_TURN = frozenset(("i", "we", "me", "us", "my", "our", "you"))
_REFUSING = frozenset(
    ("refuse", "decline", "fail", "want", "need", "wish", "like", "try", "plan", "intend")
)
_DIRECTING = frozenset(
    ("tell", "advise", "ask", "urge", "order", "instruct", "encourage", "recommend", "request")
)
_CAPTIVE = frozenset(("prisoner", "captive", "hostage"))
_STRIVING = frozenset(("seek", "attempt", "aim"))
_UNNAMED = frozenset(("name", "identify", "quote", "cite"))
# Kinds of names, as of "Check the Source", whose words are taken for others.
_NAMED = frozenset(("ORG", "PRODUCT", "WORK_OF_ART"))
_MOST_QUOTED = 24  # words of the description in "quoted the deputy head of the council as saying"
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
    particle = tokens.child(verb, "prt")
    if particle is None and verb + 1 < limit and tokens.tag[verb + 1] == "RP":
        particle = verb + 1
    cue = VERBS.get(tokens.lemma[verb])
    if particle is None and (tokens.lemma[verb], *tokens.lower[verb + 1 : verb + 2]) in PHRASAL:
        particle = verb + 1  # "shot back", whatever the tagger takes "back" for
    if particle is not None:
        cue = PHRASAL.get((tokens.lemma[verb], tokens.lower[particle]), cue)
    if cue is None or apposed_denials.find(tokens, verb) is not None:
        return
    if apposed_denials.opens(tokens, verb):
        return  # "It trained them, claims the group denied"
    if tokens.lemma[verb] == "hold" and tokens.lower[verb + 1] in _CAPTIVE:
        return  # "men held prisoner"
    if adjuncts.is_asked(tokens, verb) or adjuncts.is_left_unsaid(tokens, verb):
        return
    if adjuncts.is_awaited(tokens, verb) or adjuncts.weighs(tokens, verb):
        return
    if cue.stance == "denies" and adjuncts.is_of_oneself(tokens, verb):
        return  # "They contradicted each other: ..." says nothing by itself
    negated = clauses.is_negated(tokens, verb)
    head = tokens.heads[verb]
    commits = silence.neither_nor(tokens, verb) is None
    if not commits or silence.neither_nor(tokens, head) == verb or _is_attributive(tokens, verb):
        return
    if tokens.dep[verb] == "xcomp" and tokens.lemma[head] in _REFUSING:
        return
    if tokens.dep[verb] in ("ccomp", "xcomp") and head < verb and _is_denial(tokens, head):
        return  # "denied it had rejected the offer": nobody is told to have rejected it
    directed = tokens.lemma[head] in _DIRECTING and tokens.lower[tokens.lefts[verb]] == "to"
    if directed and tokens.dep[verb] == "xcomp" and clauses.is_passive(tokens, head):
        return  # "They were told to say that it fell", which is not to say it
    if demands.is_demanded(tokens, verb, cue):
        return
    if "clause" in cue.frames and (closing := preposed.misparsed(tokens, verb, limit)):
        yield Reported(*closing[0], verb, cue, closing[1], "preposed")
        return
    if clauses.is_passive(tokens, verb) or _bare_participle(tokens, verb):
        yield from passives.at_verb(tokens, verb, cue, limit)
        return
    said = preposed.goes_on_from(tokens, verb)
    speaker = clauses.subject(tokens, verb if said is None else said)
    if speaker is None:
        speaker = clauses.near_subject(tokens, verb, tokens.sents[tokens.sent_of[verb]][0])
    elif tokens.lower[speaker] == "us" and tokens.lemma[tokens.heads[verb]] == "have":
        # "He would have us believe that it fell"
        speaker = clauses.subject(tokens, tokens.heads[verb]) or speaker
    elif (shower := belonging.behind_picture(tokens, verb, speaker)) is not None:
        speaker = shower
    elif datelines.is_dateline(tokens, speaker):
        speaker = clauses.near_subject(tokens, verb, speaker + 1)
    elif (beside := adjuncts.accompanying(tokens, verb)) is not None:
        speaker = beside
    elif (joined := adjuncts.joined(tokens, verb)) is not None:
        speaker = joined
    elif (alleging := adjuncts.alleging(tokens, verb)) is not None:
        speaker = alleging
    if (teller := adjuncts.before_that(tokens, verb)) is not None:
        speaker = clauses.subject(tokens, teller)
    elif speaker is not None:
        poser = adjuncts.poser(tokens, speaker)
        speaker = speaker if poser is None else poser
        post = adjuncts.circulated(tokens, verb, speaker)
        speaker = speaker if post is None else post
    via = None
    quoted_as = tokens.tag[verb] == "VBG" and tokens.lower[verb - 1] == "as"
    if quoted_as:
        speaker, via = _quoted_as(tokens, verb, speaker)
    so_put = tokens.lemma[verb] == "put" and tokens.lower[verb + 1 : verb + 2] == ["it"]
    if ("clause" in cue.frames or so_put) and (span := _as_said(tokens, verb, limit)):
        yield Reported(*span, verb, cue, speaker, "clause", negated)
        return
    if tokens.tag[verb] == "VB" and (speaker is None or tokens.lower[speaker] in ("it", "there")):
        # "It became harder to praise them": nobody does.
        return
    content = frames.content(tokens, verb, cue, limit, negated)
    if content is None and "clause" in cue.frames and not negated and _is_main(tokens, verb):
        if span := surface.clause(tokens, verb, cue, limit):
            content = "clause", span
        elif closed := preposed.closed(tokens, verb, limit):
            content, speaker = ("preposed", closed[0]), closed[1]
    if content is None and quoted_as:  # "It fell, X was quoted as saying"
        closed = preposed.closed(tokens, tokens.heads[tokens.heads[verb]], limit)
        content = ("preposed", closed[0]) if closed is not None else None
    speaks = so_put or cue.frames & {"clause", "quote"}
    if content is None and speaks and not negated:
        main = _is_main(tokens, verb)
        colon = surface.behind_colon(tokens, verb, limit) if main else None
        content = ("clause", colon) if colon is not None else None
        after = tokens.tag[verb] == "VBG" and tokens.dep[verb] in ("pcomp", "advcl")
        if (
            content is None
            and (main or after)
            and (words := surface.quoted_object(tokens, verb, limit))
        ):
            content = "quoted", words
    if content is None:
        return
    frame, (start, end) = content
    if frame == "preposed" and speaker is None:
        speaker = parenthetical.named_behind(tokens, verb)
    own = speaker is not None and tokens.lower[speaker] in _IN_A_TURN
    if frame == "clause" and "how" in cue.frames and own:
        return  # "We describe how it worked" tells what the text will tell
    strives = tokens.dep[verb] == "xcomp" and tokens.lemma[head] in _STRIVING
    if strives and frame not in ("clause", "quoted"):
        return  # "seeks to discredit her", but "seeks to reassure them that it stands"
    if frame not in ("clause", "preposed", "quoted"):
        start = adjuncts.past_time(tokens, verb, end) if start == verb + 1 else start
        stop = next((i for i in range(start, end) if tokens.text[i] == ";"), end)
        start, end = clauses.trim(tokens, start, stop)
    if frame == "small" and speaker is not None and speaker < verb:
        before = tokens.lefts[speaker] - 1
        if before >= 0 and tokens.lower[before] == "what" and tokens.pos[speaker] == "PRON":
            # "condemned what they called ...": they are who condemned it.
            speaker = clauses.subject(tokens, tokens.heads[verb]) or speaker
    if tokens.tag[verb] == "VBG" and tokens.dep[verb] == "advcl" and cue.stance == "asserts":
        above = VERBS.get(tokens.lemma[head])
        if above is not None and above.stance == "mocks":
            cue = replace(cue, stance="mocks")  # "mocked the plan, calling it a circus"
    if frame in ("obj_to", "for"):
        cue = replace(cue, modality="hypothetical")
    if frame == "deed":
        cue = replace(cue, stance="asserts", modality="hypothetical")
    behind = frame == "preposed" and speaker is not None and speaker > verb
    shown = cue.evidential and frame != "small" and not behind
    if shown and not (_is_source(tokens, speaker) or _adds(tokens, verb, speaker)):
        return
    restrictive = (
        tokens.dep[verb] == "relcl"
        and speaker is not None
        and (tokens.text[tokens.lefts[verb] - 1] not in (",", "—", "–", "("))
    )
    if frame == "object" and restrictive:
        # "those who admitted the defeat" tells who is meant, not that they said it here.
        return
    wished = cue.modality == "hypothetical" and tokens.lower[start - 1] == "that"
    short = end - start < (2 if wished else 4)  # "demanded that he resign"
    if frame == "clause" and short and not clauses.is_finite(tokens, start, end):
        return
    if end - start < 3 and tokens.lemma[end - 1] in ("do", "be", "have", "will", "would"):
        return  # "His aide says he did" says nothing by itself
    if frame == "object" and speaker is None:
        return  # "Demand their release!"
    of_with = tokens.lower[head] == "with"  # "with Thailand alleging new mines"
    if frame == "object" and tokens.dep[verb] == "pcomp" and not of_with:
        return  # "tried for discrediting the army" reports nothing he said
    if tokens.lower[start] == "not" and not _UNNAMED.isdisjoint(tokens.lemma[start:end]):
        return  # "asked not to be named"
    yield Reported(
        start, end, verb, cue, speaker, frame, negated,
        addressee=_addressee(tokens, verb), via=via,
    )  # fmt: skip
    if frame == "preposed" and end <= verb and (more := preposed.continued(tokens, verb, limit)):
        yield Reported(*more, verb, cue, speaker, frame, negated)
    while frame == "clause" and (gap := boundaries.gapped(tokens, end, limit)) is not None:
        # "A said that it fell, B that it stood."
        speaker, start = gap[0], gap[1] + 1
        end = extent.clause_end(tokens, verb, start, start, limit)
        if span := clauses.trimmed(tokens, start, end):
            yield Reported(*span, verb, cue, speaker, frame)


def _is_denial(tokens: Tokens, verb: int) -> bool:
    known = VERBS.get(tokens.lemma[verb])
    denies = known is not None and known.stance == "denies" and "clause" in known.frames
    return denies and not clauses.is_negated(tokens, verb)


def _is_main(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is finite and no part of a phrase that only describes somebody.

    "It will send them howitzers, Ivan Popko announced" is parsed as howitzers so announced.
    """
    named = tokens.dep[verb] == "acl" and tokens.heads[verb] == verb - 1
    named = named and tokens.dep[verb - 1] == "appos" and tokens.pos[verb - 1] == "PROPN"
    free = named or not (tokens.dep[verb] in ("relcl", "acl") or what_clauses.opens(tokens, verb))
    return free and tokens.tag[verb] in ("VBD", "VBZ", "VBP")


def _quoted_as(tokens: Tokens, verb: int, speaker: int | None) -> tuple[int | None, int | None]:
    """Who speaks and who passes it on in "RT quoted Popko as saying", "was quoted by RT as"."""
    for back in range(verb - 2, max(-1, verb - _MOST_QUOTED), -1):
        if tokens.lemma[back] in ("quote", "cite", "report") and tokens.pos[back] == "VERB":
            if clauses.is_passive(tokens, back):
                agent = tokens.child(back, "agent")
                via = tokens.child(agent, "pobj") if agent is not None else None
                return clauses.subject(tokens, back), via
            named = (
                i for i in range(verb - 2, back, -1) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")
            )
            whom = tokens.child(back, "dobj")
            return whom if whom is not None else next(named, None), clauses.subject(tokens, back)
    return speaker, None


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


def _is_attributive(tokens: Tokens, verb: int) -> bool:
    if tokens.dep[verb] in ("amod", "compound", "aux", "auxpass", "nmod"):
        # In a headline, "Russia claims strike hit depot", the verb has a subject of its own.
        return tokens.tag[verb] != "VBZ" or tokens.child(verb, "nsubj") is None
    if tokens.tag[verb] == "VB" and tokens.lemma[max(0, verb - 2)] in PROOFS:
        return True  # "no evidence to suggest that"
    if tokens.dep[verb] == "acl" and tokens.tag[verb] == "VB":
        # "the ability to confirm that" tells of nothing said.
        return True
    # "Western fears that ...": a noun the tagger took for a verb.
    either = tokens.lemma[verb] in NOUNS or tokens.lower[verb] in NOUN_FORMS
    noun = either and tokens.pos[verb - 1] in ("ADJ", "DET") and tokens.tag[verb] != "VBD"
    glued = tokens.text[verb - 1] == "-" and tokens.ends[verb - 1] == tokens.starts[verb]
    return verb > 0 and (glued or noun)


def _bare_participle(tokens: Tokens, verb: int) -> bool:
    return (
        tokens.tag[verb] == "VBN"
        and tokens.child(verb, "aux", "nsubj") is None
        and clauses.resumed(tokens, verb) is None
        and clauses.across_aside(tokens, verb) is None
        and (
            tokens.dep[verb] in ("acl", "relcl", "advcl", "ROOT", "conj")
            and tokens.child(verb, "ccomp") is None
        )
    )


def _addressee(tokens: Tokens, verb: int) -> int | None:
    return tokens.child(verb, "dobj", "dative", "iobj")


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
