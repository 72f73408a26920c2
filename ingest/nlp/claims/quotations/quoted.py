"""Direct speech: whose words a quotation is."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.nlp import clauses, subjects
from ingest.nlp.claims.quotations import attributions, neighbours
from ingest.nlp.claims.quotations.quote_kinds import STOPS, adds, goes_on_with, is_half
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.speech import QUOTED_NOUNS, VERBS
from ingest.nlp.tokens import Tokens

_WHOM = ("dobj", "nsubj", "ccomp")
_MOST_APPOSED = 44  # tokens behind a quotation to its verb, with what explains the speaker
_MOST_GLOSSED = 3  # tokens
_MOST_QUOTED = 6  # tokens from "quoted" to the "by" of who quotes
_FEWEST_OPENING = 5  # tokens of a quotation that opens a sentence and goes on without its marks


@dataclass(slots=True)
class Attribution:
    """Whose words a quotation is: the cue verb and the token in the speaker's place.

    `start`/`end` bound the content, wider than the quotation where its sentence begins outside
    ("The bill “would undermine ...,” she said"). A quotation without cue goes on from the words
    before (`same_as_before`) unless somebody stands `beside` it.
    """

    quote: Quote
    start: int
    end: int
    cue: int | None
    speaker: int | None
    same_as_before: bool = False
    via: int | None = None
    beside: int | None = None


def attribute(
    tokens: Tokens, quotes: list[Quote], position: int, low: int, high: int
) -> Attribution | None:
    """Who says quotation `position`; its surroundings run from `low` to `high` (its paragraph).

    What stands in two quotations, "“The dam,” he said, “was old”", is one content.
    """
    if position and is_half(tokens, quotes, position - 1):
        return None
    given = _attributed(tokens, quotes, position, low, high)
    if given is not None and is_half(tokens, quotes, position):
        given.end = quotes[position + 1].end
    return given


def _attributed(
    tokens: Tokens, quotes: list[Quote], position: int, low: int, high: int
) -> Attribution | None:
    quote = quotes[position]
    left = _left(tokens, quotes, position, low)
    right = _right(tokens, quotes, position, high)
    after = _after(tokens, quote, right)
    before = _before(tokens, quote, left)
    whole = clauses.is_finite(tokens, quote.start, quote.end)
    last = tokens.text[quote.end - 1]
    whole = whole or adds(tokens, quotes, position)
    if before and after and last not in (",", "?", "!"):
        after = None
    if before and after and before[1] is not None:
        goes_on = after[0] is not None and tokens.tag[after[0]] == "VBG"
        after = None if goes_on or after[1] is None else after  # "“...,” stressing her point"
    if after:
        start = quote.start
        bare = left[0] < quote.outer[0] and not before
        if bare and _joins(tokens, left[0], quote):
            start = left[0]
        elif before:
            start = quote.start
        return _given(tokens, quote, start, *after)
    if whole and position and goes_on_with(tokens, quotes[position - 1], quote):
        return Attribution(quote, quote.start, quote.end, None, None, same_as_before=True)
    that = before and last != "," and tokens.lower[quote.outer[0] - 1] == "that"
    following = quotes[position + 1] if position + 1 < len(quotes) else None
    apart = following is not None and goes_on_with(tokens, quote, following)
    if that and not apart and _goes_on(tokens, right):
        # "said that “it fell” in the night": the clause is wider than the quotation.
        return None
    if before == (None, None):
        # "Then, on Wednesday: “Wait.”" goes on with whoever was spoken of
        return Attribution(quote, quote.start, quote.end, None, None, same_as_before=True)
    if before:
        return _given(tokens, quote, quote.start, *before)
    if not whole:
        return None
    opens = left[0] >= quote.outer[0] - 1
    long = opens and quote.end - quote.start >= _FEWEST_OPENING
    if last not in STOPS and last != "," and not long:
        return None
    if last not in STOPS and _goes_on(tokens, right) and _closes_with_cue(tokens, *right):
        return None  # "“We saw it” in the night, he said.": the clause is wider
    alone = left[0] >= quote.outer[0] - 1 and right[1] <= quote.outer[1] + 1
    if alone or long or (opens and last in STOPS):
        beside = neighbours.after(tokens, quote, high)
        if beside is None and left[0] >= quote.outer[0] - 1:
            beside = neighbours.before(tokens, quote, low)
        return Attribution(
            quote, quote.start, quote.end, None, None, same_as_before=True, beside=beside
        )
    return None


def _given(
    tokens: Tokens, quote: Quote, start: int, cue: int | None, speaker: int | None
) -> Attribution:
    """With "RT quoted Popko as saying", Popko speaks and RT passes it on."""
    via = None
    if cue is not None:
        verb = cue
        if tokens.lemma[cue] in ("say", "tell") and tokens.tag[cue] == "VBG":
            back = next(
                (i for i in range(cue - 1, max(0, cue - 8), -1) if _quotes(tokens, i)), None
            )
            verb = cue if back is None else back
        if _quotes(tokens, verb) and clauses.is_passive(tokens, verb):
            via = _quoting(tokens, verb)
            speaker = subjects.subject(tokens, verb)
        elif _quotes(tokens, verb):
            behind = (c for c in tokens.children[verb] if c > verb and tokens.dep[c] in _WHOM)
            object_ = next(behind, None)
            between = [
                i for i in range(verb + 1, cue) if tokens.pos[i] in ("NOUN", "PROPN", "PRON")
            ]
            named = (i for i in range(verb + 1, verb + 6) if i < len(tokens))
            next_ = next((i for i in named if tokens.pos[i] in ("PROPN", "PRON")), None)
            whom = between[-1] if between else object_ if object_ is not None else next_
            if whom is not None and whom > verb:
                via = subjects.subject(tokens, verb)
                if via is None:
                    via = subjects.near_subject(tokens, verb, max(0, verb - 6))
                speaker = whom
    return Attribution(quote, start, quote.end, cue, speaker, via=via)


def _quoting(tokens: Tokens, verb: int) -> int | None:
    """RT in "he was quoted by RT", "he was quoted as saying by RT"."""
    stop = tokens.sents[tokens.sent_of[verb]][1]
    by = next(
        (i for i in range(verb + 1, min(stop, verb + _MOST_QUOTED)) if tokens.lower[i] == "by"),
        None,
    )
    return tokens.child(by, "pobj") if by is not None else None


def _quotes(tokens: Tokens, index: int) -> bool:
    return tokens.lemma[index] in ("quote", "cite") and tokens.pos[index] == "VERB"


def _goes_on(tokens: Tokens, right: tuple[int, int]) -> bool:
    start, stop = right
    return start < stop and tokens.pos[start] not in ("PUNCT", "SPACE")


def _closes_with_cue(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a comma, a subject and a verb of saying close a stretch: "..., the mayor said"."""
    verb = next((i for i in range(stop - 1, start, -1) if clauses.is_cue(tokens, i)), start)
    own = tokens.child(verb, "nsubj")
    said = verb > start and own is not None and start < own < verb
    return said and tokens.text[tokens.lefts[own or 0] - 1] == ","


