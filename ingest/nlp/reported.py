"""Reported speech: contents that a verb, noun, adjective or "according to" introduces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.nlp import clauses, frames
from ingest.nlp.speech import ADJECTIVES, HEARSAY, NOUNS, PHRASAL, UNOWNED, VERBS, Cue
from ingest.nlp.tokens import Tokens

_REFUSING = frozenset(("refuse", "decline", "fail", "want", "need", "wish", "like", "try"))
_GIVING = frozenset(
    ("make", "release", "issue", "repeat", "spread", "promote", "voice", "express", "push",
     "publish", "share", "give", "echo", "reiterate", "amplify", "peddle", "advance", "float",
     "circulate", "put", "send", "deliver", "level", "raise", "have", "present", "offer", "receive",
     "support", "back", "launch", "disseminate", "propagate", "parrot", "cite", "post")
)  # fmt: skip
_SOURCES = frozenset(
    ("survey", "poll", "study", "investigation", "report", "analysis", "inquiry", "audit", "probe",
     "intelligence", "document", "data", "research", "figure", "assessment", "monitoring",
     "court", "judge", "tribunal", "investigator", "commission", "team", "researcher", "expert",
     "prosecutor", "panel", "jury", "auditor", "police", "analyst", "reporter", "journalist",
     "institute", "group", "centre", "center", "monitor", "inspector", "committee", "agency")
)  # fmt: skip
# Passives that report hearsay even where nobody is said to say it.
_RUMOURED = frozenset(
    ("say", "allege", "claim", "report", "believe", "rumor", "rumour", "accuse", "suspect", "think",
     "tell", "reassure", "understand")
)  # fmt: skip
_BEING = frozenset(("be", "become", "feel", "seem", "remain", "sound", "appear", "stay", "look"))


@dataclass(slots=True)
class Reported:
    """A content with the token of its cue and the token in the speaker's place, if any."""

    start: int
    end: int
    cue_at: int
    cue: Cue
    speaker: int | None
    frame: str = ""
    negated: bool = False
    hearsay: bool = False
    addressee: int | None = None
    via: int | None = None


def at_verb(tokens: Tokens, verb: int, limit: int) -> Iterator[Reported]:
    """The content a verb at `verb` introduces; `limit` is where its sentence ends."""
    particle = tokens.child(verb, "prt")
    if particle is None and verb + 1 < limit and tokens.tag[verb + 1] == "RP":
        particle = verb + 1
    cue = VERBS.get(tokens.lemma[verb])
    if particle is not None:
        cue = PHRASAL.get((tokens.lemma[verb], tokens.lower[particle]), cue)
    if cue is None:
        return
    negated = clauses.is_negated(tokens, verb)
    if _is_attributive(tokens, verb):
        return
    head = tokens.heads[verb]
    if tokens.dep[verb] == "xcomp" and tokens.lemma[head] in _REFUSING:
        return
    if clauses.is_passive(tokens, verb) or _bare_participle(tokens, verb):
        yield from _passive(tokens, verb, cue, limit)
        return
    speaker = clauses.subject(tokens, verb)
    if speaker is None:
        speaker = clauses.near_subject(tokens, verb, tokens.sents[tokens.sent_of[verb]][0])
    elif clauses.is_dateline(tokens, speaker):
        speaker = clauses.near_subject(tokens, verb, speaker + 1)
    via = None
    if tokens.tag[verb] == "VBG" and tokens.lower[verb - 1] == "as":
        speaker, via = _quoted_as(tokens, verb, speaker)
    if (span := _as_said(tokens, verb, limit)) and "clause" in cue.frames:
        yield Reported(*span, verb, cue, speaker, "clause", negated)
        return
    if tokens.tag[verb] == "VB" and (speaker is None or tokens.lower[speaker] in ("it", "there")):
        # "It became harder to praise them": nobody does.
        return
    content = frames.content(tokens, verb, cue, limit, negated)
    if content is None:
        return
    frame, (start, end) = content
    if frame == "small" and speaker is not None and speaker < verb:
        before = tokens.lefts[speaker] - 1
        if before >= 0 and tokens.lower[before] == "what" and tokens.pos[speaker] == "PRON":
            # "condemned what they called ...": they are who condemned it.
            speaker = clauses.subject(tokens, tokens.heads[verb]) or speaker
    if frame in ("obj_to", "for"):
        cue = replace(cue, modality="hypothetical")
    if cue.evidential and not _is_source(tokens, speaker):
        return
    restrictive = (
        tokens.dep[verb] == "relcl"
        and speaker is not None
        and (tokens.text[tokens.lefts[verb] - 1] not in (",", "—", "–", "("))
    )
    if frame == "object" and restrictive:
        # "those who admitted the defeat" tells who is meant, not that they said it here.
        return
    if frame == "clause" and end - start < 4 and not clauses.is_finite(tokens, start, end):
        return
    yield Reported(
        start, end, verb, cue, speaker, frame, negated,
        addressee=_addressee(tokens, verb), via=via,
    )  # fmt: skip


