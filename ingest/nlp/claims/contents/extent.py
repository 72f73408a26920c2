"""Where a reported content ends: before the next act of reporting, or with its sentence."""

from __future__ import annotations

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.contents import apposed_denials, boundaries
from ingest.nlp.claims.contents.boundaries import HELPING
from ingest.nlp.clauses import SUBJECTS
from ingest.nlp.marks import CLOSING_QUOTES, DOUBLE_CLOSING, DOUBLE_MARKS
from ingest.nlp.speech import CONFIRMING, VERBS
from ingest.nlp.tokens import Tokens

_TEMPORAL = frozenset(("after", "as", "when", "while", "before", "once"))
_NAMING = frozenset(("small", "of_for", "as"))
_QUOTING = frozenset(("“", "«", "„"))
_DISPOSED = frozenset(("ready", "prepared", "willing", "unwilling", "able", "unable", "determined"))
_SOURCING = frozenset(("citing", "quoting", "according"))


def clause_end(
    tokens: Tokens, cue: int, start: int, root: int, limit: int, *, clause: bool = True
) -> int:
    """Where a reported content that begins at `start` ends, before the next act of reporting.

    A content that is no clause ("called it a trap") ends before any clause joined to it.

    "...; the latter said it burned" and "..., adding that it burned" begin claims of their own
    whatever the parse makes of them.
    """
    limit = min(limit, start + clauses.LONGEST)
    end = _parsed_end(tokens, cue, start, root, limit, clause=clause)
    quoted = False
    for index in range(start, end - 2):
        text = tokens.text[index]
        quoted = (
            text in _QUOTING or (quoted and text not in CLOSING_QUOTES)
            if text != '"'
            else not quoted
        )
        if index == start or (quoted and text == ";"):
            continue
        if text == "," and not quoted and apposed_denials.opens(tokens, index + 1):
            return index  # "said that it fell, claims the group denied"
        if text == "," and tokens.lower[index + 1] in _SOURCING and not quoted:
            sourced = index + 1 if tokens.lower[index + 1] == "according" else None
            if sourced is None or not clauses.is_finite(tokens, sourced, end):
                return index  # "said that it fell, citing two officials"
        if boundaries.begins(tokens, cue, index, end, clause=clause):
            closed = text == "," and tokens.text[index + 1] in CLOSING_QUOTES
            return index + 2 * closed
    return end


def past_hyphen(tokens: Tokens, end: int) -> int:
    """The end of a content, moved behind a word that a hyphen goes on with: "as one-sided"."""
    if end + 1 >= len(tokens) or tokens.text[end] != "-":
        return end
    before, after = tokens.ends[end - 1], tokens.starts[end + 1]
    return end + 2 if (before, after) == (tokens.starts[end], tokens.ends[end]) else end


def past_quotation(tokens: Tokens, start: int, end: int, limit: int) -> int:
    """The end of a content, moved behind a quotation that opens in it and closes after it."""
    marks = sum(tokens.text[i] in DOUBLE_MARKS for i in range(start, end))
    if marks % 2 == 0:
        return end
    return next((i + 1 for i in range(end, limit) if tokens.text[i] in DOUBLE_CLOSING), end)


def _is_infinitive(tokens: Tokens, root: int) -> bool:
    """Whether what somebody says is to do something: "vowed to rebuild it"."""
    helper = tokens.child(root, "aux")
    return tokens.tag[root] == "VB" and helper is not None and tokens.lower[helper] == "to"


