"""Where a reported content begins and ends, and who is the subject of the verb that reports it."""

from __future__ import annotations

from ingest.nlp.speech import CONFIRMING, NOUNS, SILENCE, VERBS
from ingest.nlp.tokens import Tokens

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TRIM = frozenset(".,;:!?…—–-()[]*•>\"“”„«»'‘’″`") | {"``", "''", "..."}
_TEMPORAL = frozenset(("after", "as", "when", "while", "before"))
_CONTRASTING = frozenset(("while", "whereas", "whilst", "though", "although", "but"))
_MOST_SUBJECT = 20  # tokens from "but" to the verb of who says something else
_REFUSALS = frozenset(SILENCE["refusals"])
_MOST_ASIDE = 9
# Verbs that go on from another act of speech: "denied it, accusing Kyiv of lying".
_CHARGING = frozenset(("accuse", "blame", "describe", "dismiss", "denounce", "condemn"))
WH = frozenset(("WRB", "WP", "WDT", "WP$"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def trim(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """A span without the punctuation, spaces and conjunctions at its edges."""
    while start < end and (tokens.text[start] in _TRIM or tokens.pos[start] == "SPACE"):
        start += 1
    if start < end - 1 and tokens.lower[start] == "that" and tokens.tag[start] == "IN":
        start += 1
    while end > start and (
        tokens.text[end - 1] in _TRIM - {"?", "”", '"', "»"} or tokens.pos[end - 1] == "SPACE"
    ):
        end -= 1
    while end > start and tokens.text[end - 1] in "”\"»’'“":
        inside = sum(tokens.text[i] in '“"«„‘' for i in range(start, end - 1))
        if inside:
            break
        end -= 1
    if start < end - 1 and tokens.tag[end - 1] in ("CC",):
        return trim(tokens, start, end - 1)
    return start, end


def subject(tokens: Tokens, verb: int, depth: int = 0) -> int | None:
    """The subject of a verb, looked for up the tree where the verb has none of its own."""
    own = tokens.child(verb, *_SUBJECTS)
    if own is not None and tokens.dep[own] == "csubj" and tokens.tag[own] == "VBG":
        # "Speaking from a cell, a soldier, 37, told": who speaks stands before the verb.
        return _before_aside(tokens, verb) or own
    if own is not None:
        return own
    outer = _reporting(tokens, verb)
    if outer is not None:
        return subject(tokens, outer, depth + 1)
    dep, head = tokens.dep[verb], tokens.heads[verb]
    if head == verb or depth > 4:
        return None
    if dep in ("acl", "relcl") and tokens.pos[head] in ("NOUN", "PROPN", "PRON"):
        return head if tokens.tag[verb] in ("VBG", "VB", "VBD", "VBZ", "VBP") else None
    if dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "parataxis", "ROOT", "aux"):
        if dep == "pcomp" or tokens.pos[head] == "ADP":
            head = tokens.heads[head]
        return subject(tokens, head, depth + 1)
    if dep == "appos" and tokens.pos[head] in ("NOUN", "PROPN"):
        return head
    return None


def _before_aside(tokens: Tokens, verb: int) -> int | None:
    """The noun before a verb, an age or a phrase between commas passed over."""
    index = verb - 1
    if tokens.text[index] == ",":
        low = max(0, index - _MOST_ASIDE)
        index = next((i for i in range(index - 1, low, -1) if tokens.text[i] == ","), index) - 1
    return index if tokens.pos[index] in ("NOUN", "PROPN", "PRON") else None


def _reporting(tokens: Tokens, verb: int) -> int | None:
    """The reporting verb a second one goes on from, where the parse hangs it into the content.

    In "He said it burned, adding that ..." and "said it burned and added that ..." he adds.
    """
    joined = tokens.dep[verb] == "conj" and tokens.tag[verb - 1] == "CC"
    trailing = tokens.tag[verb] == "VBG" and verb > 0 and tokens.text[verb - 1] == ","
    if not (joined or trailing) or not is_cue(tokens, verb):
        return None
    found, index = None, verb
    for _ in range(8):
        head = tokens.heads[index]
        if head == index:
            break
        if tokens.dep[index] == "ccomp" and is_cue(tokens, head) and head < verb:
            found = head
        index = head
    if found is not None and joined and tokens.tag[found] != tokens.tag[verb]:
        return None
    return found


def near_subject(tokens: Tokens, verb: int, low: int) -> int | None:
    """The noun right before a verb, for where the parse gives no subject."""
    index = verb - 1
    while index >= low and tokens.pos[index] in ("ADV", "AUX", "PART"):
        index -= 1
    if index >= low and tokens.pos[index] in ("NOUN", "PROPN", "PRON"):
        return index
    return None


def clause_end(tokens: Tokens, cue: int, start: int, root: int, limit: int) -> int:
    """Where a reported clause that begins at `start` ends, before the next act of reporting.

    "...; the latter said it burned" and "..., adding that it burned" begin claims of their own
    whatever the parse makes of them.
    """
    end = _parsed_end(tokens, cue, start, root, limit)
    for index in range(start + 1, end - 2):
        text = tokens.text[index]
        if text == "," and tokens.tag[index + 1] == "VBG" and is_cue(tokens, index + 1):
            lemma = tokens.lemma[index + 1]
            names = lemma in _CHARGING or "small" in VERBS[lemma].frames
            if names or tokens.lower[index + 2] in ("that", ":"):
                return index
        elif any(
            begins(tokens, index, end) for begins in (_contrasts, _explains, _another, _names)
        ):
            return index
    return end


def _contrasts(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether another act of reporting begins at a comma: ", while others blamed London"."""
    if tokens.text[comma] != "," or tokens.lower[comma + 1] not in _CONTRASTING:
        return False
    for verb in range(comma + 2, min(end, comma + _MOST_SUBJECT)):
        if tokens.tag[verb] in _FINITE and not _aside(tokens, verb):
            own = tokens.child(verb, *_SUBJECTS)
            return is_cue(tokens, verb) and own is not None and own > comma
    return False


def _names(tokens: Tokens, comma: int, end: int) -> bool:
    """Whether a noun begins that takes up the content: ", a claim Kyiv has denied"."""
    if tokens.text[comma] not in (",", "—", "–") or tokens.lower[comma + 1] not in ("a", "an"):
        return False
    noun = next((i for i in range(comma + 2, min(end, comma + 5)) if tokens.lemma[i] in NOUNS), -1)
    clause = tokens.child(noun, "relcl", "acl") if noun > 0 else None
    return clause is not None and is_cue(tokens, clause)


def _another(tokens: Tokens, stop: int, end: int) -> bool:
    """Whether a reporting clause begins at a semicolon: "; the latter said it burned"."""
    if tokens.text[stop] != ";":
        return False
    verbs = (i for i in range(stop + 1, end) if tokens.tag[i] in _FINITE and not _aside(tokens, i))
    verb = next(verbs, None)
    return (
        verb is not None
        and (is_cue(tokens, verb) or tokens.lemma[verb] in _REFUSALS)
        and (tokens.child(verb, *_SUBJECTS) or near_subject(tokens, verb, stop + 1) or 0) > stop
    )


def _aside(tokens: Tokens, verb: int) -> bool:
    return tokens.dep[verb] in ("relcl", "acl", "aux", "auxpass")


def _explains(tokens: Tokens, colon: int, end: int) -> bool:
    """Whether a colon begins words with a verb of their own: "denied it: it stood, he said"."""
    return tokens.text[colon] == ":" and any(
        is_cue(tokens, verb) and tokens.tag[verb] in _FINITE and tokens.text[begin - 1] == ","
        for verb in range(colon + 2, end)
        if (own := tokens.child(verb, *_SUBJECTS)) is not None
        and colon < (begin := tokens.lefts[own])
    )


def _parsed_end(tokens: Tokens, cue: int, start: int, root: int, limit: int) -> int:
    """Where the parse ends a reported clause: as a rule with its sentence.

    It ends earlier where the reporting sentence goes on by itself: a verb joined to the cue ("and
    added"), a participle of speech ("adding that"), or another reporting verb after a comma.
    """
    trailing = tokens.tag[cue] == "VBG" and tokens.heads[cue] < cue
    if tokens.dep[cue] in ("advcl", "relcl", "acl", "pcomp") and not trailing:
        # "After Kyiv said it burned, ...": the content ends with the clause of its cue.
        stop = tokens.rights[cue] + 1
        after = tokens.text[stop] if stop < limit else ""
        if start < stop < limit and (after in (",", "—", "–") or tokens.heads[cue] > cue):
            limit = stop
    inside = _governed(tokens, root, start, limit)
    for index in range(start, limit):
        if tokens.pos[index] not in ("VERB", "AUX"):
            continue
        if index in inside:
            if index > start + 1 and _takes_up(tokens, cue, index):
                return index - 1
            own = tokens.child(index, *_SUBJECTS)
            joined = tokens.dep[index] == "conj" and own is not None and own > start
            if joined and is_cue(tokens, index) and _tells_own(tokens, index):
                begin = tokens.lefts[index]
                if begin > start + 1 and tokens.tag[begin - 1] == "CC":
                    return begin - 1
            continue
        if index == cue or tokens.dep[index] in ("aux", "auxpass", "amod", "compound"):
            continue
        head = tokens.heads[index]
        if head == cue or (tokens.dep[index] == "conj" and tokens.heads[head] == head):
            begin = max(start, tokens.lefts[index])
            own = tokens.child(index, *_SUBJECTS) is not None
            mark = tokens.lower[max(start, tokens.lefts[index])]
            if own and tokens.dep[index] == "advcl" and mark in _TEMPORAL:
                own = False
            tells = is_cue(tokens, index) and _tells_own(tokens, index)
            if own and (tokens.dep[index] == "advcl" or not tells):
                # "said it burned, and the crew had fled": still what was said.
                continue
            if tokens.dep[index] in ("conj", "advcl", "parataxis") and begin > start:
                joined = tokens.text[begin - 1] in (",", ";", "—", "–") or (
                    tokens.tag[begin - 1] == "CC"
                )
                if joined:
                    return begin - 1
    return limit


def _tells_own(tokens: Tokens, verb: int) -> bool:
    """Whether a verb with a subject of its own reports anew: "..., but Popko denied this"."""
    if tokens.child(verb, "ccomp") is not None:
        return True
    own = tokens.child(verb, *_SUBJECTS)
    lemma = tokens.lemma[verb]
    denies = VERBS[lemma].stance == "denies" or lemma in CONFIRMING
    return denies and own is not None and tokens.pos[own] == "PROPN"


def _takes_up(tokens: Tokens, cue: int, verb: int) -> bool:
    """Whether a verb parsed into a content continues the cue: "and added that ..."."""
    if not is_cue(tokens, verb) or tokens.child(verb, *_SUBJECTS) is not None:
        return False
    if tokens.tag[verb] == "VBG" and tokens.text[verb - 1] == ",":
        return tokens.child(verb, "ccomp") is not None or tokens.lower[verb + 1] == "that"
    joined = tokens.dep[verb] == "conj" and tokens.tag[verb - 1] == "CC"
    speaks = tokens.child(verb, "ccomp", "dobj") is not None
    return joined and tokens.tag[verb] == tokens.tag[cue] and speaks


def _governed(tokens: Tokens, root: int, start: int, limit: int) -> set[int]:
    """Tokens from `start` on that hang below `root`."""
    inside = {root}
    for order in (range(start, limit), range(limit - 1, start - 1, -1)):
        for index in order:
            if tokens.heads[index] in inside:
                inside.add(index)
    return inside


def is_dateline(tokens: Tokens, index: int) -> bool:
    """Whether a word belongs to the place and agency an agency report opens with."""
    low = index
    while low > 0 and index - low < 10 and "\n" not in tokens.text[low - 1]:
        low -= 1
    if low > 0 and "\n" not in tokens.text[low - 1]:
        return False
    high = next(
        (i for i in range(index, min(len(tokens), index + 5)) if tokens.text[i] in "–—-"), None
    )
    if high is None:
        return False
    words = [i for i in range(low, high) if tokens.text[i][0].isalpha()]
    return (
        bool(words)
        and not any(tokens.pos[i] in ("VERB", "AUX") for i in words)
        and (tokens.text[words[0]].isupper() or tokens.text[words[-1]].isupper())
    )


def after_dateline(tokens: Tokens, first: int) -> int:
    """The first word of a sentence behind a place and agency ("KYIV (Agency) - Russia ...")."""
    if not tokens.text[first].isupper() or len(tokens.text[first]) < 2:
        return first
    for index in range(first, min(len(tokens), first + 10)):
        if tokens.text[index] in "–—-" and is_dateline(tokens, first):
            return index + 1
    return first


def is_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb."""
    return any(tokens.tag[i] in _FINITE for i in range(start, end))


def is_negated(tokens: Tokens, verb: int) -> bool:
    """Whether the verb itself is negated."""
    return any(
        tokens.dep[c] == "neg" or tokens.lower[c] in ("never", "neither")
        for c in tokens.children[verb]
    )


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether the verb is passive."""
    return tokens.child(verb, "nsubjpass", "auxpass") is not None


def is_cue(tokens: Tokens, index: int) -> bool:
    """Whether a token is a verb that can introduce content."""
    return tokens.lemma[index] in VERBS and tokens.pos[index] in ("VERB", "AUX")


def is_statement(tokens: Tokens, verb: int, child: int, that: bool) -> bool:
    """A content clause has its own subject and asks nothing."""
    if that:
        return True
    if any(tokens.tag[i] in WH for i in range(verb + 1, child) if tokens.heads[i] == child):
        return False
    mark = tokens.child(child, "mark")
    if mark is not None and tokens.lower[mark] in ("whether", "if", "how", "why"):
        return False
    own = tokens.child(child, "nsubj", "nsubjpass", "expl", "csubj", "advmod")
    # In "what he says are lies" the subject stands before the verb and the content is no clause.
    has_subject = own is not None and (own > verb or child < verb)
    finite = tokens.tag[child] in ("VBD", "VBZ", "VBP", "MD") or any(
        tokens.tag[c] in ("VBD", "VBZ", "VBP", "MD") for c in tokens.children[child]
    )
    return has_subject and finite


def trimmed(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """A span without the punctuation at its edges, None where nothing is left."""
    start, end = trim(tokens, start, end)
    return (start, end) if end > start else None
