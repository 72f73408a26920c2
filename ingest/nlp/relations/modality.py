"""Whether a text asserts what a verb or noun tells, denies it, alleges it or only imagines it.

Read from the word itself (negation, "would", "allegedly") and from what governs it ("plans to",
"accused of", "no talks"), up to the clause that a speaker utters. Words are in
data/en/modality.yaml.
"""

from __future__ import annotations

from functools import lru_cache

from graph.model import Modality
from ingest.nlp.clauses import MODALS
from ingest.nlp.lexicon import inverted, load
from ingest.nlp.marks import CLOSING_QUOTES
from ingest.nlp.relations import debunked
from ingest.nlp.relations.arguments import clefts
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.relations.occurrence import announced, is_joined_by_nor, took_place
from ingest.nlp.tokens import Tokens

_CLIMB = frozenset({"xcomp", "ccomp", "pcomp", "acl", "conj", "prep", "advcl"})
_CONTENT_PREPOSITIONS = frozenset({"of", "for", "to", "about", "in", "against", "on", "over", "at"})
_AFTER_END = CLOSING_QUOTES | {"'", ")"}
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "zero"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
# Verbs that carry an action after a preposition: "could go to war", "would come under attack".
_CARRYING = {
    "be": _CONTENT_PREPOSITIONS | {"under"},
    "go": frozenset({"to", "on", "into"}),
    "enter": frozenset({"into"}),
    "engage": frozenset({"in"}),
    "come": frozenset({"under"}),
    "put": frozenset({"under"}),
    "place": frozenset({"under"}),
    "embark": frozenset({"on"}),
    "respond": frozenset({"with"}),
    "retaliate": frozenset({"with"}),
}
_PUTTING = frozenset({"be", "put", "place"})  # "plans to put troops in X"
_ACCOUNTABLE = frozenset({"responsibility", "credit", "involvement"})
MAX_CLIMB = 6


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, Modality]]:
    lists = load("modality")
    return {kind: inverted(groups) for kind, groups in lists.items()}  # type: ignore[misc]


def modality(tokens: Tokens, index: int) -> Modality:
    """The modality of what the verb or noun at `index` tells."""
    verbal = tokens.pos[index] in ("VERB", "AUX") or _is_infinitive(tokens, index)
    found = _of_verb(tokens, index) if verbal else _of_event(tokens, index)
    if found != "asserted":
        return found
    end = tokens.sents[tokens.sent_of[index]][1]
    return "hypothetical" if tokens.text[_last_word(tokens, end)] == "?" else "asserted"


def _of_verb(tokens: Tokens, verb: int) -> Modality:
    """What a verb's own words say, or else what governs its clause."""
    own = _own(tokens, verb)
    return own if own != "asserted" else _of_clause(tokens, verb)


def _of_event(tokens: Tokens, noun: int) -> Modality:
    """What stands with an event's noun, or else governs it; that it took place or not counts more.

    "The planned visit took place", but "the alleged visit did not".
    """
    own, verb = _own(tokens, noun), took_place(tokens, noun)
    told = _of_verb(tokens, verb) if verb is not None else "asserted"
    if told != "asserted":
        return told
    if own == "hypothetical" and verb is not None:
        return "asserted"
    if own == "asserted" and verb is None and announced(tokens, noun):
        return "hypothetical"
    return own if own != "asserted" else _of_noun(tokens, noun)


def _of_noun(tokens: Tokens, index: int) -> Modality:
    """What governs an action named by a noun.

    A noun presupposes its action ("did not condemn the invasion"), so only words that undo it
    ("cancelled the visit"), support verbs ("would hold talks") and nouns about it ("the threat of
    an attack") count.
    """
    words = _words()
    while tokens.dep[index] == "conj" and tokens.pos[tokens.heads[index]] in ("NOUN", "PROPN"):
        index = tokens.heads[index]
    dep, head = tokens.dep[index], tokens.heads[index]
    if dep in ("dobj", "nsubjpass", "attr"):
        lemma = tokens.with_particle(head)
        lemma = lemma if lemma in words["undone"] else tokens.lemma[head]
        if lemma in words["ending"] and _not_yet(tokens, head):
            return "asserted"  # "will not lift the sanctions"
        given = tokens.lemma[index] in words["given"] and tokens.child(index, "poss") is not None
        given = given or any(tokens.lower[c] in words["existing"] for c in tokens.children[index])
        ended = lemma in words["ending"] or words["undone"].get(lemma) != "denied"
        if lemma in words["presupposing"] or (given and ended):
            return "asserted"
        if lemma in argument_words().support_verbs or lemma in _PUTTING:
            return _of_verb(tokens, head)
        return words["undone"].get(lemma, "asserted")
    if dep != "pobj":
        return "asserted"
    lower, governor = tokens.lower[head], tokens.heads[head]
    if lower == "without":
        return "denied"
    verbal = tokens.pos[governor] in ("VERB", "AUX")
    opens = verbal and head < governor
    if lower == "with" and verbal and tokens.lemma[governor] == "credit":
        return words["verbs"]["credit"]
    carried = verbal and lower in _CARRYING.get(tokens.lemma[governor], ())
    if opens or not (carried or lower in _CONTENT_PREPOSITIONS) or governor == head:
        return "asserted"
    lemma = tokens.lemma[governor].lower()
    if tokens.pos[governor] in ("VERB", "AUX"):
        said = words["verbs"].get(lemma, "asserted")
        if carried:
            return _of_verb(tokens, governor)
        charged = said == "alleged" and lower in ("of", "for")  # "accused of", "blamed for"
        if tokens.lemma[index] in words["given"] and tokens.child(index, "poss") is not None:
            return said if charged else "asserted"  # "warned about Kenya's war"
        return said if charged else words["undone"].get(lemma, "asserted")
    if lemma in _ACCOUNTABLE and tokens.dep[governor] == "dobj":
        # "denied responsibility for the attack"
        return words["undone"].get(tokens.lemma[tokens.heads[governor]], "asserted")
    if lower == "of" and lemma in words["passing"]:
        return _of_event(tokens, governor)  # "cancelled the delivery of Kenyan missiles"
    return words["nouns"].get(lemma, "asserted")


