"""Who signed a treaty that names its parties: "the Treaty between A and B", "the A-B Treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp.entities.gazetteer import gazetteer
from ingest.nlp.findings import Entity, Findings, Mention
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.matching import Match
from ingest.nlp.tokens import Tokens

_SIGNING = frozenset(
    {"sign", "conclude", "ratify", "ink", "initial", "seal", "strike", "reach", "renew", "approve",
     "adopt", "suspend", "terminate", "signing", "conclusion", "ratification", "renewal"}
)  # fmt: skip
_BETWEEN = frozenset({"between", "with"})
_SIGNATORIES = frozenset({"signatory", "co-signatory", "cosignatory", "adherent", "party"})
_PARTIES = frozenset({"State", "Bloc", "Organization", "Person"})
MOST_CALLED = 7  # tokens from "signatories" to the name of what they signed: "to the EU's new"
MOST_LISTED = 60  # tokens of a list of signatories in brackets
NEAR = 10  # tokens around a treaty's name in which a word for signing is about it
REACH = 12  # tokens after a treaty's name in which its parties may follow "between"


def matches(found: Findings, arguments: Arguments) -> Iterator[Match]:
    """One signature a named party of a treaty that names two, or one beside a word for signing."""
    for entity in list(found.entities.values()):
        if entity.type != "Treaty":
            continue
        for mention in entity.mentions:
            parties = _parties(found, arguments, mention) if mention.kind == "name" else []
            trigger = _signing(found.tokens, mention)
            for signatory in _signatories(found, mention):
                yield Match.between("signed", signatory, mention)
            if len(parties) < (1 if trigger != mention.start else 2):
                continue
            for party in parties:
                yield Match(
                    "signed", party, entity.id, trigger, mention.start, last=mention.end - 1
                )


def _parties(found: Findings, arguments: Arguments, mention: Mention) -> list[str]:
    """The states named inside a treaty's name, before it, as its owner, or right after it."""
    named = list(_inside(found, mention))
    modifiers, last = arguments.roles.nouns.modifiers, mention.end - 1
    for index in modifiers(mention.start) + modifiers(last) + arguments.roles.owners.of(last):
        before = found.holder[index]
        if before is not None and found.type_of(before.entity) == "State":
            named.append(before.entity)
    if len(set(named)) < 2:
        named += _after(found, mention)
    return sorted(set(named))


def _inside(found: Findings, mention: Mention) -> Iterator[str]:
    known, index = gazetteer(), mention.start
    while index < mention.end:
        match = known.match(found.tokens.text, index)
        if match is None or match[0] > mention.end:
            index += 1
            continue
        known_state = match[1]
        if known_state.type == "State" and known_state.sense != "seat":
            if known_state.id not in found.entities:
                state = Entity(known_state.id, "State", known_state.name)
                found.add(state, index, match[0], "name")
            yield known_state.id
        index = match[0]


def _after(found: Findings, mention: Mention) -> list[str]:
    tokens = found.tokens
    if mention.end >= len(tokens) or tokens.lower[mention.end] not in _BETWEEN:
        return []
    named: list[str] = []
    for index in range(mention.end + 1, min(len(tokens), mention.end + REACH)):
        party = found.holder[index]
        if party is not None:
            if party.kind == "demonym":
                break  # "with the Kenyan company X"
            if found.type_of(party.entity) in ("State", "Bloc"):
                named.append(party.entity)
        elif tokens.lower[index] not in ("the", "and", ","):
            break
    return named


def _signatories(found: Findings, mention: Mention) -> Iterator[Mention]:
    """Kenya and Shell in "the signatories to the new Code of Practice of 2022 (Kenya, Shell)"."""
    tokens, at = found.tokens, mention.end
    before = range(max(0, mention.start - MOST_CALLED), mention.start)
    if not any(tokens.lemma[i].lower() in _SIGNATORIES for i in before):
        return
    while at < len(tokens) and (tokens.lower[at] in ("of", "from") or tokens.text[at].isdigit()):
        at += 1
    if tokens.text[at : at + 1] != ["("] or ")" not in tokens.text[at : at + MOST_LISTED]:
        return
    for index in range(at + 1, tokens.text.index(")", at)):
        party = found.holder[index]
        named = party is not None and party.start == index and party.kind == "name"
        if named and party is not None and found.type_of(party.entity) in _PARTIES:
            yield party


def _signing(tokens: Tokens, mention: Mention) -> int:
    """The word for signing nearest to a treaty's name in its sentence, or the name itself."""
    start, end = tokens.sents[tokens.sent_of[mention.start]]
    near = range(max(start, mention.start - NEAR), min(end, mention.end + NEAR))
    words = [i for i in near if tokens.lemma[i].lower() in _SIGNING]
    return min(words, key=lambda i: (abs(i - mention.start), i), default=mention.start)
