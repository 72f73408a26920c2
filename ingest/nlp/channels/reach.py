"""How far back "his channel" may look for whose it is."""

from __future__ import annotations

from ingest.nlp.tokens import Tokens

_BACK = 2  # sentences, and more that go on about "him"
_MOST_MORE = 6
_MEN, _WOMEN = frozenset(("he", "him", "his")), frozenset(("she", "her", "hers"))
_SAME = {word: same for same in (_MEN, _WOMEN) for word in same}


def since(tokens: Tokens, pronoun: int) -> int:
    """The first token where whom a pronoun takes up may be named.

    "Ivan Popko led them. He was arrested. A court convicted him. His channel ...": each sentence
    that takes him up leads to the one before.
    """
    sentence = max(0, tokens.sent_of[pronoun] - _BACK)
    same = _SAME.get(tokens.lower[pronoun], frozenset())
    for _ in range(min(sentence, _MOST_MORE)):
        if same.isdisjoint(tokens.lower[slice(*tokens.sents[sentence])]):
            break
        sentence -= 1
    return tokens.sents[sentence][0]
