"""What a text calls a person beside the name: titles, nouns in apposition, states and places."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.nlp.findings import Findings, Mention
from ingest.nlp.speech import CALLINGS, HUMANS
from ingest.nlp.tokens import Tokens

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_SHOWS = frozenset(("show", "programme", "program", "broadcast", "podcast", "talk-show", "stream"))
_HOSTS = frozenset(("host", "presenter", "anchor", "moderator"))
# Who is "the prime minister" and who "the top diplomat" of a state, by the words for the office.
_FIRST = frozenset(("top", "chief"))
_FIRST_OF_GOVERNMENT = frozenset(("prime", "premier", "pm"))
_STATE_SECRETARY = frozenset(("secretary", "state"))
_CHOOSING = frozenset(("elect", "appoint", "name", "crown"))
_MOST_BEFORE, _MOST_BESIDE = 8, 14

# Titles that are cut short before names, and taken up in full: "Gov. Kern ... the governor".
_IN_FULL = {
    "gov": "governor", "sen": "senator", "gen": "general", "col": "colonel", "lt": "lieutenant",
    "maj": "major", "sgt": "sergeant", "capt": "captain", "cpt": "captain", "cmdr": "commander",
    "adm": "admiral", "amb": "ambassador", "prof": "professor", "pres": "president",
}  # fmt: skip


@dataclass(slots=True)
class Described:
    """Lower-case `words` beside the mentions of a person, and the `owners` in them.

    Owners are states, places and bodies; `first` is the first token of the first mention.
    """

    first: int
    words: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)


def is_called(words: list[str], known: set[str]) -> bool:
    """Whether a phrase's last word is among those for a person, or means an office that is."""
    if words[-1] in known:
        # A minister is no prime minister.
        return words[-2:] != ["prime", "minister"] or not known.isdisjoint(_FIRST_OF_GOVERNMENT)
    first = words[-1] == "diplomat" and not _FIRST.isdisjoint(words)
    return first and ("foreign" in known or known >= _STATE_SECRETARY)


def describe(found: Findings, id_: str) -> Described:
    """Collect what stands beside every mention of a person by name."""
    who = found.entities.get(id_) or found.channels[id_]
    described = Described(min(m.start for m in who.mentions))
    for mention in who.mentions:
        if mention.kind == "name":
            _add(found, described, *_before(found, mention), mention)
            _add(found, described, *_apposed_before(found, mention), mention)
            _add(found, described, *_apposed_after(found, mention), mention)
            if _has_show(found, mention):
                described.words |= _HOSTS
            described.words |= _callings(found.tokens, mention)
    return described


def _add(found: Findings, described: Described, start: int, end: int, mention: Mention) -> None:
    tokens = found.tokens
    for index in range(start, end):
        if mention.start <= index < mention.end:
            continue
        holder = found.holder[index]
        if holder is None:
            prefixed = index > 0 and tokens.text[index - 1] == "-"
            # "Ada Quill, the governor's sister,": she is no governor
            prefixed = prefixed or tokens.tag[index + 1 : index + 2] == ["POS"]
            if tokens.pos[index] in _NOMINAL and not prefixed:
                word = tokens.lower[index]
                described.words |= {word, _IN_FULL.get(word.rpartition("-")[2].strip("."), word)}
        elif found.type_of(holder.entity) != "Person":
            described.owners.add(holder.entity)
            described.words.update(tokens.lower[holder.start : holder.end])


def _before(found: Findings, mention: Mention) -> tuple[int, int]:
    """The title right before a name: "Estonian Prime Minister" Kaja Kallas."""
    tokens, index = found.tokens, mention.start
    index = min((i for i, name in found.held.items() if name == mention.start), default=index)
    first = index  # "Minister for Trade and Industry Ada Kern": of the whole office
    while index > 0 and first - index < _MOST_BEFORE:
        holder = found.holder[index - 1]
        of = tokens.lower[index - 1] == "of"  # "Secretary of State", not "the father of Ivan"
        of = of and index < mention.start
        if tokens.pos[index - 1] not in _NOMINAL and tokens.tag[index - 1] != "POS" and not of:
            break
        if holder is not None and found.type_of(holder.entity) == "Person":
            break
        index -= 1
    return index, mention.start


def _apposed_before(found: Findings, mention: Mention) -> tuple[int, int]:
    """The head of the phrase before a comma: "The governor of the region," Ivan Popko."""
    tokens = found.tokens
    if not mention.start or tokens.text[mention.start - 1] != ",":
        return 0, 0
    sentence = tokens.sents[tokens.sent_of[mention.start]][0]
    stop = mention.start - 1
    index = stop
    while index > sentence and stop - index < _MOST_BESIDE:
        if tokens.text[index - 1] in (",", ";", "—", "–") or tokens.pos[index - 1] == "VERB":
            break
        index -= 1
    return index, stop


def _apposed_after(found: Findings, mention: Mention) -> tuple[int, int]:
    """The phrase between commas after a name: Ivan Popko, "head of the military administration"."""
    tokens = found.tokens
    if mention.end >= len(tokens) or tokens.text[mention.end] != ",":
        return 0, 0
    limit = min(tokens.sents[tokens.sent_of[mention.start]][1], mention.end + _MOST_BESIDE)
    index = mention.end + 1
    while index < limit and tokens.text[index] not in (",", ";", "—", "–", "."):
        if tokens.dep[index] == "mark":
            return mention.end + 1, index  # "met Ivan Popko, a day after the envoy left"
        if tokens.pos[index] in ("VERB", "AUX"):
            # A clause goes on; only a relative clause may still describe.
            return mention.end + 1, index
        index += 1
    return mention.end + 1, index


def _callings(tokens: Tokens, mention: Mention) -> set[str]:
    """What somebody may be called who "hosts" a show, "is a teacher" or "was elected mayor"."""
    name = mention.end - 1
    verbs = [c for c in tokens.children[name] if tokens.dep[c] == "relcl"]
    verbs = [v for v in verbs if tokens.child(v, "nsubj") not in (None, name)]
    verbs = [v for v in verbs if tokens.lower[tokens.child(v, "nsubj") or 0] == "who"]
    if tokens.dep[name] in ("nsubj", "nsubjpass"):
        verbs.append(tokens.heads[name])
    words: set[str] = set()
    for verb in verbs:
        if tokens.dep[name] != "nsubjpass" or tokens.heads[name] != verb:
            words.update(CALLINGS.get(tokens.lemma[verb], ()))  # who "was led" is no leader
        noun = tokens.child(verb, "attr") if tokens.lemma[verb] == "be" else None
        as_ = next((c for c in tokens.children[verb] if tokens.lower[c] == "as"), None)
        noun = tokens.child(as_, "pobj") if as_ is not None else noun
        if tokens.dep[name] == "nsubjpass" and tokens.lemma[verb] in _CHOOSING:
            noun = tokens.child(verb, "oprd", "attr")
        if noun is not None and tokens.lemma[noun].lower() in HUMANS:
            first = noun
            while tokens.pos[first - 1] in _NOMINAL and tokens.heads[first - 1] == noun:
                first -= 1
            words.update(tokens.lower[first : noun + 1])
    return words


def _has_show(found: Findings, mention: Mention) -> bool:
    """Whether a person has a broadcast of his own: "on Popko's evening show"."""
    tokens, end = found.tokens, mention.end
    if end >= len(tokens) or tokens.tag[end] != "POS":
        return False
    return not _SHOWS.isdisjoint(tokens.lower[end + 1 : end + 4])