def _parsed_end(
    tokens: Tokens, cue: int, start: int, root: int, limit: int, *, clause: bool
) -> int:
    """Where the parse ends a reported clause: as a rule with its sentence.

    It ends earlier where the reporting sentence goes on by itself: a verb joined to the cue ("and
    added"), a participle of speech ("adding that"), or another reporting verb after a comma.
    """
    trailing = tokens.tag[cue] == "VBG" and tokens.heads[cue] < cue
    if tokens.dep[cue] in ("advcl", "relcl", "acl", "pcomp") and not trailing:
        # "After Kyiv said it burned, ...": the content ends with the clause of its cue.
        stop = tokens.rights[cue] + 1
        after = tokens.text[stop] if stop < limit else ""
        if start < stop < limit and (after in (",", "—", "–", "-") or tokens.heads[cue] > cue):
            limit = stop
    limit = min(limit, _main_clause(tokens, cue, start) or limit)
    limit = min(limit, _resumed_behind(tokens, cue, start) or limit)
    inside = _governed(tokens, root, start, limit)
    own_modal = clauses.tense(tokens, cue) == "MD"
    for index in range(start, limit):
        outside = tokens.dep[index] == "cc" and tokens.heads[index] < min(cue, start)
        if outside and index > start + 1 and tokens.pos[index + 1 : index + 2] == ["ADP"]:
            return index  # "by X, who said that it fell, and by Y"
        if tokens.pos[index] not in ("VERB", "AUX"):
            continue
        if index in inside:
            if index > start + 1 and _takes_up(tokens, cue, index):
                return index - 1
            if subjects.resumed(tokens, index) == cue:
                return index - 1
            if _leaves_infinitive(tokens, cue, root, index):
                return tokens.lefts[index] - 1
            own = tokens.child(index, *SUBJECTS)
            joined = tokens.dep[index] == "conj" and own is not None and own > start
            if joined and clauses.is_cue(tokens, index) and _tells_own(tokens, index):
                begin = tokens.lefts[index]
                if begin > start + 1 and tokens.tag[begin - 1] == "CC":
                    return begin - 1
            continue
        if index == cue or tokens.dep[index] in ("aux", "auxpass", "amod", "compound"):
            continue
        head = tokens.heads[index]
        beside = tokens.dep[index] == "conj" and head in (tokens.heads[head], tokens.heads[cue])
        if head == cue or beside:
            begin = max(start, tokens.lefts[index])
            if (
                clauses.tense(tokens, index) == clauses.tense(tokens, root) == "MD"
                and not own_modal
            ):
                continue  # "said it would not help, would not pay"
            if tokens.tag[begin - 1] == "CC" and _parallel(tokens, index, start, root):
                continue
            own = tokens.child(index, *SUBJECTS) is not None
            mark = tokens.lower[max(start, tokens.lefts[index])]
            if own and tokens.dep[index] == "advcl" and mark in _TEMPORAL:
                own = False
            tells = clauses.is_cue(tokens, index) and _tells_own(tokens, index)
            told = clause and not tells and not (own and _is_infinitive(tokens, root))
            if own and (tokens.dep[index] == "advcl" or told):
                # "said it burned, and the crew had fled": still what was said; but nobody vows
                # more than the first in "vowed to rebuild it, and Ghana sent money".
                continue
            more = _is_quoted_as(tokens, cue, index) or _is_told_of(tokens, cue, index)
            if more or _goes_on_in_series(tokens, index):
                continue
            if tokens.dep[index] in ("conj", "advcl", "parataxis") and begin > start:
                closed = tokens.text[begin - 1] in CLOSING_QUOTES and tokens.text[begin - 2] == ","
                joined = tokens.text[begin - 1] in (",", ";", "—", "–") or (
                    tokens.tag[begin - 1] == "CC"
                )
                if joined or closed:
                    return begin - joined
    return limit


def _resumed_behind(tokens: Tokens, cue: int, start: int) -> int | None:
    """Where the sentence goes on with who says it: "Posts claiming that it fell were shared".

    The parse may take the participle for the main verb, and leaves "were shared" without a subject.
    """
    noun = tokens.heads[cue]
    if tokens.tag[cue] != "VBG":
        return None
    verbs = [tokens.heads[noun]] if tokens.dep[cue] == "acl" else []
    if noun == cue and tokens.child(cue, "aux") is None:
        verbs = [c for c in tokens.children[cue] if tokens.dep[c] == "ccomp"]
        verbs = [c for c in verbs[1:] if tokens.child(c, *SUBJECTS) is None]
    elif tokens.dep[noun] not in SUBJECTS:
        return None
    for verb in verbs:
        helpers = [c for c in tokens.children[verb] if tokens.dep[c] in HELPING]
        first = min([verb, *(c for c in helpers if c > cue)])
        if first > start + 1 and tokens.tag[first] in clauses.FINITE:
            while tokens.tag[first - 1] in ("RB", "RBR"):
                first -= 1  # "Kenya, blaming Ghana for the raid, earlier sent tanks"
            return first
    return None


def _goes_on_in_series(tokens: Tokens, verb: int) -> bool:
    """Whether a past verb is one of three: "strikes had hit houses, killed ten, and hurt two"."""
    if tokens.dep[verb] != "advcl" or tokens.tag[verb] not in ("VBN", "VBD"):
        return False
    joined = tokens.child(verb, "conj")
    last = joined is not None and tokens.tag[joined] in ("VBN", "VBD")
    plain = tokens.child(verb, *SUBJECTS) is None and tokens.text[tokens.lefts[verb] - 1] == ","
    return plain and last and not clauses.is_cue(tokens, verb)


def _is_quoted_as(tokens: Tokens, cue: int, verb: int) -> bool:
    """Whether an active verb goes on with "was quoted as saying it fell and now planned to"."""
    above = tokens.heads[tokens.heads[cue]]
    quoted = tokens.tag[cue] == "VBG" and tokens.lower[cue - 1] == "as"
    quoted = quoted and clauses.is_passive(tokens, above) and tokens.heads[verb] == above
    return quoted and not clauses.is_cue(tokens, verb) and not clauses.is_passive(tokens, verb)


def _is_told_of(tokens: Tokens, cue: int, verb: int) -> bool:
    """Whether a verb goes on with what somebody says, though the parse joins it to the cue.

    An infinitive cannot go on with a finite cue: "accused them of trying to jail him and undermine
    it". What somebody is ready to do is told by himself: "says it wants peace, but was prepared to
    fight".
    """
    if tokens.dep[verb] != "conj" or tokens.child(verb, *SUBJECTS) is not None:
        return False
    if tokens.tag[verb] == "VB":
        helpers = (c for c in tokens.children[verb] if tokens.dep[c] in HELPING)
        return tokens.tag[cue] != "VB" and all(tokens.lower[c] == "to" for c in helpers)
    quality = tokens.child(verb, "acomp")
    return (
        quality is not None
        and tokens.lower[quality] in _DISPOSED
        and tokens.lower[quality + 1 : quality + 2] == ["to"]
    )