def _joins(tokens: Tokens, left: int, quote: Quote) -> bool:
    """Whether words before a quotation are the beginning of its sentence."""
    return (
        not neighbours.tells_of(tokens, left)
        and tokens.text[quote.outer[0] - 1] not in (":", ";")
        and not tokens.text[quote.start][0].isupper()
    )


def _left(tokens: Tokens, quotes: list[Quote], position: int, low: int) -> tuple[int, int]:
    """The words before a quotation back to the end of the sentence before."""
    stop = quotes[position].outer[0]
    while quotes[position].lead == ":" and stop > low and tokens.pos[stop - 1] == "SPACE":
        stop -= 1
    floor = low
    for earlier in (quotes[i] for i in range(position - 1, -1, -1)):
        long = earlier.end - earlier.start > 6 or tokens.text[earlier.end - 1] in STOPS
        if earlier.outer[1] <= stop and long:
            floor = max(low, earlier.outer[1])
            break
    index = stop
    while index > floor:
        if tokens.text[index - 1] in STOPS:
            break
        if tokens.pos[index - 1] == "SPACE" and "\n" in tokens.text[index - 1]:
            break
        index -= 1
    while index < stop and tokens.pos[index] == "SPACE":
        index += 1
    return index, stop


def _right(tokens: Tokens, quotes: list[Quote], position: int, high: int) -> tuple[int, int]:
    start = quotes[position].outer[1]
    ceiling = high
    following = (q for q in quotes[position + 1 :] if not _is_gloss(tokens, q))
    if (after := next(following, None)) is not None:
        ceiling = min(high, after.outer[0])
    index = start
    while index < ceiling and tokens.text[index] not in STOPS:
        if tokens.pos[index] == "SPACE" and "\n" in tokens.text[index]:
            break
        index += 1
    return start, index


def _is_gloss(tokens: Tokens, quote: Quote) -> bool:
    """Whether marks are set around a word or two of the narrator's: a “war correspondent”."""
    short = quote.end - quote.start <= _MOST_GLOSSED and quote.lead not in (":", ",")
    return short and not clauses.is_finite(tokens, quote.start, quote.end)


