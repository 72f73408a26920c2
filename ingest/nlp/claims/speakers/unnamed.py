"""Speakers a text does not name: "a senior official", "two lawyers", "a man who sells honey".

They are people, or bodies of people, of their document alone, known by the words for them, as
anonymous channels are. What takes such a phrase for a mention is the claim: no holder is set, so
that relations are not read off unnamed people.
"""

from __future__ import annotations

from graph.ids import hashed_id, sha256
from ingest.nlp.claims.speakers import belonging
from ingest.nlp.findings import Entity, Findings, Mention
from ingest.nlp.speech import BODIES, CARRIERS, HUMANS, INSTITUTIONS, VOICES
from ingest.nlp.tokens import Tokens

_ANYBODY = frozenset(("man", "woman", "person", "somebody", "someone", "people", "everyone"))
_POSSESSIVES = frozenset(("PRP$", "WP$"))
_NOBODYS = frozenset(("its", "whose"))  # which say nothing where a label begins with them
_PARTING = frozenset(("–", "—", ":", ";"))  # "Five killed – governor"
_DETERMINERS = frozenset(
    ("both", "either", "neither", "a", "an", "the", "this", "that", "these", "those")
)
_SOME = frozenset(("people", "persons", "person"))
_TELLING = frozenset(("acl", "amod", "relcl", "prep"))
_LINKS = frozenset(("of", "at", "in", "from", "for", "with", "on"))
_MAIN = frozenset(("ROOT", "conj"))
_ACCOUNTS = frozenset(("account", "profile", "handle"))
_FINDING = frozenset(("find", "discover", "conclude", "establish"))
# What figures of speech and of statistics do not do.
_FEELING = frozenset(("voice", "express", "believe", "fear", "hope", "think", "want"))
_QUANTIFIED = frozenset(
    ("one", "some", "many", "most", "several", "few", "two", "three", "both", "number", "handful",
     "dozens", "hundreds", "thousands", "majority", "couple", "lot", "lots", "scores")
)  # fmt: skip
_MOST_WORDS = 10
_SENTENCES_BACK = 2  # in which "some" finds of whom


def speaker(found: Findings, index: int) -> Entity | None:
    """The unnamed person or group a noun phrase tells of; None where its noun is of no people."""
    tokens = found.tokens
    noun = one_of(tokens, index)
    word, lemma = tokens.lower[noun], tokens.lemma[noun].lower()
    people = (
        is_some_of(found, noun)
        or lemma in HUMANS
        or word in HUMANS
        or _tells(tokens, noun)
        or told_of(tokens, noun)
    )
    if tokens.pos[noun] not in ("NOUN", "PROPN") or not (people or _is_body(tokens, noun)):
        return None
    start, end = _phrase(found, index)
    label = " ".join(tokens.span_text(start, end).split())
    if (whose := _whose(found, index)) is not None or tokens.lower[start] in _NOBODYS:
        label = label.partition(" ")[2] + (f" of {whose}" if whose is not None else "")
    if end - start == 1 and lemma in _ANYBODY:
        return None
    alone = people and (tokens.lower[index] == "one" or tokens.tag[noun] in ("NN", "NNP"))
    type_ = "Person" if alone else "Organization"
    id_ = hashed_id(type_.lower(), sha256(tokens.stored), label.casefold())
    entity = found.entities.get(id_)
    if entity is None and not alone and tokens.lower[tokens.lefts[index]] == "the":
        entity = _longer(found, label)
    if entity is None:
        entity = Entity(id_, type_, label, properties={} if alone else {"kind": "other"})
        found.entities[id_] = entity
    entity.mentions.append(Mention(start, end, "nominal", id_))
    return entity


def is_some_of(found: Findings, index: int) -> bool:
    """Whether some people of a land are meant, and not its state: "Many Kenyans claim"."""
    tokens, holder = found.tokens, found.holder[index]
    several = tokens.tag[index] in ("NNS", "NNPS") and tokens.lefts[index] < index
    demonym = holder is not None and holder.kind == "demonym"
    return several and demonym and tokens.lower[tokens.lefts[index]] in _QUANTIFIED


def one_of(tokens: Tokens, index: int) -> int:
    """The noun in "one of the suspects" and "a number of channels", else the word itself."""
    if tokens.lower[index] not in _QUANTIFIED or tokens.lower[index + 1 : index + 2] != ["of"]:
        return index
    whole = tokens.child(index + 1, "pobj")
    if whole is None or tokens.tag[whole] != "NNS":
        return index
    return whole if tokens.lemma[whole] in HUMANS or _is_body(tokens, whole) else index


