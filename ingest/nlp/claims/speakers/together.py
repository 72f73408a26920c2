"""Speakers taken up as a number: "Both claimed that it fell", "Both men denied it", "Each said"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nlp import clauses
from ingest.nlp.claims.speakers import voices
from ingest.nlp.findings import Findings
from ingest.nlp.lexicon import number_words
from ingest.nlp.marks import CLOSING_QUOTES
from ingest.nlp.speech import PARTIES
from ingest.nlp.tokens import Tokens

_MOST = 6
_ANY = range(2, _MOST + 1)
_MANY = ("NNS", "NNPS", "NN", "NNP")
_SUBJECTS = ("nsubj", "nsubjpass")
_PAIRS = ("pair", "duo")
_JOINTS = CLOSING_QUOTES | {":", ",", ";", "and", "while", "but"}
_MOST_LINKS = 4  # nouns and prepositions from a verb to "with the Kenyan leader Ada Quill"
# What the nouns of "both countries" stand for; "both sides" and the like are who can meet.
_KINDS = {
    ("Person",): "men women leaders presidents ministers premiers politicians diplomats officials "
    "bloggers candidates suspects",
    ("State",): "countries states nations capitals governments",
    ("Channel",): "channels outlets sites newspapers papers",
    ("Organization",): "companies firms organizations organisations ministries agencies",
}
_KIND = dict.fromkeys(PARTIES - {"both", "two"}, ("Person", "State", "Bloc")) | {
    noun: kinds for kinds, nouns in _KINDS.items() for noun in nouns.split()
}


def named(found: Findings, index: int) -> list[str]:
    """Who "both", "the two leaders", "all three" or "each" at `index` are, named just before.

    They are named together in the sentence before, as in "Macron and Scholz met. Both said ..."
    and "The channels Lantern and Kettle are old. Both claimed ...", or act there, one on the other:
    "Macron called Scholz. Both said ...". A group of another number is not meant. "They" are those
    who did something together. Whom "each" stands for may be told behind a colon.
    """
    tokens = found.tokens
    counts, word = _counts(tokens, index), tokens.lower[index]
    if not counts or not _is_subject(tokens, index):
        return []
    if word == "each" and (members := _apportioned(found, index)):
        return members
    if not (here := tokens.sent_of[index]):
        return []
    before, kinds = tokens.sents[here - 1], _KIND.get(word)
    for noun in range(*before):
        if tokens.tag[noun] not in _MANY or tokens.dep[noun] == "conj":
            continue
        if word == "they" and not (tokens.dep[noun] in _SUBJECTS and _is_main(tokens, noun)):
            continue
        holder = found.holder[noun]
        ids = voices.beside(found, noun)
        if listed := voices.listed(found, noun):
            ids = listed
        elif holder is not None and voices.speaks(found, holder.entity):
            ids = [holder.entity, *ids]
        ids = list(dict.fromkeys(ids))
        if len(ids) in counts and all(kinds is None or found.type_of(id_) in kinds for id_ in ids):
            return ids
    return _pair(found, before, kinds, jointly=word == "they") if 2 in counts else []


def _counts(tokens: Tokens, index: int) -> range:
    """How many a word can stand for: 2 for "both" and "the two men", some for "each" and "they"."""
    word = tokens.lower[index]
    after = tokens.lower[index + 1 : index + 3]
    if after[:1] == ["of"] and after != ["of", "them"]:
        return range(0)
    if word == "both":
        return range(2, 3)
    if word == "each" or (word == "all" and after):
        return _ANY if word == "each" else _ANY[1:] if after == ["of", "them"] else range(0)
    if word == "they":
        return _ANY if _is_main(tokens, index) else range(0)
    left = tokens.lefts[index]
    if word in _KIND and left < index:
        number = tokens.lower[left:index]
        two = number in (["both"], ["the", "two"]) or (word in _PAIRS and number == ["the"])
        return range(2, 3) if two and after[:1] != ["of"] else range(0)
    beside = tokens.lower[left] in ("all", "the") and left == index - 1
    count = number_words().get(word, 0) if beside else 0
    return range(count, count + 1) if count in _ANY else range(0)


def _is_subject(tokens: Tokens, index: int) -> bool:
    """Whether a word is a subject, "On 6 May each denied" included, read as "on each"."""
    follows = tokens.lower[index] == "each" and tokens.tag[index + 1 : index + 2] in (
        ["VBD"], ["VBZ"],
    )  # fmt: skip
    return follows or tokens.dep[index] in _SUBJECTS


def _is_main(tokens: Tokens, noun: int) -> bool:
    verb = tokens.heads[noun]
    return tokens.heads[verb] == verb


def _apportioned(found: Findings, index: int) -> list[str]:
    """Whom "each" stands for, by what a colon begins: "Each denied it: X said ..., Y that ..."."""
    tokens = found.tokens
    end = tokens.sents[tokens.sent_of[index]][1]
    colon = next((i for i in range(index, end) if tokens.text[i] == ":"), end)
    ids: list[str] = []
    for at in range(colon + 1, end):
        holder = found.holder[at]
        if holder is None or holder.start != at or tokens.lower[at - 1] not in _JOINTS:
            continue
        says = holder.end < end and (
            tokens.lower[holder.end] == "that" or clauses.is_cue(tokens, holder.end)
        )
        if says and voices.speaks(found, holder.entity):
            ids.append(holder.entity)
    ids = list(dict.fromkeys(ids))
    return ids if len(ids) > 1 else []


def _pair(
    found: Findings, sentence: tuple[int, int], kinds: tuple[str, ...] | None, *, jointly: bool
) -> list[str]:
    """The only two of a kind in a sentence, where one acts and the other is met or called.

    Where they are to act `jointly`, one meets the other or does something with him.
    """
    tokens = found.tokens
    told = [
        (noun, holder.entity)
        for noun in range(*sentence)
        if (holder := found.holder[noun]) is not None and holder.end == noun + 1
        and holder.kind != "demonym" and voices.speaks(found, holder.entity)
        and tokens.dep[noun] not in ("poss", "compound", "nmod", "amod")
    ]  # fmt: skip
    people = [pair for pair in told if found.type_of(pair[1]) == "Person"]
    if kinds is not None:
        people = [pair for pair in people if "Person" in kinds]
        told = [pair for pair in told if found.type_of(pair[1]) in kinds]
    told = people or told
    if len(told) != 2 or told[0][1] == told[1][1]:
        return []
    (actor, first), (other, second) = told
    verb = tokens.heads[actor]
    if tokens.dep[actor] not in _SUBJECTS or verb not in _above(tokens, other):
        return []
    along = tokens.lemma[verb] == "meet" or "with" in tokens.lower[verb:other]
    return [first, second] if along or not jointly else []


def _above(tokens: Tokens, noun: int) -> Iterator[int]:
    """The verb of which a noun is object, past prepositions: of "held talks with Quill" "held"."""
    for _ in range(_MOST_LINKS):
        if tokens.dep[noun] not in ("dobj", "pobj", "prep", "agent", "dative"):
            return
        noun = tokens.heads[noun]
        yield noun
