"""Who speaks by a verb of saying: its subject, or who it is said with, beside or about."""

from __future__ import annotations

from ingest.nlp import clauses, datelines, subjects
from ingest.nlp.claims.contents import adjuncts, preposed
from ingest.nlp.claims.speakers import belonging
from ingest.nlp.tokens import Tokens

_MOST_QUOTED = 24  # words of the description in "quoted the deputy head of the council as saying"


def of_verb(tokens: Tokens, verb: int) -> tuple[int | None, int | None]:
    """The heads of who speaks by a verb in the active voice, and of who passes it on."""
    speaker = _subject(tokens, verb)
    if is_quoted_as(tokens, verb):
        return _quoted_as(tokens, verb, speaker)
    return speaker, None


def is_quoted_as(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands as in "was quoted as saying that it fell"."""
    return tokens.tag[verb] == "VBG" and tokens.lower[verb - 1] == "as"


def _subject(tokens: Tokens, verb: int) -> int | None:
    said = preposed.goes_on_from(tokens, verb)
    speaker = subjects.subject(tokens, verb if said is None else said)
    if speaker is None:
        speaker = subjects.near_subject(tokens, verb, tokens.sents[tokens.sent_of[verb]][0])
        speaker = _of_deed(tokens, verb) if speaker is None else speaker
    elif tokens.lower[speaker] == "us" and tokens.lemma[tokens.heads[verb]] == "have":
        # "He would have us believe that it fell"
        speaker = subjects.subject(tokens, tokens.heads[verb]) or speaker
    elif (shower := belonging.behind_picture(tokens, verb, speaker)) is not None:
        speaker = shower
    elif datelines.is_dateline(tokens, speaker):
        speaker = subjects.near_subject(tokens, verb, speaker + 1)
    else:
        others = (adjuncts.accompanying, adjuncts.joined, adjuncts.alleging)
        speaker = next((i for find in others if (i := find(tokens, verb)) is not None), speaker)
    if (teller := adjuncts.before_that(tokens, verb)) is not None:
        return subjects.subject(tokens, teller)
    if speaker is None:
        return None
    poser = adjuncts.poser(tokens, speaker)
    speaker = speaker if poser is None else poser
    post = adjuncts.circulated(tokens, verb, speaker)
    return speaker if post is None else post


def _of_deed(tokens: Tokens, verb: int) -> int | None:
    """Who did what stands before: "Kenya answers Popko, says Ghana keeps the treaty"."""
    done = tokens.child(verb, "ccomp")
    parted = tokens.text[verb - 1] == "," and tokens.tag[verb] in ("VBZ", "VBD")
    return tokens.child(done, "nsubj") if parted and done is not None and done < verb else None


def _quoted_as(tokens: Tokens, verb: int, speaker: int | None) -> tuple[int | None, int | None]:
    """Who speaks and who passes it on in "RT quoted Popko as saying", "was quoted by RT as"."""
    for back in range(verb - 2, max(-1, verb - _MOST_QUOTED), -1):
        if tokens.lemma[back] in ("quote", "cite", "report") and tokens.pos[back] == "VERB":
            if clauses.is_passive(tokens, back):
                agent = tokens.child(back, "agent")
                via = tokens.child(agent, "pobj") if agent is not None else None
                return subjects.subject(tokens, back), via
            named = (
                i for i in range(verb - 2, back, -1) if tokens.pos[i] in ("PROPN", "NOUN", "PRON")
            )
            whom = tokens.child(back, "dobj")
            return whom if whom is not None else next(named, None), subjects.subject(tokens, back)
    return speaker, None
