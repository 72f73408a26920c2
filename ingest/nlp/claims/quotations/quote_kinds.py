"""Which quotations are somebody's words, and which are names, titles or single words."""

from __future__ import annotations

from itertools import pairwise

from ingest.nlp import clauses
from ingest.nlp.claims.quotations.attributions import replier
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.marks import CLOSING_QUOTES
from ingest.nlp.speech import VERBS
from ingest.nlp.tokens import Tokens

_MOST_SPEAKER = 8  # tokens behind a quotation in which its speaker and verb stand
_MOST_SAID = 16  # tokens of "a senior official told Reuters on Monday."
_MOST_BETWEEN = 12  # tokens of "he told the paper on Monday,"
STOPS = frozenset((".", "!", "?", "…", "..."))
_TITLE_WORDS = frozenset(
    ("article", "book", "film", "movie", "song", "titled", "entitled", "called", "named", "dubbed",
     "so-called", "term", "word", "phrase", "slogan", "hashtag", "headline", "headlined",
     "documentary", "series", "show", "program", "programme", "project", "nicknamed", "codenamed",
     "known", "ngo", "party", "concept", "newspaper", "magazine", "motto", "label")
)  # fmt: skip


def speech(tokens: Tokens, quotes: list[Quote]) -> list[bool]:
    """For each quotation whether it is speech, alone or as half of what a speaker's name parts."""
    halves = _halves(tokens, quotes)
    return [n in halves or is_speech(tokens, quote) for n, quote in enumerate(quotes)]


def is_speech(tokens: Tokens, quote: Quote) -> bool:
    """Whether a quotation is long and complete enough to be speech, not a name or a single word."""
    words = [i for i in range(quote.start, quote.end) if tokens.text[i][0].isalnum()]
    if not words:
        return False
    last = tokens.text[quote.end - 1]
    ended = last in STOPS or last == ","
    finite = clauses.is_finite(tokens, quote.start, quote.end)
    if _is_title(tokens, quote, words) and not _is_shouted(tokens, quote, words):
        return False
    if len(words) >= 4 and finite:
        return True
    if len(words) == 1 and _opens_sentence(tokens, quote) and _is_told(tokens, quote):
        return True  # "“Nonsense,” said the minister"
    follows = quote.start > 1 and tokens.text[quote.outer[0] - 1] == ":"
    if len(words) >= 3 and tokens.text[words[0]][0].isupper() and _is_introduced(tokens, quote):
        return True
    if (
        len(words) >= 2
        and finite
        and tokens.text[words[0]][0].isupper()
        and _is_told(tokens, quote)
    ):
        return True
    return (
        len(words) >= 2
        and ended
        and (tokens.text[words[0]][0].isupper() or follows)
        and (last != "," or len(words) >= 3)
    )


def _is_introduced(tokens: Tokens, quote: Quote) -> bool:
    """Whether a verb of speech and a comma or colon open a quotation: "and wrote, “Rough day”"."""
    mark = quote.outer[0] - 1
    opened = mark > 0 and tokens.text[mark] in (",", ":")
    verb = mark - 1
    return opened and clauses.is_cue(tokens, verb) and "quote" in VERBS[tokens.lemma[verb]].frames


def _is_told(tokens: Tokens, quote: Quote) -> bool:
    """Whether a comma and a verb of speech follow: "“It is old”, Marta Quill shrugged"."""
    after = quote.outer[1]
    comma = "," in (tokens.text[quote.end - 1], *tokens.text[after : after + 1])
    end = min(after + _MOST_SPEAKER, tokens.sents[tokens.sent_of[quote.start]][1])
    verb = next((i for i in range(after, end) if tokens.pos[i] in ("VERB", "AUX")), None)
    if comma and verb is not None and replier(tokens, verb, end) is not None:
        return True
    if not comma or verb is None or not clauses.is_cue(tokens, verb):
        return False
    return "quote" in VERBS[tokens.lemma[verb]].frames


def _opens_sentence(tokens: Tokens, quote: Quote) -> bool:
    """Whether nothing stands before a quotation in its sentence."""
    before = tokens.text[quote.outer[0] - 1] if quote.outer[0] else "."
    return before in STOPS or before in CLOSING_QUOTES or "\n" in before


