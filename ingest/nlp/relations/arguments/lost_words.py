"""What stands around a verb where the parse lost it: "whose", "which", datelines, lost verbs."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.tokens import Tokens

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_MOST_BRACKETED = 24  # tokens from a bracket to a name in it


class LostWords:
    """Finds what the parse hung elsewhere or took for something else in one document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.tokens: Tokens = found.tokens

    def according_to(self, last: int) -> int | None:
        """The name that ends here, if it is after "according to"."""
        tokens, mention = self.tokens, self.found.holder[last]
        if mention is None:
            return None
        start = mention.start - (tokens.lower[mention.start - 1] == "the")
        told = tokens.lower[max(0, start - 2) : start] == ["according", "to"]
        return last if told else None

    def whose_noun(self, subject: int, verb: int) -> int | None:
        """The noun of "X, whose leader, Y, visited", where the parse makes X the visitor."""
        tokens = self.tokens
        for index in range(subject + 1, verb):
            if tokens.tag[index] == "WP$":
                return self._whose(index, verb)
        return None

    def whose_before(self, verb: int) -> int | None:
        """The same before a verb that the parse left without a subject."""
        tokens = self.tokens
        start = tokens.sents[tokens.sent_of[verb]][0]
        for index in range(verb - 1, start, -1):
            if tokens.tag[index] == "WP$":
                return self._whose(index, verb) if tokens.text[index - 1] == "," else None
            if tokens.pos[index] == "VERB":
                return None
        return None

    def aside(self, participle: int) -> int | None:
        """X in "Y won, but X, running for Z, rejects it", whose participle the parse gives to Y."""
        tokens, person = self.tokens, participle - 2
        named = person > 0 and self.found.person_at(person) and tokens.text[person + 1] == ","
        earlier = tokens.dep[participle] == "advcl" and tokens.heads[participle] < person
        if not named or not earlier or tokens.tag[participle] != "VBG":
            return None
        if tokens.dep[person] in ("dobj", "pobj", "dative", "appos"):
            return None  # "Y met X, hoping for help"
        close = tokens.rights[participle] + 1
        goes_on = tokens.tag[close + 1 : close + 2] in (["VBD"], ["VBZ"], ["VBP"], ["MD"])
        return person if goes_on and tokens.text[close] == "," else None

    def _whose(self, pronoun: int, verb: int) -> int | None:
        """The noun that "whose" owns, where no verb stands between the two."""
        tokens = self.tokens
        noun = tokens.heads[pronoun]
        while tokens.dep[noun] == "compound":
            noun = tokens.heads[noun]
        free = "VERB" not in tokens.pos[pronoun:verb] and pronoun < noun < verb
        copula = tokens.heads[noun]  # "X, whose leader was ill, sent": the clause has its verb
        free = free and not (noun < copula < verb and tokens.pos[copula] == "AUX")
        return noun if free else None

    def behind_dateline(self, subject: int) -> int:
        """Who acts in "NIAMEY, Aug. 21 (AFP) - Kenya's ruler, X, arrived", not the city."""
        tokens = self.tokens
        opens = subject == 0 or "\n" in tokens.text[subject - 1]
        if not opens or not tokens.text[subject].isupper() or len(tokens.text[subject]) < 4:
            return subject
        apposed = [c for c in tokens.children[subject] if tokens.dep[c] == "appos"]
        dashes = [i for i in range(*tokens.subtree(subject)) if tokens.text[i] in "-–—"]
        behind = [c for c in apposed if dashes and c > dashes[0]]
        if not behind and tokens.text[subject + 1] in ("-", "–", "—"):
            mention = self.found.holder[subject + 2]
            behind = [mention.end - 1] if mention is not None else []
        return behind[0] if behind else subject

    def after_dateline(self, verb: int) -> list[int]:
        """Who acts in "KISUMU — Kenya and Ghana signed", of whose city the parse made a verb."""
        tokens = self.tokens
        start = tokens.sents[tokens.sent_of[verb]][0]
        city = tokens.text[start]
        dash = start + 1
        if not city.isupper() or len(city) < 4 or tokens.text[dash] not in ("-", "–", "—"):
            return []
        mention = self.found.holder[dash + 1]
        free = mention is not None and "VERB" not in tokens.pos[dash:verb]
        return [mention.end - 1] if free and mention is not None else []

    def person_before(self, verb: int) -> list[int]:
        """Who stands before a main verb that the parse left without a subject, "of X" aside."""
        tokens, index = self.tokens, verb - 1
        while index > 0 and tokens.heads[index] < index and tokens.dep[index] in ("pobj", "prep"):
            index = tokens.heads[index]
        mention = self.found.holder[index] if index >= 0 else None
        part = tokens.heads[index] == verb and tokens.dep[index] in ("compound", "nmod")
        if part and mention is not None and mention.end == verb and mention.kind != "demonym":
            return [index]  # "the EU targets X", whose subject is parsed as part of the verb
        if mention is None or tokens.dep[index] not in ("conj", "appos"):
            return []
        # "In a post on Telegram, the Legion shared", parsed as Telegram's other name
        behind = tokens.lower[mention.start - 1 - (tokens.lower[mention.start - 1] == "the")]
        other = behind == "," and mention.end == verb and mention.kind == "name"
        return [index] if other or self.found.type_of(mention.entity) == "Person" else []

    def swallowed(self, verb: int) -> int | None:
        """The object of a verb the parse took for a part of it: "In 2014 Russia annexed Crimea"."""
        tokens, head = self.tokens, self.tokens.heads[verb]
        finite = tokens.tag[verb] in ("VBD", "VBZ") and tokens.dep[verb] in ("amod", "compound")
        if not finite or verb < 1 or head < verb or tokens.heads[verb - 1] != head:
            return None
        before, after = self.found.holder[verb - 1], self.found.holder[head]
        named = before is not None and before.kind != "demonym" and after is not None
        return head if named else None

    def where(self, verb: int) -> int | None:
        """Togo in "Togo, where Kenyan soldiers are stationed,"."""
        tokens = self.tokens
        if tokens.dep[verb] != "relcl" or not any(
            tokens.lower[c] == "where" and c < verb for c in tokens.children[verb]
        ):
            return None
        return tokens.heads[verb]

    def lost_relative(self, verb: int) -> int | None:
        """What "which" stands for in "X, which the two sides signed", parsed as "sides" + "signed".

        The parser then takes the verb for a participle of its subject.
        """
        tokens, head = self.tokens, self.tokens.heads[verb]
        first = tokens.lefts[head]
        relative = first if tokens.lower[first] == "which" else first - 1
        if tokens.dep[verb] != "acl" or tokens.tag[verb] == "VBG" or relative < 1:
            return None
        if tokens.lower[relative] != "which":
            return None
        before = relative - 1
        before -= before > 0 and tokens.text[before] == ","
        return before if self.found.holder[before] is not None else None

    def before_bracket(self, own: int, verb: int) -> int | None:
        """The division in "the 2nd Division (Northern District [ND]) seized": no aside does it.

        None where a subject stands in no bracket that closes right before its verb.
        """
        text, depth = self.tokens.text, 0
        if own > verb or text[verb - 1] not in _CLOSING:
            return None
        for index in range(verb - 1, max(0, own - _MOST_BRACKETED), -1):
            depth += (text[index] in _CLOSING) - (text[index] in _OPENING)
            if depth == 0:
                named = self.tokens.pos[index - 1] in ("NOUN", "PROPN")
                return index - 1 if index <= own and named else None
        return None
