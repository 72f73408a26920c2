"""The verbs, nouns and adjectives that introduce what somebody says, with their frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graph.model import Modality
from ingest.nlp.findings import Stance
from ingest.nlp.lexicon import inverted, load


@dataclass(frozen=True, slots=True)
class Cue:
    """How a word introduces content; a verb with two uses has both merged, first listed first."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    stance: Stance = "asserts"
    modality: Modality = "asserted"
    evidential: bool = False


_DATA = load("speech")


def _cues(groups: list[dict[str, object]]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for group in groups:
        for lemma in group["lemmas"]:  # type: ignore[attr-defined]
            cue = Cue(
                lemma,
                frozenset(group.get("frames", ())),  # type: ignore[call-overload]
                frozenset(group.get("prepositions", ())),  # type: ignore[call-overload]
                group.get("stance", "asserts"),  # type: ignore[arg-type]
                group.get("modality", "asserted"),  # type: ignore[arg-type]
                bool(group.get("evidential")),
            )
            if known := cues.get(lemma):
                cue = Cue(
                    lemma,
                    known.frames | cue.frames,
                    known.prepositions | cue.prepositions,
                    known.stance,
                    known.modality,
                    known.evidential,
                )
            cues[lemma] = cue
    return cues


VERBS: dict[str, Cue] = _cues(_DATA["verbs"])
PHRASAL: dict[tuple[str, str], Cue] = {
    (p["verb"], p["particle"]): Cue(
        f"{p['verb']} {p['particle']}",
        frozenset(p["frames"]),
        frozenset(),
        p["stance"],
        p["modality"],
    )
    for p in _DATA["phrasal"]
}
# Every verb that can open a content, with or without a particle.
CUE_VERBS = frozenset(VERBS) | {verb for verb, _ in PHRASAL}
NOUNS: dict[str, Cue] = _cues(_DATA["nouns"])
ADJECTIVES: dict[str, Cue] = _cues(_DATA["adjectives"])
ADJECTIVES_ABOUT: dict[str, str] = _DATA["adjectives_about"]
ATTITUDES = frozenset(_DATA["attitudes"])
HAPPENINGS = frozenset(_DATA["happenings"])
DEEDS = HAPPENINGS | frozenset(_DATA["deeds"])
HEARSAY = frozenset(_DATA["hearsay"])
CARRIERS = frozenset(_DATA["carriers"])
VOICES = frozenset(_DATA["voices"])
UNOWNED = frozenset(_DATA["unowned"])
VIEWS = frozenset(_DATA["views"])
SPOKESMEN = frozenset(_DATA["spokesmen"])
CALLINGS: dict[str, list[str]] = _DATA["callings"]
TITLES = frozenset(_DATA["titles"])
ROLES = frozenset(_DATA["roles"])
PEOPLE = frozenset(_DATA["people"])
OFFICES = frozenset(_DATA["offices"])
KIN = frozenset(_DATA["kin"])
HUMANS = frozenset(_DATA["humans"]) | OFFICES | ROLES | PEOPLE | KIN
BODIES: dict[str, str] = inverted(_DATA["bodies"])
INSTITUTIONS = frozenset(_DATA["institutions"])
STAFF = frozenset(_DATA["staff"])
PARTIES = frozenset(_DATA["parties"])
NO_SOURCES = frozenset(_DATA["no_sources"])
SPREADING = frozenset(_DATA["spreading"])
BARE = frozenset(_DATA["bare"])
BETWEEN = frozenset(_DATA["between"])
NOUN_FORMS = frozenset(_DATA["noun_forms"])
PROOFS = frozenset(_DATA["proofs"])
PROOF_VERBS = frozenset(_DATA["proof_verbs"])
GLAD = frozenset(_DATA["glad"])
PUBLISHING = frozenset(_DATA["publishing"])
BYSTANDERS = frozenset(_DATA["bystanders"])
WALKS: dict[str, str] = inverted(_DATA["walks"])
DUTIES = frozenset(_DATA["duties"])
CONFIRMING = frozenset(_DATA["confirming"])
PASSING_ON = frozenset(_DATA["passing_on"])
DEMEANOUR = frozenset(_DATA["demeanour"])
WORDING = frozenset(_DATA["wording"])
QUOTED_NOUNS = frozenset(_DATA["quoted_nouns"])
SILENCE: dict[str, list[str]] = _DATA["silence"]


@lru_cache(maxsize=4096)
def is_speech(lemma: str) -> bool:
    """Whether a verb can introduce a quotation or a reported clause."""
    cue = VERBS.get(lemma.lower())
    return cue is not None and bool(cue.frames & {"clause", "quote"})