def _is_title(tokens: Tokens, quote: Quote, words: list[int]) -> bool:
    before = quote.outer[0] - 1
    named = before >= 0 and (
        tokens.lower[before] in _TITLE_WORDS
        or (tokens.text[before] == "," and before > 0 and tokens.lower[before - 1] in _TITLE_WORDS)
    )
    content = [i for i in words if len(tokens.text[i]) > 3]
    capitals = sum(tokens.text[i][0].isupper() for i in content)
    finite = clauses.is_finite(tokens, quote.start, quote.end)
    share = 0.85 if finite else 0.75
    titled = len(content) > (3 if finite else 1) and capitals >= share * len(content)
    return titled or (named and not finite)


def _is_shouted(tokens: Tokens, quote: Quote, words: list[int]) -> bool:
    """Whether capitals are those of a caption: "The thumbnail says: “THE WAR HAS BEGUN!”"."""
    capitals = all(tokens.text[i].isupper() for i in words)
    return capitals and tokens.text[quote.end - 1] in STOPS and _is_introduced(tokens, quote)


def _halves(tokens: Tokens, quotes: list[Quote]) -> set[int]:
    """The positions of quotations that who says them parts: "“The dam,” he said, “was old.”"."""
    return {
        place
        for number, (first, second) in enumerate(pairwise(quotes))
        if parts(tokens, first, second)
        for place in (number, number + 1)
    }


def parts(tokens: Tokens, first: Quote, second: Quote) -> bool:
    """Whether who says it stands between two halves: "“The dam,” he said, “was old.”"."""
    begin, end = first.outer[1], second.outer[0]
    if tokens.text[first.end - 1] != "," or not 3 <= end - begin <= _MOST_BETWEEN:
        return False
    if tokens.lower[max(0, first.outer[0] - 2) : first.outer[0]] == ["according", "to"]:
        return False  # "According to “Lantern,” he said, “the dam was old.”": a name in marks
    closed = tokens.text[end - 1] == "," and tokens.text[second.end - 1] in STOPS
    says = [i for i in range(begin, end) if clauses.is_cue(tokens, i)]
    return closed and len(says) == 1 and "quote" in VERBS[tokens.lemma[says[0]]].frames


def adds(tokens: Tokens, quotes: list[Quote], position: int) -> bool:
    """Whether a quotation without a verb goes on from one: "“No talks,” he said. “Not ever.”".

    Who says the first stands between the two, in words that end with a full stop.
    """
    if not position:
        return False
    earlier, quote = quotes[position - 1], quotes[position]
    between = range(earlier.outer[1], quote.outer[0])
    said = sum(clauses.is_cue(tokens, i) for i in between) == 1
    near = len(between) <= _MOST_SAID and not any("\n" in tokens.text[i] for i in between)
    ended = tokens.text[quote.outer[0] - 1] in STOPS and tokens.text[quote.end - 1] in STOPS
    return said and near and ended and tokens.text[earlier.end - 1] in (",", *STOPS)


def is_half(tokens: Tokens, quotes: list[Quote], position: int) -> bool:
    """Whether a quotation without a verb begins what the next one ends."""
    pair = quotes[position : position + 2]
    opens = not clauses.is_finite(tokens, pair[0].start, pair[0].end)
    return opens and len(pair) > 1 and parts(tokens, *pair)


def around(tokens: Tokens, quotes: list[Quote], speech: list[bool]) -> list[int]:
    """For each token the number of the quotation of speech around it, or -1."""
    numbers = [-1] * len(tokens)
    for position, quote in enumerate(quotes):
        if speech[position]:
            for index in range(quote.start, quote.end):
                numbers[index] = position
    return numbers


def goes_on_with(tokens: Tokens, quote: Quote, following: Quote) -> bool:
    """Whether a verb has a second quotation: "said that “it fell” and that “nobody came”"."""
    between = [text for text in tokens.lower[quote.outer[1] : following.outer[0]] if text != ","]
    return between == ["and", "that"]
