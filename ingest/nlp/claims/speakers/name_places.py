"""Where a name stands beside the noun for a speaker, and whether it names him."""

from __future__ import annotations

from collections.abc import Callable

from ingest.nlp.channels.kinds import KIND, PEOPLE, PLATFORM
from ingest.nlp.claims.speakers import voices
from ingest.nlp.claims.speakers.speaker import NOBODY, Speaker
from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.speech import CARRIERS, HUMANS, TITLES
from ingest.nlp.tokens import Tokens

_NAMED = frozenset(("named", "called", "known", "dubbed", "nicknamed"))
_EMPLOYED = frozenset(("of", "at", "from", "for", "with"))
# What belongs to a larger body: "an offshoot of the movement, the Kettle Brigades, said".
_PARTS = frozenset(
    ("offshoot", "wing", "arm", "branch", "faction", "affiliate", "splinter", "subsidiary", "unit")
)
_MOST_ROLE = 9  # tokens of "head of the regional union of the miners"


def is_titled(tokens: Tokens, index: int, name: int) -> bool:
    """Whether bare roles stand before one name: "former lawyer and now blogger Ada Quill".

    So they do in "Chairman of the Joint Chiefs General Ada Quill".
    """
    bare = not any(tokens.pos[i] == "DET" for i in (*tokens.children[index], index + 1))
    bare = bare and "PUNCT" not in tokens.pos[index:name]
    roles = {tokens.lemma[index].lower(), tokens.lemma[name - 1].lower()} <= HUMANS
    return bare and roles and tokens.pos[index] in ("NOUN", "PROPN")


def is_apposed(tokens: Tokens, start: int) -> bool:
    """Whether a name stands behind a comma, its title aside: "Another, presenter Popko"."""
    while start > 1 and tokens.pos[start - 1] in ("NOUN", "ADJ", "PROPN", "DET"):
        start -= 1
    return start > 0 and tokens.text[start - 1] == ","


def is_addressed(tokens: Tokens, document: int, name: int) -> bool:
    """Popko in "The letter of Quill to her counterpart, Popko, said": who only receives it."""
    return tokens.lemma[document] in CARRIERS and "to" in tokens.lower[document:name]


def before_verb(found: Findings, index: int, verb: int) -> str | None:
    """Popko in "The governor of the region, Ivan Popko, told": named right before the verb.

    A subject that is a name itself is meant: "Lantern, a paper of the mayor, Ivan Popko, wrote".
    """
    tokens, last = found.tokens, verb - 1
    own = found.holder[index]
    if own is not None and own.kind == "name" and voices.speaks(found, own.entity):
        return None
    while last > index and tokens.pos[last] in ("ADV", "AUX"):
        last -= 1  # "A spokesman for X, Ivan Popko, later cautioned"
    for back in (last, last - 1):
        holder = found.holder[back] if back > index else None
        if holder is None or holder.kind != "name":
            continue
        named = is_apposed(tokens, holder.start) or is_titled(tokens, index, holder.start)
        if is_addressed(tokens, index, holder.start):
            return None
        if named and found.type_of(holder.entity) == "Person":
            return holder.entity
        part = tokens.lemma[index] in _PARTS and tokens.text[last] == ","
        if part and named and voices.speaks(found, holder.entity):
            return holder.entity
    return None


def apposed_behind(found: Findings, index: int) -> str | None:
    """Popko in "The head of the union, Ivan Popko, also said": whom commas set behind a role.

    Also in "said one of the mayors, Ivan Popko."
    """
    tokens = found.tokens
    of = index + 1 if tokens.lower[index : index + 2] == ["one", "of"] else None
    role = index if of is None else tokens.child(of, "pobj")
    kinds = ("NN", "NNP") if of is None else ("NNS",)
    if role is None:
        return None
    human = tokens.lemma[role].lower() in HUMANS and tokens.tag[role] in kinds
    if not human and not (of is not None and tokens.lower[role] == "them"):
        return None
    for comma in range(role + 1, min(len(tokens) - 1, index + _MOST_ROLE)):
        if tokens.text[comma] == ",":
            name = found.person_at(comma + 1)
            alone = name is not None and name.kind == "name" and name.start == comma + 1
            ends = {","} if of is None else {",", ".", "of"}
            closed = name is not None and not ends.isdisjoint(tokens.text[name.end : name.end + 1])
            return name.entity if name is not None and alone and closed else None
        if tokens.pos[comma] in ("VERB", "AUX", "PUNCT", "PRON", "SPACE"):
            return None
    return None


