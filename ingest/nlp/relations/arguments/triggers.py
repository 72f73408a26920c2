"""What a word that triggers patterns is where the parse takes it for something else."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.words import argument_words
from ingest.nlp.tokens import Tokens


def opens_headline(tokens: Tokens, index: int) -> bool:
    """Whether a gerund alone heads a sentence, where it may be a noun: "Meeting with X"."""
    alone = tokens.heads[index] == index and tokens.sents[tokens.sent_of[index]][0] == index
    return alone and tokens.tag[index] == "VBG"


def is_verb_form(tokens: Tokens, index: int) -> bool:
    """Whether a verb was parsed as a noun: "an account run by X", "decided to sanction X"."""
    if tokens.pos[index] != "NOUN":
        return False
    infinitive = tokens.tag[index - 1 : index] == ["TO"] and tokens.heads[index - 1] == index
    return infinitive or tokens.child(index, "agent") is not None


def is_held(tokens: Tokens, index: int) -> bool:
    """Whether a noun with a capital is what somebody did: "held a Bilateral Meeting with X"."""
    supporting = argument_words().support_verbs
    return tokens.dep[index] == "dobj" and tokens.lemma[tokens.heads[index]] in supporting


def in_law(tokens: Tokens, index: int) -> bool:
    """Whether a noun begins "son-in-law" and the like, which are several tokens."""
    return tokens.lower[index + 1 : index + 5] == ["-", "in", "-", "law"]


def before_to(tokens: Tokens, index: int) -> bool:
    """Whether "close to" follows a noun as "a daily close to X", parsed as a noun itself."""
    return tokens.lower[index + 1 : index + 2] == ["to"]


def acts_on(found: Findings, name: int, noun: int) -> bool:
    """Whether a name is the subject of "Kenya sanctions Ghanaian officials", parsed as one phrase.

    No noun of a phrase stands before its adjective, so the word between the two names is a verb.
    """
    between = name + 2 < noun and found.tokens.pos[name + 1] == "NOUN"
    described = found.holder[name + 2] if between else None
    return described is not None and described.kind == "demonym"