def _not_yet(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells of what is not done or not done so far, "if" aside."""
    return _of_verb(tokens, verb) in ("denied", "hypothetical")


def _of_clause(tokens: Tokens, index: int) -> Modality:
    """What governs the clause of a verb, up to the word that says whether it is so."""
    start, end = tokens.sents[tokens.sent_of[index]]
    current, inside = index, True
    for _ in range(MAX_CLIMB):
        dep, head = tokens.dep[current], tokens.heads[current]
        if head == current or not start <= head < end:
            break
        if (said := _rejected(tokens, current, head)) is not None:
            return said
        if dep not in _CLIMB:
            break
        found = _from_governor(tokens, current, head, dep, inside)
        if found == "hypothetical" and _is_denied(tokens, head):
            return "denied"
        if found is not None:
            return "asserted" if found == "hypothetical" and not inside else found
        inside = inside and dep not in ("ccomp", "relcl")
        current = head
    return "asserted"


def _is_denied(tokens: Tokens, plan: int) -> bool:
    """Whether a plan or promise is itself denied: "denied that it had agreed to send troops"."""
    dep, head = tokens.dep[plan], tokens.heads[plan]
    if dep not in ("ccomp", "xcomp", "acl") or head == plan:
        return False
    if _rejected(tokens, plan, head) == "denied":
        return True
    own = _own(tokens, head)
    if tokens.pos[head] in ("VERB", "AUX"):
        return own == "asserted" and tokens.lemma[head] in _words()["rejecting"]
    return dep == "acl" and own == "denied"  # "no evidence that it planned to"


def _rejected(tokens: Tokens, current: int, head: int) -> Modality | None:
    """What is left of a clause that the word above it calls untrue, or of whose noun it is said."""
    if clefts.is_denied(tokens, current):
        return "denied"
    if tokens.pos[head] in ("VERB", "AUX"):
        return debunked.said_of_clause(tokens, head, current)
    if tokens.pos[head] == "NOUN":
        return debunked.said_of_noun(tokens, head, current)
    return None


def _last_word(tokens: Tokens, end: int) -> int:
    """The sentence's closing mark, quotation marks and blanks passed over."""
    last = end - 1
    while last > 0 and (tokens.pos[last] == "SPACE" or tokens.text[last] in _AFTER_END):
        last -= 1
    return last


def _own(tokens: Tokens, index: int) -> Modality:
    """What the word's own modifiers say; verbs pass on what stands with their first conjunct."""
    words = _words()
    if is_joined_by_nor(tokens, index):
        return "denied"
    for child in tokens.children[index]:
        dep, lower = tokens.dep[child], tokens.lower[child]
        if dep == "neg" or (dep == "det" and lower in _NEGATIVE_DETERMINERS):
            return "denied"
        if lower == "longer" and dep == "advmod" and tokens.lower[child - 1] == "no":
            return "denied"
        if dep in _PARTIES and _is_none(tokens, child):
            return "denied"
        if dep == "preconj" and lower == "not":
            continue
        if dep == "aux" and lower in MODALS:
            negated = any(tokens.dep[c] == "neg" for c in tokens.children[index])
            return "denied" if negated and lower in ("ca", "can", "wo") else "hypothetical"
        if dep == "mark" and lower in _CONDITIONS:
            return "hypothetical"
        if dep in ("advmod", "amod", "nmod", "compound") and lower in words["modifiers"]:
            return words["modifiers"][lower]
    return "asserted"


def _is_none(tokens: Tokens, noun: int) -> bool:
    """Whether a party is said to be none: "no troops", "neither X nor Y", "nothing" without but."""
    words = {tokens.lower[c] for c in (noun, *tokens.children[noun])}
    none = not words.isdisjoint(_NEGATIVE_DETERMINERS | {"none", "nobody", "nothing"})
    return none and tokens.lower[noun + 1 : noun + 2] != ["but"]


def _from_governor(
    tokens: Tokens, current: int, head: int, dep: str, inside: bool
) -> Modality | None:
    """What a governing word makes of the clause below it, or None where it passes it on.

    `inside` says that no finite content clause has been left on the way up.
    """
    words, lemma = _words(), tokens.lemma[head].lower()
    if tokens.pos[head] in ("VERB", "AUX"):
        if lemma == "be" and dep == "xcomp" and _is_infinitive(tokens, current):
            return "hypothetical"  # "Kenya is to send troops"
        if dep == "conj":
            shared = _shared_by_conjunct(tokens, current, head)
            return shared if shared != "asserted" else None
        if dep == "advcl" and _is_infinitive(tokens, current):
            open_ = words["verbs"].get(lemma) == "hypothetical"
            open_ = open_ or _is_awaited(tokens, current, head)
            return "hypothetical" if open_ else None  # "is gearing up to attack"
        if dep == "advcl":
            own = _own(tokens, head) if tokens.tag[current] == "VBG" else "asserted"
            return own if inside and own == "hypothetical" else None
        shown = tokens.child(head, "nsubj", "nsubjpass")
        if dep == "ccomp" and shown is not None and tokens.lemma[shown] in words["evidence"]:
            return "denied" if _own(tokens, shown) == "denied" else None
        if lemma in words["showing"] and dep == "ccomp":
            own = _own(tokens, head)  # "the images do not show troops entering"
            if own == "denied" and tokens.child(current, "mark") is not None:
                return "alleged"  # "does not show that", which leaves it open
            return own if own != "asserted" else None
        if dep == "xcomp" and lemma in words["believing"] and _is_hearsay(tokens, head):
            return "alleged"  # "is said to show"
        if dep != "dobj" and lemma in words["verbs"]:
            return _flipped(tokens, head, words["verbs"][lemma])
        own = _own(tokens, head) if inside and dep in ("xcomp", "pcomp", "prep") else "asserted"
        return own if own != "asserted" else None
    if tokens.pos[head] in ("ADP", "SCONJ"):
        return "denied" if tokens.lower[head] == "without" else None
    if dep == "conj":
        return None
    if lemma in words["nouns"] and dep in ("acl", "prep", "relcl"):
        none = words["nouns"][lemma] == "hypothetical" and _own(tokens, head) == "denied"
        return "denied" if none else words["nouns"][lemma]  # "has no plans to"
    if lemma in words["deliberating"] and dep in ("acl", "prep"):
        return words["deliberating"][lemma]
    if lemma in words["adjectives"] and dep in ("xcomp", "prep", "ccomp"):
        return words["adjectives"][lemma]
    bare = tokens.tag[current] == "VBN" and tokens.child(current, "aux", "auxpass") is None
    own = _own(tokens, head) if dep == "acl" and not bare else "asserted"
    return own if own != "asserted" else None


def _is_hearsay(tokens: Tokens, verb: int) -> bool:
    """Whether something is said of a subject or noun: "is said to", "X, believed to"."""
    reduced = tokens.tag[verb] in ("VBN", "VBD") and tokens.dep[verb] in ("acl", "advcl")
    reduced = reduced and tokens.child(verb, "nsubj", "mark") is None
    return reduced or tokens.child(verb, "auxpass") is not None


def _is_awaited(tokens: Tokens, verb: int, head: int) -> bool:
    """Whether "for" opens what is to be done: "looked for X to help"; it "took X days" is over."""
    mark = tokens.child(verb, "mark")
    return mark is not None and tokens.lower[mark] == "for" and tokens.lemma[head] != "take"


def _is_infinitive(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands after "to"."""
    return any(tokens.dep[c] == "aux" and tokens.lower[c] == "to" for c in tokens.children[verb])


def _shared_by_conjunct(tokens: Tokens, current: int, head: int) -> Modality:
    """ "would meet X and sign Y" leaves both open; "did not meet X but signed Y" denies one."""
    if any(tokens.dep[c] in ("aux", "nsubj", "nsubjpass") for c in tokens.children[current]):
        return "asserted"
    own = _own(tokens, head)
    if own == "denied" and tokens.lower[tokens.lefts[current] - 1] == "or":
        return "denied"  # "did not meet X or sign Y"
    return own if own in ("hypothetical", "alleged") else "asserted"


def _flipped(tokens: Tokens, head: int, value: Modality) -> Modality:
    """ "did not deny" is no denial; other governors keep what they say when negated."""
    negated = any(tokens.dep[c] == "neg" for c in tokens.children[head])
    if value == "denied" and negated:
        return "alleged"
    if value == "hypothetical" and negated:
        return "denied"
    return value