def abbreviated(found: Findings, index: int) -> str | None:
    """Monusco in "The UN mission in the DRC (Monusco) said": what is described, by its name."""
    tokens = found.tokens
    for mark in range(index + 1, min(len(tokens) - 1, index + _MOST_ROLE)):
        if tokens.text[mark] == "(":
            name = found.holder[mark + 1]
            body = name is not None and found.type_of(name.entity) in BODIES
            alone = name is not None and tokens.text[name.end : name.end + 1] == [")"]
            return name.entity if name is not None and body and alone else None
        if tokens.pos[mark] in ("VERB", "AUX", "PUNCT", "PRON", "SPACE", "CCONJ"):
            return None
    return None


def called(found: Findings, index: int) -> Mention | None:
    """The name behind "a soldier named", "the agency, known as"."""
    holder, tokens = found.holder, found.tokens
    participle = next((c for c in tokens.children[index] if tokens.lower[c] in _NAMED), None)
    if participle is None:
        return None
    name = participle + 1 + (tokens.lower[participle + 1 : participle + 2] == ["as"])
    return holder[name] if name < len(tokens) else None


def tells_of(tokens: Tokens, index: int, name: Mention) -> bool:
    """Whether a name behind a noun begins a clause that tells more of the noun."""
    last = name.end - 1
    verb = tokens.heads[last]
    relative = tokens.dep[verb] == "relcl" and tokens.heads[verb] == index
    return tokens.dep[last] == "nsubj" and (relative or tokens.dep[index] == "pobj")


def inside(found: Findings, index: int) -> Speaker | None:
    """A name the parser hung under the head it apposes ("spokesman Dmitry Peskov")."""
    tokens = found.tokens
    for child in tokens.children[index]:
        holder = found.holder[child]
        if holder is None or holder.kind not in ("name", "nominal") or child < index:
            continue
        person = found.type_of(holder.entity) == "Person"
        if person and tokens.dep[child] in ("compound", "nmod", "flat"):
            return Speaker(holder.entity, known=True)
    return None


def is_one_fighter(found: Findings, index: int, holder: Mention) -> bool:
    """Whether one man speaks, and not the forces he is of: "a Kenyan soldier said"."""
    tokens = found.tokens
    nominal = holder.kind == "nominal" and found.type_of(holder.entity) == "ArmedGroup"
    return nominal and tokens.tag[index] == "NN" and tokens.lemma[index] in HUMANS


def body_before(found: Findings, index: int) -> Speaker:
    """The body named right before its noun: "the Wagner mercenary group"."""
    for child in found.tokens.children[index]:
        holder = found.holder[child] if child < index else None
        named = holder is not None and holder.kind == "name"
        if holder is None or not named or found.tokens.lower[child] in PLATFORM:
            continue
        if found.type_of(holder.entity) in BODIES:
            return Speaker(holder.entity, known=True)
    return NOBODY


def employer(found: Findings, at: Callable[[int, int], Speaker], index: int, depth: int) -> Speaker:
    """The body that unnamed people speak for: "researchers at the tech giant".

    `at` resolves a noun phrase at a token, to a depth. Who only writes somewhere speaks for nobody:
    "Telegram bloggers", "users on Facebook".
    """
    tokens = found.tokens
    noun = tokens.lemma[index].lower()
    writes = KIND.get(noun) in PEOPLE or noun in ("user", "reader")
    for child in tokens.children[index]:
        object_: int | None = None
        if tokens.dep[child] in ("compound", "nmod") and found.holder[child] is not None:
            object_ = child  # "Harrow researchers"
        elif tokens.dep[child] == "prep" and tokens.lower[child] in _EMPLOYED:
            object_ = tokens.child(child, "pobj")
        else:
            continue
        if writes and object_ is not None and tokens.lower[object_] in PLATFORM:
            continue
        body = at(object_, depth + 1) if object_ is not None else NOBODY
        if body.id is not None and found.type_of(body.id) in ("Organization", "Channel"):
            return body
    return NOBODY


def has_title(found: Findings, office: int) -> bool:
    """Whether a title tells whose an office is: "the prime minister's", and not "Popko's"."""
    poss = found.tokens.child(office, "poss")
    holder = found.holder[poss] if poss is not None else None
    titled = poss is not None and found.tokens.lemma[poss].lower() in TITLES
    return titled and (holder is None or holder.kind == "coref")