def _after(tokens: Tokens, quote: Quote, right: tuple[int, int]) -> tuple[int, int | None] | None:
    """As in "...," he said / said the minister / Popko, the governor, wrote."""
    index, stop = right
    fresh = False
    last = tokens.text[quote.end - 1]
    while index < stop and tokens.text[index] in (",", "—", "–", "-"):
        last = ","
        index += 1
    if index >= stop:
        return None
    if last in (".", "…") and tokens.text[index][0].isupper() and stop < len(tokens):
        # A new sentence, which tells of something else unless it does nothing but attribute.
        fresh = True
    for verb in range(index, min(stop, index + _MOST_APPOSED)):
        if attributions.ends_attribution(tokens, verb, index, stop) and last in (",", "?", "!"):
            if verb == index:
                return verb, attributions.noun_after(tokens, verb, stop)
            speaker = subjects.subject(tokens, verb)
            if speaker is None or not index <= speaker < verb:
                speaker = attributions.noun_before(tokens, verb, index)
            if speaker is not None:
                return verb, speaker
        if last != "." and attributions.shows_mood(tokens, verb, stop):
            return verb, subjects.subject(tokens, verb)
        if verb == index and (replier := attributions.replier(tokens, verb, stop)) is not None:
            return verb, replier
        if attributions.closes_as_noun(tokens, verb, stop):
            # "“...,” the caption read": the tagger took the verb for a noun.
            return (verb, verb - 1) if verb > index else None
        if not clauses.is_cue(tokens, verb) or "quote" not in VERBS[tokens.lemma[verb]].frames:
            if tokens.tag[verb] in clauses.FINITE and not attributions.relative(
                tokens, verb, index
            ):
                return None
            continue
        if (explained := attributions.behind_aside(tokens, verb, index)) is not None:
            return verb, explained
        if attributions.is_attributive(tokens, verb) or attributions.describes(tokens, verb):
            continue  # "“...,” in an assessment published on Monday"
        if tokens.tag[verb] in ("VB", "VBG") and verb > index + 1:
            return None
        if fresh and "clause" not in VERBS[tokens.lemma[verb]].frames:
            return None  # "“Go.” He nodded."
        if fresh and (stop - verb > 2 or tokens.text[stop] not in STOPS):
            return None  # "He said: “...”", "He pledged to “...”" open the next quotation
        if verb == index:
            if tokens.tag[verb] == "VBN" and tokens.child(verb, "nsubj") is None:
                return None
            return verb, attributions.noun_after(tokens, verb, stop)
        speaker = subjects.subject(tokens, verb)
        relative = speaker is not None and tokens.tag[speaker] == "WP"
        if speaker is None or relative or not index <= speaker < verb:
            speaker = attributions.noun_before(tokens, verb, index)
        if speaker is not None and tokens.lefts[speaker] > index + 2:
            # The sentence goes on before it names who said it.
            return None
        return (verb, speaker) if speaker is not None else None
    return None


def _before(
    tokens: Tokens, quote: Quote, left: tuple[int, int]
) -> tuple[int | None, int | None] | None:
    """He said, "..." / claimed that "..." / praised them: "...": cue and speaker."""
    start, stop = left
    if start >= stop:
        return None
    close = stop - 1
    colon = tokens.text[close] == ":" or quote.lead == ":"
    comma = tokens.text[close] in (",", "—", "–")
    that = tokens.lower[close] == "that" or (
        close > start and tokens.lower[close - 1] == "that" and tokens.tag[close] in ("DT", "PRP$")
    )
    noun = close - (comma and close > start)
    worded = tokens.lower[noun] in QUOTED_NOUNS and (noun == close or tokens.pos[noun - 1] == "DET")
    if worded and clauses.is_finite(tokens, quote.start, quote.end):
        # "published a picture with the words “...”", "with the message, “...”"
        verbs = (i for i in range(close, start, -1) if tokens.pos[i] == "VERB")
        owners = (tokens.child(verb, "nsubj") for verb in verbs)
        near = next((s for s in owners if s is not None), None)
        return None, near if near is not None else neighbours.colon_subject(tokens, start, close)
    if colon and (quoting := neighbours.quoted_by(tokens, start, close)) is not None:
        return None, quoting
    cue = None
    verb = close - 1 if colon or comma else close
    said = colon or comma
    if (
        said
        and verb > start
        and tokens.tag[verb] in ("VBD", "VBZ")
        and tokens.lemma[verb] not in VERBS
    ):
        # "Skabeeva sniped: ...": whatever the verb, somebody says this.
        speaker = subjects.subject(tokens, verb)
        if speaker is not None and tokens.lemma[verb] != "be":
            return verb, speaker
    for index in range(close, start - 1, -1):
        if clauses.is_cue(tokens, index) and "quote" in VERBS[tokens.lemma[index]].frames:
            if tokens.tag[index] == "VBN" and tokens.dep[index] in ("acl", "amod", "relcl"):
                continue
            cue = index
            break
    if cue is not None:
        gap = range(cue + 1, close + 1)
        direct = cue == close or colon or that
        if "clause" not in VERBS[tokens.lemma[cue]].frames and not colon and close - cue > 2:
            return None
        if comma:
            direct = not any(
                tokens.lower[i] == "that" or tokens.tag[i] in clauses.FINITE for i in gap
            )
        elif not direct:
            direct = close - cue <= 2 and tokens.text[quote.start][0].isupper()
        if not direct:
            return None
        if that and any(tokens.tag[i] in clauses.FINITE for i in gap):
            return None
        speaker = subjects.subject(tokens, cue)
        if speaker is None:
            speaker = subjects.near_subject(tokens, cue, start)
        if clauses.is_passive(tokens, cue):
            agent = tokens.child(cue, "agent")
            speaker = tokens.child(agent, "pobj") if agent is not None else None
        if colon and tokens.lemma[cue] in ("quote", "cite"):
            speaker = tokens.child(cue, "dobj") or speaker
        return cue, speaker
    if not colon:
        return None
    return None, neighbours.colon_subject(tokens, start, close)
