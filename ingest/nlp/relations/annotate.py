"""The relations component: what the text says about two entities, each with its sentence.

Three sources feed it: dependency patterns kept as data (`patterns`), offices named beside people
(`officeholders`), and what nouns and places say by standing together (`apposition`). Everything is
typed by the vocabulary; when in doubt nothing is said.
"""

from __future__ import annotations

from spacy.tokens import Doc

from graph.model import Modality
from ingest.nlp.dates.annotate import date_near
from ingest.nlp.findings import Claim, Findings, Relation, findings
from ingest.nlp.relations import endings
from ingest.nlp.relations.arguments.blame import crediting, lays_on
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.arguments.first_person import narrowest
from ingest.nlp.relations.attendance import attended, gathered, joint
from ingest.nlp.relations.gapping import gapped
from ingest.nlp.relations.hosts import passing, visits
from ingest.nlp.relations.modality import modality
from ingest.nlp.relations.names import (
    affiliations,
    apposition,
    capitals,
    co_owners,
    homes,
    kinship,
    member_lists,
    memberships,
    missions,
    regions,
    sided_nouns,
    state_bodies,
    treaty_parties,
    workplaces,
)
from ingest.nlp.relations.of_channels import of_channels
from ingest.nlp.relations.offices import described, holders, under
from ingest.nlp.relations.patterns.matching import Match, PatternMatcher
from ingest.nlp.relations.sifting import sifted
from ingest.nlp.relations.silent_groups import drop_silent_groups


def annotate(doc: Doc) -> Doc:
    """Find the relations of the text, in text order."""
    found = findings(doc)
    arguments = Arguments(found)
    matches = [
        *holders.matches(found, arguments),
        *described.matches(found),
        *under.matches(found),
        *PatternMatcher(found, arguments).matches(),
        *apposition.matches(found, arguments),
        *capitals.matches(found),
        *co_owners.matches(found),
        *regions.matches(found, arguments),
        *of_channels(found),
        *affiliations.matches(found, arguments),
        *homes.matches(found, arguments.grammar),
        *member_lists.matches(found),
        *memberships.matches(found, arguments.chains),
        *missions.matches(found),
        *sided_nouns.matches(found),
        *state_bodies.matches(found, arguments.grammar),
        *treaty_parties.matches(found, arguments),
        *workplaces.matches(found, arguments),
    ]
    matches = kinship.settled(found, arguments, matches)
    matches += visits(found, arguments, matches)
    matches += passing(found)
    matches += (*gathered(found, arguments), *joint(found))
    matches += attended(found, arguments, matches)
    matches += gapped(found, matches)
    matches.sort(key=lambda m: (m.trigger, m.relation, m.source, m.target))
    seen: dict[tuple[object, ...], Relation] = {}
    for match in sifted(found, matches):
        relation = _relation(found, match, arguments)
        key = (
            relation.type, relation.source, relation.target, relation.start,
            relation.attributes.get("what"), relation.attributes.get("title"),
        )  # fmt: skip
        told_over = relation.date is not None and relation.date.startswith("../")
        if key not in seen or (told_over and seen[key].date is None):
            seen[key] = relation
    found.relations.extend(seen.values())
    drop_silent_groups(found)
    return doc


def _relation(found: Findings, match: Match, arguments: Arguments) -> Relation:
    """A match with its sentence, date, modality, and the speaker it is said by."""
    tokens = found.tokens
    start, end = tokens.sents[tokens.sent_of[match.trigger]]
    source, target = match.source, match.target
    if match.symmetric and target < source:
        source, target = target, source
    value: Modality = match.modality
    if value == "asserted" and not match.stative:
        value = modality(tokens, match.trigger)
    claim = narrowest(found, match.trigger)
    if value == "asserted" and claim is not None and not match.stative:
        value = _uttered(found, match.trigger, claim)
    given = _is_given(found, match.trigger) and not lays_on(tokens, match.trigger)
    only_mentioned = match.stative or given
    if claim is not None and claim.mode == "reported" and only_mentioned:
        claim = None  # the narrator's words, in which the content was put
    speaker = claim.speaker if claim is not None else _credited_by(match.trigger, arguments)
    day = None if match.stative else date_near(found, match.trigger)
    value, day = endings.settled(found, match, value, day)
    return Relation(
        type=match.relation,
        source=source,
        target=target,
        start=min(start, match.first),
        end=max(end, match.last + 1),
        modality=value,
        asserted_by=speaker,
        date=day,
        attributes=dict(match.attributes),
    )


def _credited_by(trigger: int, arguments: Arguments) -> str | None:
    """Who credits somebody with a deed, where that is no claim: "Kenya credited X with it"."""
    verb = crediting(arguments.tokens, trigger)
    subjects = arguments.roles.subject(verb) if verb is not None else []
    ids = [id_ for subject in subjects for id_ in arguments.entities(subject)]
    return ids[0] if len(ids) == 1 else None


def _uttered(found: Findings, index: int, claim: Claim) -> Modality:
    """The modality that the claim around a trigger has as a whole, if it says one."""
    if claim.modality == "alleged" or (
        claim.modality == "denied" and _is_main(found, index, claim.start, claim.end)
    ):
        return claim.modality
    return "asserted"


def _is_given(found: Findings, index: int) -> bool:
    """Whether a noun takes what it names for granted ("Kenya's war", "the invasion by")."""
    tokens = found.tokens
    if tokens.pos[index] not in ("NOUN", "PROPN"):
        return False
    return any(tokens.dep[c] == "poss" or tokens.lower[c] == "the" for c in tokens.children[index])


def _is_main(found: Findings, index: int, start: int, end: int) -> bool:
    """Whether a verb is what a stretch says as a whole, with no other verb of it above."""
    tokens = found.tokens
    if tokens.pos[index] not in ("VERB", "AUX"):
        return False
    head = tokens.heads[index]
    return head == index or not start <= head < end
