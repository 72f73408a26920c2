"""What is supplied: the kinds of goods that the nouns of a pattern name."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.nlp.findings import Findings
from ingest.nlp.lexicon import inverted, load
from ingest.nlp.marks import DOUBLE_CLOSING
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.patterns.index import Pattern

MAX_KINDS = 3
MAX_NOUNS = 8  # nouns of one phrase that are asked what they name
_UNDECIDED = (None, "money", "goods")
_MODEL = re.compile(r"[A-Z].*\d")  # "F-16", "MiG-29"


@lru_cache(maxsize=1)
def goods() -> dict[str, str]:
    """What a lemma names among the goods of a supply (goods.yaml)."""
    return inverted(load("goods"))


class SuppliedGoods:
    """Tells what one document's verbs and nouns of supply say is supplied."""

    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.tokens = found.tokens
        self.arguments = arguments

    def named(self, pattern: Pattern, trigger: int) -> tuple[str, ...] | None:
        """The kinds of goods named in the pattern's roles; None where it demands some in vain."""
        if not pattern.what:
            return ()
        kinds: list[str] = []
        for role in pattern.what:
            for head in self.arguments.roles.heads(trigger, role):
                for noun in self._nouns(head):
                    kind = self._kind(noun)
                    if kind and kind not in kinds and noun != trigger:
                        kinds.append(kind)
            if kinds:
                break
        if len(kinds) > 1 and "money" in kinds:
            kinds.remove("money")  # a sum only measures the goods beside it
        if pattern.goods:
            kinds = [kind for kind in kinds if kind in pattern.goods]
        return tuple(kinds[:MAX_KINDS]) or None

    def _kind(self, noun: int) -> str | None:
        """What kind of goods a noun names; a number behind a currency sign is money ("$20m").

        "Fighters" are men, "MiG-29 fighters" are aircraft.
        """
        tokens = self.tokens
        after = tokens.text[noun + 1 : noun + 3]
        closed = after[:1] != [] and not DOUBLE_CLOSING.isdisjoint(after[after[0] == "," :][:1])
        if closed and tokens.pos[noun] != "PROPN":
            return None  # only so called: a “smoking gun”
        kind = goods().get(tokens.lemma[noun].lower())
        if kind == "troops" and any(_MODEL.match(tokens.text[c]) for c in tokens.children[noun]):
            return "arms"
        if kind is None and tokens.pos[noun] == "NUM" and tokens.tag[noun - 1] == "$":
            return "money"
        return kind

    def _nouns(self, head: int) -> list[int]:
        """The nouns that can name the goods: the head, what it measures, and what is beside it.

        A head that is goods itself decides; "tons", "package" and sums of money pass on to what
        follows "of", "worth of" or "in".
        """
        tokens = self.tokens
        nouns, queue = [head], [head]
        while queue and len(nouns) < MAX_NOUNS:
            noun = queue.pop(0)
            decided = self._kind(noun) not in _UNDECIDED
            for child in tokens.children[noun]:
                beside = tokens.dep[child] in ("compound", "amod", "nmod", "appos")
                if tokens.dep[child] == "conj" or (beside and not decided):
                    nouns.append(child)
                elif tokens.dep[child] == "npadvmod" and not decided:
                    queue.append(child)
                elif tokens.lower[child] in ("of", "in", "worth") and not decided:
                    inner = [c for c in tokens.children[child] if tokens.dep[c] == "pobj"]
                    nouns += inner
                    queue += inner
        return nouns
