"""How prominent a mention is in its sentence, by which pronouns find whom they take up."""

from __future__ import annotations

from ingest.nlp.findings import Mention
from ingest.nlp.speech import HUMANS
from ingest.nlp.tokens import Tokens

_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "csubj", "pcomp"))
_MEMBERS = frozenset(("members", "fighters", "supporters", "followers", "representatives"))


def rank(tokens: Tokens, mention: Mention) -> int:
    """2 for the subject of a main clause, 1 for another subject, 0 otherwise."""
    places = (mention.end - 1, mention.start, _members(tokens, mention.end - 1))
    subjects = ("nsubj", "nsubjpass")
    head = next((i for i in places if tokens.dep[i] in subjects), None)
    if head is None and _acts_all_the_same(tokens, mention.end):
        return 2
    if head is None:
        head = _explained(tokens, mention)
    if head is None:
        parent = tokens.heads[mention.end - 1]
        apposed = tokens.dep[mention.end - 1] in ("appos", "compound")
        if not (apposed and tokens.dep[parent] in subjects):
            return 0
        head = parent
    verb = tokens.heads[head]
    if tokens.dep[verb] == "ccomp" and ":" in tokens.text[verb : tokens.heads[verb]]:
        return 2  # "X broke the silence: it assured its readers"
    return 1 if tokens.dep[verb] in _CLAUSES else 2


def _members(tokens: Tokens, name: int) -> int:
    """The noun for those who act for a group in "members of X posed", else the name itself."""
    of = tokens.heads[name]
    held = tokens.dep[name] == "pobj" and tokens.lower[of] == "of"
    return tokens.heads[of] if held and tokens.lower[tokens.heads[of]] in _MEMBERS else name


def _acts_all_the_same(tokens: Tokens, verb: int) -> bool:
    """Whether a main verb that the parse left without a subject stands right behind a name."""
    main = verb < len(tokens) and tokens.heads[verb] == verb
    noun = main and tokens.tag[verb] == "NNS"  # "Ivan Popko begs to differ"
    main = main and tokens.tag[verb] in ("VBD", "VBZ", "VBP")
    main = main or (noun and tokens.lower[verb + 1 : verb + 2] == ["to"])
    return main and tokens.child(verb, "nsubj", "nsubjpass", "csubj") is None


def _explained(tokens: Tokens, mention: Mention) -> int | None:
    """The delegate of "A delegate from the group, Ivan Popko, left", whom the name explains."""
    first, verb = mention.start - 1, mention.end + 1
    if (
        first < 0
        or verb >= len(tokens)
        or not tokens.text[first] == "," == tokens.text[mention.end]
    ):
        return None
    own = tokens.child(verb, "nsubj")
    human = own is not None and own < first and tokens.lemma[own].lower() in HUMANS
    return own if human else None