def several(found: Findings, index: int) -> int | None:
    """The noun for the people whom "some", "others" and "many of them" are of.

    As in "Supporters posted theories. Some claimed that it was staged."
    """
    tokens = found.tokens
    first = tokens.sents[max(0, tokens.sent_of[index] - _SENTENCES_BACK)][0]
    for noun in range(index - 1, first - 1, -1):
        held = found.holder[noun]
        group = held is not None and found.type_of(held.entity) == "Organization"
        many = tokens.tag[noun] == "NNS" and (held is None or group)
        main = tokens.dep[noun] == "nsubj" and tokens.dep[tokens.heads[noun]] in _MAIN
        if many and main and tokens.lemma[noun] in HUMANS:
            return noun
    return None


def told_of(tokens: Tokens, index: int) -> bool:
    """Whether "people" are some that the words tell of: "two people", "people close to X"."""
    return tokens.lower[index] in _SOME and any(
        tokens.dep[c] == "nummod" or (c > index and tokens.dep[c] in _TELLING)
        for c in tokens.children[index]
    )


def _whose(found: Findings, index: int) -> str | None:
    """The name of whom "whose president" and "its president" are of, if the text tells."""
    tokens = found.tokens
    owner = next((c for c in tokens.children[index] if tokens.tag[c] in _POSSESSIVES), None)
    if owner is None:
        return None
    verb = tokens.heads[index]
    holder = found.holder[owner]
    if tokens.tag[owner] == "WP$" and tokens.dep[verb] in ("relcl", "acl"):
        holder = found.holder[tokens.heads[verb]]
    named = found.entities.get(holder.entity) if holder is not None else None
    return named.name if named is not None else None


def _longer(found: Findings, label: str) -> Entity | None:
    """The body told of before in more words: "the Chinese coast guard" for "the coast guard"."""
    bodies = [e for e in found.entities.values() if e.type == "Organization"]
    longer = [e for e in bodies if e.name.casefold().endswith(f" {label.casefold()}")]
    return longer[-1] if longer else None


def issuer(found: Findings, carrier: int) -> Entity | None:
    """The unnamed body a document is of: "the army's statement", "a statement by the army"."""
    owners = belonging.owners(found.tokens, carrier)
    bodies = (
        o.token for o in owners if not o.placed and (o.agent or _is_body(found.tokens, o.token))
    )  # "compiled by researchers", "the army's"
    entity = next((entity for body in bodies if (entity := speaker(found, body))), None)
    author = belonging.author(found.tokens, carrier) if entity is None else None
    if entity is None and author is None:
        author = belonging.publisher(found.tokens, carrier)
        author = author if author is not None and is_people(found.tokens, author) else None
    return speaker(found, author) if author is not None else entity


def introduced(found: Findings, index: int) -> int | None:
    """The noun that brought in whom "the diplomat" takes up: "A Western diplomat was sceptical".

    It stands in this sentence or the one before and is explained by no name.
    """
    tokens, lemma = found.tokens, found.tokens.lemma[index]
    if tokens.tag[index] != "NN" or index - tokens.lefts[index] != 1:
        return None
    first = tokens.sents[max(0, tokens.sent_of[index] - 1)][0]
    for noun in range(index - 2, first, -1):
        if tokens.lemma[noun] != lemma or found.holder[noun] is not None:
            continue
        new = tokens.lower[tokens.lefts[noun]] in ("a", "an", "one", "another", "my")
        subject = tokens.dep[noun] in ("nsubj", "nsubjpass")
        named = any(tokens.dep[i] == "appos" for i in range(noun, tokens.rights[noun] + 1))
        return noun if new and subject and not named else None
    return None


def acting(found: Findings, index: int) -> int | None:
    """The noun of the person without a name who acts in the sentence before a pronoun.

    As in "A nurse opened the door. “They left,” she said."
    """
    tokens = found.tokens
    first, last = tokens.sents[max(0, tokens.sent_of[index] - 1)]
    for noun in range(first, min(index, last)):
        alone = tokens.tag[noun] == "NN" and found.holder[noun] is None
        if alone and tokens.dep[noun] == "nsubj" and tokens.lemma[noun].lower() in HUMANS:
            return noun
    return None


def examined(tokens: Tokens, pronoun: int) -> int | None:
    """The noun in "studied 100 channels and found they claimed that": what "they" is found of."""
    clause = tokens.heads[pronoun]
    found = tokens.heads[clause]
    if tokens.dep[clause] != "ccomp" or tokens.lemma[found] not in _FINDING:
        return None
    noun = tokens.child(tokens.heads[found], "dobj") if tokens.dep[found] == "conj" else None
    many = noun is not None and noun < found and tokens.tag[noun] == "NNS"
    return noun if many else None


