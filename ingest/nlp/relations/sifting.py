"""Which matches are no relations after all, seen beside what else the text says."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator

from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Findings
from ingest.nlp.relations.modality import modality
from ingest.nlp.relations.offices.words import COUPS, office_words
from ingest.nlp.relations.patterns.matching import Match

_EMPLOYED = (
    office_words().speaking | office_words().portfolio | {"ceo", "founder", "boss", "executive"}
)
_OF_BODIES = frozenset({"affiliated_with", "holds_office", "located_in", "member_of", "runs"})
# What those are called who sit with a body and do not belong to it.
_BESIDE = frozenset({"observer", "partner", "candidate", "guest", "associate", "applicant"})
_REIGNS = frozenset({"head", "ruler"})  # what a verb tells of an office: "led by X"
_FIGHTING = frozenset({"at_war_with", "fought_at"})
_QUESTIONS = frozenset({"how", "whether", "what", "who", "why", "which", "when"})
_MOST_ARGUED = 8  # words from "clashed" to the "over how" behind it
_AS_GUEST = ("appearing", "advcl")
_SEAS = (" Ocean", " Sea")
_MOST_CALLED = 4  # words from such a noun to the bracket behind it: "observer states ("

_Ends = tuple[str, str, int]


def sifted(found: Findings, matches: list[Match]) -> Iterator[Match]:
    """The matches that hold, in their order."""
    offices = {_in_sentence(found, m) for m in matches if m.relation == "holds_office"}
    titled = {
        _in_sentence(found, m)
        for m in matches
        if m.relation == "holds_office" and _title(m) and _title(m) not in _REIGNS
    }
    hit = {m.target for m in matches if m.relation == "sanctions"}
    heard = {_in_sentence(found, m) for m in matches if m.relation == "quoted"}
    fought = {_in_sentence(found, m) for m in matches if m.relation == "fought_at"}
    serving = {(m.source, m.target) for m in matches if m.relation == "holds_office"}
    told = Counter((m.source, m.target) for m in matches if m.relation == "owns")
    directed = {(m.trigger, m.relation, m.source, m.target) for m in matches if not m.symmetric}
    reasons: tuple[Callable[[Match], bool], ...] = (
        # "quoted by X and by Y": neither quoted the other
        lambda m: (m.trigger, m.relation, m.target, m.source) in directed,
        lambda m: _works_on(found, m),
        # "the secretary general of X": the office says it all
        lambda m: m.relation == "affiliated_with" and _in_sentence(found, m) in offices,
        # "the president and a number of Kenyan officials met"
        lambda m: m.relation == "met_with" and bool(_ends(found, m) & offices),
        # "fighting between X's forces and Y in Z": where they fought tells of no deployment
        lambda m: (
            m.relation == "deployed_to"
            and found.tokens.pos[m.trigger] in ("NOUN", "PROPN")
            and _in_sentence(found, m) in fought
        ),
        # "the government, led by President X": the title tells more than the verb
        lambda m: _title(m) in _REIGNS and _in_sentence(found, m) in titled,
        # "the new owner of the Reef Service, X, took it over": he bought it, as is told twice
        lambda m: _title(m) in _REIGNS and told[m.source, m.target] > 1,
        # "X led a coup, detaining President Y": whoever overthrows a state is not the state
        lambda m: (
            m.relation == "captured" and (m.target, m.source) in serving and _in_coup(found, m)
        ),
        lambda m: m.relation == "member_of" and _sits_beside(found, m),
        lambda m: m.relation == "sanctions" and m.source in hit and _is_of_whom(found, m),
        lambda m: m.relation == "quoted" and _quotes_nobody(found, m),
        lambda m: m.relation == "quoted" and _is_spoken_of(found, m),
        lambda m: m.relation == "located_in" and _lies_nowhere(found, m),
        # "Appearing on CBS, X said": a guest who is quoted
        lambda m: (
            m.relation == "affiliated_with"
            and (found.tokens.lower[m.trigger], found.tokens.dep[m.trigger]) == _AS_GUEST
            and bool(_ends(found, m) & heard)
        ),
        lambda m: m.relation in _FIGHTING and _argues(found, m),
        # "the most prominent voice on Telegram is X": the channel is his own
        lambda m: m.relation == "affiliated_with" and _is_own(found, m),
    )
    for match in matches:
        if match.source != match.target and not any(reason(match) for reason in reasons):
            yield match


def _in_sentence(found: Findings, match: Match) -> _Ends:
    """Whom a match joins, and in which sentence."""
    return match.source, match.target, found.tokens.sent_of[match.trigger]


def _in_coup(found: Findings, match: Match) -> bool:
    """Whether the sentence of a match tells of a coup."""
    start, end = found.tokens.sents[found.tokens.sent_of[match.trigger]]
    return not COUPS.isdisjoint(found.tokens.lower[start:end])


def _title(match: Match) -> str:
    return dict(match.attributes).get("title", "")


def _is_of_whom(found: Findings, match: Match) -> bool:
    """Whether "the Kenyan sanctions target X" may be those on Kenya, which the text tells of.

    Where Kenya imposes them it is a subject, or they are said to be on or against somebody.
    """
    tokens, verb = found.tokens, match.trigger
    subject = tokens.child(verb, "nsubj") if tokens.pos[verb] == "VERB" else None
    held = found.holder[subject - 1] if subject else None
    demonym = held is not None and held.kind == "demonym" and held.entity == match.source
    return demonym and subject is not None and tokens.lemma[subject] == "sanction"


def _ends(found: Findings, match: Match) -> set[_Ends]:
    """Whom a match joins, either of them first."""
    first, second, sentence = _in_sentence(found, match)
    return {(first, second, sentence), (second, first, sentence)}


def _works_on(found: Findings, match: Match) -> bool:
    """Whether "a YouTube host" or "his Telegram channel" is on a platform, not the company's.

    "Telegram spokesperson X" speaks for the company.
    """
    title = dict(match.attributes).get("title", "").lower().split()
    employed = match.relation == "holds_office" and not _EMPLOYED.isdisjoint(title)
    return match.relation in _OF_BODIES and not employed and _is_platform(found, match.target)


def _is_platform(found: Findings, id_: str) -> bool:
    entity = found.entities.get(id_)
    known = gazetteer().by_name.get(entity.name) if entity is not None else None
    return known is not None and known.kind == "platform"


def _sits_beside(found: Findings, match: Match) -> bool:
    """Whether brackets tell who only sits with a body: "eight members and two observers (X, Y)"."""
    tokens, entity = found.tokens, found.entities.get(match.source)
    sentence = tokens.sent_of[match.trigger]
    places = entity.mentions if entity is not None else []
    here = [m.start for m in places if tokens.sent_of[m.start] == sentence]
    return bool(here) and all(_is_called_beside(found, start) for start in here)


def _is_called_beside(found: Findings, start: int) -> bool:
    tokens = found.tokens
    first = tokens.sents[tokens.sent_of[start]][0]
    opened = next((i for i in range(start, first, -1) if tokens.text[i] in ("(", ")")), first)
    called = tokens.lemma[max(first, opened - _MOST_CALLED) : opened]
    return tokens.text[opened] == "(" and not _BESIDE.isdisjoint(called)


def _argues(found: Findings, match: Match) -> bool:
    """Whether a clash is one of words: "clashed in Geneva over how best to help"."""
    tokens = found.tokens
    stop = min(tokens.sents[tokens.sent_of[match.trigger]][1] - 1, match.trigger + _MOST_ARGUED)
    return any(
        tokens.lower[i] in ("over", "about") and tokens.lower[i + 1] in _QUESTIONS
        for i in range(match.trigger + 1, stop)
    )


def _lies_nowhere(found: Findings, match: Match) -> bool:
    """Whether what is said to lie in a state is a sea ("Kenya's Pacific plan"), or its adjective.

    As in "the Kenya-based Ghanaian agency": Ghana is not in Kenya.
    """
    source, sentence = found.entities.get(match.source), found.tokens.sent_of[match.trigger]
    if source is None or found.type_of(match.target) != "State":
        return False
    here = [m for m in source.mentions if found.tokens.sent_of[m.start] == sentence]
    adjective = source.type == "State" and all(m.kind == "demonym" for m in here)
    return adjective or source.name.endswith(_SEAS)


def _is_own(found: Findings, match: Match) -> bool:
    """Whether somebody is tied to a channel that he runs."""
    channel = found.channels.get(match.target)
    return channel is not None and channel.owner == match.source


def _is_spoken_of(found: Findings, match: Match) -> bool:
    """Whether who is quoted is named only in what another says: "X fled, a source told Reuters"."""
    start, end = found.tokens.sents[found.tokens.sent_of[match.trigger]]
    target = found.entities.get(match.target) or found.channels[match.target]
    named = [m.start for m in target.mentions if start <= m.start < end]
    begun = [bisect_left(found.claims, i, key=lambda c: c.start) for i in (start, end)]
    said = [
        c for c in found.claims[slice(*begun)]
        if c.speaker not in (None, match.target) and not c.start <= match.trigger < c.end
    ]  # fmt: skip
    return bool(named) and all(any(c.start <= i < c.end for c in said) for i in named)


def _quotes_nobody(found: Findings, match: Match) -> bool:
    """Whether who quotes has no name ("Western analysts cite it"), did not, or is himself quoted.

    What somebody says on a channel of his own is no quotation.
    """
    entity = found.entities.get(match.source)
    unnamed = entity is not None and all(m.kind == "nominal" for m in entity.mentions)
    own = found.channels.get(match.source)
    of_himself = own is not None and own.owner == match.target
    return unnamed or of_himself or modality(found.tokens, match.trigger) == "denied"