def _quoted_as(tokens: Tokens, verb: int, speaker: int | None) -> tuple[int | None, int | None]:
    """Who speaks and who passes it on in "RT quoted Popko as saying", "was quoted by RT as"."""
    for back in range(verb - 2, max(-1, verb - 12), -1):
        if tokens.lemma[back] in ("quote", "cite") and tokens.pos[back] == "VERB":
            if clauses.is_passive(tokens, back):
                agent = tokens.child(back, "agent")
                via = tokens.child(agent, "pobj") if agent is not None else None
                return tokens.child(back, "nsubjpass"), via
            named = (
                i for i in range(verb - 2, back, -1) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")
            )
            whom = tokens.child(back, "dobj")
            return whom if whom is not None else next(named, None), clauses.subject(tokens, back)
    return speaker, None


def _as_said(tokens: Tokens, verb: int, limit: int) -> tuple[int, int] | None:
    """The content beside "As she noted, ..." and "..., as she noted"."""
    begin = tokens.lefts[verb]
    if tokens.lower[begin] != "as" or verb - begin > 12 or tokens.dep[verb] != "advcl":
        return None
    first, last = tokens.sents[tokens.sent_of[verb]]
    if tokens.child(verb, "ccomp", "dobj", "xcomp") is not None or begin - first > 2:
        return None
    stop = tokens.rights[verb] + 1
    if stop >= min(limit, last) or tokens.text[stop] != ",":
        return None
    return frames.trimmed(tokens, stop + 1, limit)


def _is_source(tokens: Tokens, speaker: int | None) -> bool:
    if speaker is None:
        return False
    lemma = tokens.lemma[speaker].lower()
    owner = tokens.child(speaker, "poss")
    if owner is not None and tokens.lower[owner] in ("our", "my"):
        return False
    return lemma in _SOURCES or tokens.pos[speaker] in ("PROPN",)


def _is_attributive(tokens: Tokens, verb: int) -> bool:
    if tokens.dep[verb] in ("amod", "compound", "aux", "auxpass", "nmod"):
        return True
    if tokens.dep[verb] == "acl" and tokens.tag[verb] == "VB":
        # "the ability to confirm that" tells of nothing said.
        return True
    # "Western fears that ...": a noun the tagger took for a verb.
    return verb > 0 and (tokens.text[verb - 1] == "-" or tokens.pos[verb - 1] in ("ADJ", "DET"))


def _bare_participle(tokens: Tokens, verb: int) -> bool:
    return (
        tokens.tag[verb] == "VBN"
        and tokens.child(verb, "aux", "nsubj") is None
        and (
            tokens.dep[verb] in ("acl", "relcl", "advcl", "ROOT", "conj")
            and tokens.child(verb, "ccomp") is None
        )
    )


def _addressee(tokens: Tokens, verb: int) -> int | None:
    return tokens.child(verb, "dobj", "dative", "iobj")


def _passive(tokens: Tokens, verb: int, cue: Cue, limit: int) -> Iterator[Reported]:
    """As in "it was claimed that ...", "X is said to ...", "Y was accused by X of ..."."""
    lemma = tokens.lemma[verb]
    if lemma not in HEARSAY:
        return
    agent = tokens.child(verb, "agent")
    speaker = tokens.child(agent, "pobj") if agent is not None else None
    subject = tokens.child(verb, "nsubjpass", "nsubj")
    if "clause" in cue.frames and (span := frames.clause(tokens, verb, cue, limit)):
        if tokens.dep[verb] in ("acl", "relcl") and subject is None:
            return
        negated = clauses.is_negated(tokens, verb)
        yield Reported(*span, verb, cue, speaker, "passive", negated, speaker is None)
        return
    if subject is None or tokens.tag[subject] in frames.WH:
        return
    complement = tokens.child(verb, "xcomp", "oprd", "ccomp", "acomp")
    preposition = next(
        (
            c for c in tokens.children[verb]
            if tokens.dep[c] == "prep" and c > verb
            and (tokens.lower[c] in cue.prepositions or tokens.lower[c] in cue.frames & {"as"})
        ),
        None,
    )  # fmt: skip
    if tokens.lower[subject] == "it" and "clause" in cue.frames:
        # "It has been alleged doubles were used": content without "that".
        if clauses.is_finite(tokens, verb + 1, limit) and (
            span := frames.trimmed(tokens, verb + 1, limit)
        ):
            yield Reported(*span, verb, cue, speaker, hearsay=speaker is None)
        return
    if complement is None and preposition is None:
        return
    if speaker is None and lemma not in _RUMOURED:
        return
    if speaker is None and not cue.frames & {"clause", "of_for"}:
        # Nobody is said to describe or call it that.
        return
    if (
        complement is not None
        and "clause" in cue.frames
        and tokens.lemma[verb] in ("order", "urge", "ask")
    ):
        return
    if preposition is None and not cue.frames & {"clause", "small"}:
        return
    end = clauses.clause_end(tokens, verb, verb + 1, complement or preposition or verb, limit)
    if span := frames.trimmed(tokens, tokens.lefts[subject], end):
        negated = clauses.is_negated(tokens, verb)
        yield Reported(*span, verb, cue, speaker, "passive", negated, speaker is None)