def in_reason(tokens: Tokens, pronoun: int) -> int | None:
    """The fighters of "though fighters left, because they believe": who acts for that reason."""
    clause = tokens.heads[pronoun]
    because = tokens.child(clause, "mark")
    if tokens.dep[clause] != "advcl" or because is None or tokens.lower[because] != "because":
        return None
    noun = tokens.child(tokens.heads[clause], "nsubj")
    many = noun is not None and noun < because and tokens.tag[noun] == "NNS"
    return noun if many else None


def is_people(tokens: Tokens, index: int) -> bool:
    """Whether a noun is of several people without a name: "hackers", "the students"."""
    many = tokens.tag[index] == "NNS" and tokens.pos[index] == "NOUN"
    return many and tokens.lemma[index].lower() in HUMANS


def _tells(tokens: Tokens, noun: int) -> bool:
    """Whether a noun must be of a person: "A carpenter told me", "opposition figures fear"."""
    verb = tokens.heads[noun]
    if tokens.lemma[noun] == "figure" and tokens.dep[noun] == "nsubj":
        return tokens.lemma[verb] in _FEELING
    teller = tokens.dep[noun] == "nsubj" and tokens.lemma[verb] == "tell"
    one = tokens.lower[tokens.lefts[noun]] in ("a", "an", "one", "another")
    return teller and one and tokens.lemma[noun].lower() not in CARRIERS


def _is_body(tokens: Tokens, index: int) -> bool:
    """Whether a noun is of a body that speaks: a ministry, a court, "local channels"."""
    word, lemma = tokens.lower[index], tokens.lemma[index].lower()
    if tokens.lower[max(0, index - 1)] == "social":
        return False  # "a social media post"
    kind = BODIES.get(lemma)
    named = not {word, lemma}.isdisjoint(VOICES | INSTITUTIONS)
    new = tokens.tag[index] == "NNS" or tokens.lower[tokens.lefts[index]] in ("a", "an", "another")
    run = tokens.child(index, "acl")  # "the station run by the movement"
    new = new or (run == index + 1 and tokens.child(run, "agent") is not None)
    return named or is_account(tokens, index) or (kind is not None and (kind != "outlet" or new))


def is_account(tokens: Tokens, index: int) -> bool:
    """Whether a noun brings in an account that says things: "an account posing as X urged"."""
    opening = tokens.lower[tokens.lefts[index]]
    new = tokens.tag[index] == "NNS" or opening in ("a", "an", "another")
    posing = tokens.lower[index + 1 : index + 2] == ["posing"]
    return tokens.lemma[index].lower() in _ACCOUNTS and (new or posing)


def _phrase(found: Findings, index: int) -> tuple[int, int]:
    """The noun with the modifiers before it and the prepositional phrase right behind it."""
    tokens = found.tokens
    parted = (i + 1 for i in range(index - 1, tokens.lefts[index], -1) if _parts(tokens, i))
    start = next(parted, tokens.lefts[index])
    while start < index and (tokens.lower[start] in _DETERMINERS or tokens.pos[start] == "PUNCT"):
        start += 1
    end = index + 1
    linked = end < len(tokens) and tokens.heads[end] == index
    briefed = linked and tokens.dep[end] in ("acl", "amod") and told_of(tokens, index)
    text = tokens.child(end, "pobj") if linked else None
    if text is not None and tokens.lemma[text] in CARRIERS and tokens.lower[end] in ("in", "on"):
        linked = False  # "the mayor in a statement warned"
    if linked and (briefed or tokens.lower[end] in _LINKS):
        stop = tokens.rights[end] + 1
        first = end if text is None else max(end, text)  # past its adjectives and their commas
        inner = next(
            (
                i for i in range(first, stop)
                if tokens.text[i] in (",", "(", "—") or _clause_opens(tokens, i, end)
            ),
            stop,
        )  # fmt: skip
        if inner - start <= _MOST_WORDS:
            end = inner
    return _shortened(tokens, start, index), end


def _parts(tokens: Tokens, mark: int) -> bool:
    """Whether a mark ends what stands before it: a dash, also where a hyphen is set as one."""
    spaced = tokens.text[mark] == "-" and tokens.ends[mark - 1] < tokens.starts[mark]
    return spaced or tokens.text[mark] in _PARTING


def _shortened(tokens: Tokens, start: int, index: int) -> int:
    """Where the last words of a long phrase begin, no hyphenated word or "more than" cut in two."""
    cut = index + 1 - _MOST_WORDS
    if cut <= start:
        return start
    while cut < index and (
        tokens.text[cut - 1] == "-" or tokens.pos[cut] == "PUNCT" or tokens.lower[cut] == "than"
    ):
        cut += 1
    return cut


def _clause_opens(tokens: Tokens, index: int, first: int) -> bool:
    """Whether a verb ends the phrase behind a noun; in "Iran-backed" a participle goes on."""
    return tokens.pos[index] == "VERB" and index > first and tokens.text[index - 1] != "-"
