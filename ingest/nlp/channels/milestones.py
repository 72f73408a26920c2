"""Round numbers that an audience passes: "passed the 500,000 mark", "the 9,000-reader mark"."""

from __future__ import annotations

from ingest.nlp import subjects
from ingest.nlp.channels import changes, kinds, numbers
from ingest.nlp.findings import Bound
from ingest.nlp.tokens import Tokens

MARK = "mark"
_PASSING = frozenset(("pass", "cross", "surpass", "exceed", "top", "break", "breach"))
_REACHING = frozenset(("reach", "hit"))
_MOST_BEFORE = 30  # characters of the number before "mark"


def of_channel(tokens: Tokens, mark: int) -> numbers.Count | None:
    """The bare number of "the channel passed the 500,000 mark"; prices and tolls pass such too."""
    verb, text, begin = tokens.heads[mark], tokens.stored, tokens.starts[mark]
    if tokens.dep[mark] != "dobj" or tokens.lemma[verb] not in _PASSING | _REACHING:
        return None
    count = numbers.find(text, max(0, begin - _MOST_BEFORE), begin)
    subject = subjects.subject(tokens, verb)
    if count is None or subject is None or text[count.end : begin].strip(" -"):
        return None
    told = (tokens.lower[i] for i in range(tokens.lefts[subject], subject + 1))
    medium = any(kinds.KIND.get(word) in kinds.MEDIA for word in told)
    if not medium or count.value < numbers.LEAST or changes.is_hoped_for(tokens, mark):
        return None
    return numbers.Count(count.value, bound(tokens, mark, count.bound), count.start, count.end)


def bound(tokens: Tokens, mark: int, told: Bound) -> Bound:
    """The bound of a count before "mark": who passed it has more, who reached it so many."""
    passed = tokens.lower[mark : mark + 1] == [MARK]
    return "at_least" if passed and tokens.lemma[tokens.heads[mark]] in _PASSING else told