def _parallel(tokens: Tokens, verb: int, start: int, root: int) -> bool:
    """Whether a verb goes on with what "it" is said to do: "said it was ready and was waiting"."""
    helpers = [c for c in tokens.children[verb] if tokens.dep[c] in HELPING]
    first = tokens.lower[min([verb, *helpers])]
    own = {tokens.lower[c] for c in tokens.children[root] if tokens.dep[c] in HELPING}
    own.add(tokens.lower[root])
    return tokens.pos[start] == "PRON" and first in own and tokens.pos[verb] != "AUX"


def _main_clause(tokens: Tokens, cue: int, start: int) -> int | None:
    """The comma behind which the main clause begins: "After X said that it fell, all fled".

    Of a main clause whose subject stands before, it is the verb: "Kern, fearing it fell, fled".
    """
    verb = tokens.root(*tokens.sents[tokens.sent_of[cue]])
    if tokens.tag[cue] == "VBG" and verb is not None and start < verb - 1:
        aside = tokens.dep[cue] in ("advcl", "acl", "nsubj", "csubj")
        if aside and tokens.text[verb - 1] == "," and tokens.tag[verb] in clauses.FINITE:
            return verb - 1
    if tokens.tag[cue] == "VBG" and tokens.text[cue - 1] == ",":
        return None
    index, below = cue, False
    while tokens.heads[index] != index:
        below = below or tokens.dep[index] in ("advcl", "relcl", "pcomp")
        index = tokens.heads[index]
    mark = tokens.child(cue, "mark", "advmod")
    if index == cue and mark is not None and mark < cue and tokens.lower[mark] in _TEMPORAL:
        # The parse took the words behind "After" for the main clause.
        index = next(
            (c for c in tokens.children[cue] if c > start and _stands_alone(tokens, c)), cue
        )
        below = index != cue
    subject = tokens.child(index, *SUBJECTS, "expl")
    if not below or subject is None or tokens.lefts[subject] <= start:
        return None
    comma = tokens.lefts[subject] - 1
    return comma if tokens.text[comma] == "," and comma > start else None


def _stands_alone(tokens: Tokens, verb: int) -> bool:
    return tokens.dep[verb] in ("ccomp", "parataxis") and tokens.child(verb, "mark") is None


def _tells_own(tokens: Tokens, verb: int) -> bool:
    """Whether a verb with a subject of its own reports anew: "..., but Popko denied this"."""
    if tokens.child(verb, "ccomp") is not None:
        return True
    own = tokens.child(verb, *SUBJECTS)
    lemma = tokens.lemma[verb]
    denies = VERBS[lemma].stance == "denies" or lemma in CONFIRMING
    names = bool(VERBS[lemma].frames & _NAMING) and tokens.child(verb, "dobj", "oprd") is not None
    if own is None or not (denies or names):
        return False
    return tokens.pos[own] == "PROPN" or (names and tokens.pos[own] == "NOUN")


def _takes_up(tokens: Tokens, cue: int, verb: int) -> bool:
    """Whether a verb parsed into a content continues the cue: "and added that ..."."""
    if not clauses.is_cue(tokens, verb) or tokens.child(verb, *SUBJECTS) is not None:
        return False
    if tokens.tag[verb] == "VBG" and subjects.behind_comma(tokens, verb):
        return tokens.child(verb, "ccomp") is not None or tokens.lower[verb + 1 : verb + 2] == [
            "that"
        ]
    joined = tokens.dep[verb] == "conj" and tokens.tag[verb - 1] == "CC"
    speaks = tokens.child(verb, "ccomp", "dobj") is not None
    return joined and tokens.tag[verb] == tokens.tag[cue] and speaks


def _leaves_infinitive(tokens: Tokens, cue: int, root: int, verb: int) -> bool:
    """Whether a finite verb cannot go on with an infinitive: "vowed to stay and thanked them"."""
    joined = tokens.dep[verb] == "conj" and tokens.heads[verb] == root
    joined = joined and tokens.tag[tokens.lefts[verb] - 1] == "CC"
    same = tokens.tag[verb] == tokens.tag[cue] and tokens.tag[verb] in ("VBD", "VBZ")
    return joined and same and tokens.tag[root] == "VB" and tokens.child(verb, *SUBJECTS) is None


def _governed(tokens: Tokens, root: int, start: int, limit: int) -> set[int]:
    """Tokens from `start` on that hang below `root`."""
    inside = {root}
    for order in (range(start, limit), range(limit - 1, start - 1, -1)):
        for index in order:
            if tokens.heads[index] in inside:
                inside.add(index)
    return inside