def at_noun(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """As in "the claim that ...", "released information that ..."."""
    if tokens.lemma[noun] not in NOUNS:
        return
    span = frames.noun_clause(tokens, noun, limit) or _predicate(tokens, noun, limit)
    if span is None or span[1] - span[0] < 3:
        return
    owner = _noun_owner(tokens, noun)
    if owner is None and tokens.lemma[noun] not in UNOWNED:
        return
    yield Reported(*span, noun, NOUNS[tokens.lemma[noun]], owner, "noun")


def _predicate(tokens: Tokens, noun: int, limit: int) -> tuple[int, int] | None:
    """The clause in "the ministry's position is that ..."."""
    verb = tokens.heads[noun]
    if tokens.dep[noun] != "nsubj" or tokens.lemma[verb] != "be":
        return None
    child = tokens.child(verb, "ccomp")
    mark = tokens.child(child, "mark") if child is not None else None
    if child is None or mark is None or tokens.lower[mark] != "that":
        return None
    end = clauses.clause_end(tokens, verb, mark + 1, child, limit)
    return frames.trimmed(tokens, mark + 1, end)


_VIEW = Cue("opinion", frozenset(("clause",)), frozenset())


def at_view(tokens: Tokens, noun: int, limit: int) -> Iterator[Reported]:
    """ "In her opinion, ..." at the head of a sentence."""
    first = tokens.sents[tokens.sent_of[noun]][0]
    head = tokens.heads[noun]
    fresh = head <= first + 3 or tokens.text[head - 1] in (";", ",", "—", "–")
    if tokens.dep[noun] != "pobj" or tokens.lower[head] != "in" or not fresh:
        return
    owner = _noun_owner(tokens, noun)
    comma = next((i for i in range(noun, min(limit, noun + 12)) if tokens.text[i] == ","), None)
    if owner is None or comma is None:
        return
    if span := frames.trimmed(tokens, comma + 1, limit):
        yield Reported(*span, noun, _VIEW, owner, "view")


def _noun_owner(tokens: Tokens, noun: int) -> int | None:
    owner = tokens.child(noun, "poss")
    if owner is not None:
        return owner
    for child in tokens.children[noun]:
        if tokens.dep[child] in ("prep", "agent") and tokens.lower[child] in ("by", "from", "of"):
            return tokens.child(child, "pobj")
    head = tokens.heads[noun]
    if tokens.dep[noun] in ("dobj", "pobj"):
        if tokens.dep[noun] == "pobj":
            head = tokens.heads[head]
        if tokens.lemma[head] in _GIVING:
            return clauses.subject(tokens, head)
    return None


def at_adjective(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "is convinced that ..."."""
    verb = index if tokens.child(index, "nsubj") is not None else tokens.heads[index]
    if tokens.lemma[verb] not in _BEING and verb != index:
        return
    if any(tokens.tag[c] == "MD" for c in (*tokens.children[verb], *tokens.children[index])):
        return
    speaker = clauses.subject(tokens, verb)
    if speaker is None or tokens.lower[speaker] in ("it", "that", "this", "what", "there"):
        return
    for child in (*tokens.children[index], *tokens.children[verb]):
        if (
            child > index
            and tokens.dep[child] == "ccomp"
            and frames.is_statement(tokens, index, child, that=False)
        ):
            mark = tokens.child(child, "mark")
            start = mark + 1 if mark is not None else tokens.lefts[child]
            if start > index + 4:
                continue
            end = clauses.clause_end(tokens, verb, start, child, limit)
            if span := frames.trimmed(tokens, start, end):
                yield Reported(*span, index, ADJECTIVES[tokens.lower[index]], speaker)
            return


_ACCORDING = Cue("according to", frozenset(("clause",)), frozenset())


def at_according(tokens: Tokens, index: int, limit: int) -> Iterator[Reported]:
    """As in "According to X, ...", "..., according to X", "As per X, ..."."""
    first = clauses.after_dateline(tokens, tokens.sents[tokens.sent_of[index]][0])
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
    stop = tokens.rights[speaker] + 1
    comma = next((i for i in range(speaker + 1, limit) if tokens.text[i] == ","), limit)
    lead = [i for i in range(first, index) if tokens.pos[i] not in ("PUNCT", "SPACE")]
    opens = len(lead) <= 3 and all(
        tokens.pos[i] in ("ADV", "CCONJ", "SCONJ", "DET", "ADP") for i in lead
    )
    if not (stop < limit and tokens.text[stop] == ",") and (opens or stop < limit - 1):
        stop = comma
    if opens:
        span = frames.trimmed(tokens, stop, limit)
    elif limit - stop > 3:
        # A source in the middle of its sentence: the whole sentence is its content.
        span = frames.trimmed(tokens, first, limit)
    else:
        span = frames.trimmed(tokens, first, index)
    if span and span[1] - span[0] >= 3:
        yield Reported(*span, index, _ACCORDING, speaker, "according")
