"""Titles as they are written: where one ends before a name, and which words it is made of.

Titles are read from right to left over the tokens, because small parsers get long ones wrong. Words
are in data/en/officeholders.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.nlp.entities.joints import is_ordinal
from ingest.nlp.findings import BODIES, Findings, Mention
from ingest.nlp.marks import QUOTE_MARKS
from ingest.nlp.relations.arguments.fillers import Arguments
from ingest.nlp.relations.offices.bodies import BodyReader
from ingest.nlp.relations.offices.brackets import title_inside
from ingest.nlp.relations.offices.words import TITLE_POS, office_at, office_words
from ingest.nlp.tokens import POSSESSIVES, is_capital

LINKS = frozenset({"of", "for", "at", "in", "with"})
_OPENERS = frozenset({"as", "a", "an", "once", "formerly", "long", "now", "currently"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Whose "General" is a rank: "Defence Minister General X", but "Secretary General X".
_RANKED = frozenset({"minister", "president", "chief", "spokesman", "spokeswoman", "commander"})
_AT_THE_TIME = frozenset({"at the time", "at that time", "at the moment", "in those days"})
_SINCE = frozenset({"in", "since", "from", "until", "during", "till"})
_RECENTLY = frozenset({"newly", "recently", "freshly", "democratically", "duly"})
MAX_TITLE = 6
MAX_INNER = 4  # words between the first head of a title and its last
MAX_PORTFOLIO = 9  # words in "Minister of Digital Development, Transport and Trade"


@dataclass(frozen=True, slots=True)
class Title:
    """A title's tokens, first and past the last."""

    start: int
    end: int


class TitleReader:
    """Reads the titles of one document; `bodies` reads what they are of."""

    def __init__(self, found: Findings, arguments: Arguments) -> None:
        self.found = found
        self.tokens = found.tokens
        self.arguments = arguments
        self.words = office_words()
        self.bodies = BodyReader(found, arguments)

    def before_name(self, person: Mention) -> int:
        """The token before a name: honorific, rank and a closed apposition's comma passed over."""
        tokens = self.tokens
        inside = title_inside(self.found, person, self.head)
        if inside is not None:
            return inside
        at = person.start - 1
        at -= at > 0 and tokens.text[at] in QUOTE_MARKS  # the "foreign minister" X
        while at > 0 and tokens.lower[at] in self.words.honorifics:
            at -= 1 + (tokens.lower[at - 1] in ("his", "her"))  # "His Excellency Dr."
        rank = at
        while rank > 0 and (
            tokens.lower[rank] in self.words.ranks
            or (tokens.text[rank] == "-" and tokens.lower[rank - 1] in self.words.ranks)
        ):
            rank -= 1
        closing = tokens.text[rank] in (",", ")")  # "head of the Bank (WB) General X"
        at = rank if closing or self._is_before_rank(rank) else at  # "spokesman Commodore X"
        at = self._before_described(at)
        opens = self._is_fronted(at, person)
        closed = self.closes(person.end) or at < person.start - 1 or opens
        # "met his Kenyan counterpart, X in Accra": of whom there is one, whatever follows
        closed = closed or tokens.lower[max(0, at - 1)] == "counterpart"
        if at > 0 and tokens.text[at] == "," and closed:
            at = self._before_time(at - 1)
            at -= tokens.text[at] in QUOTE_MARKS - POSSESSIVES  # the head of "The Times", X
            if opens and tokens.text[at] == ")" and "(" in tokens.text[:at]:
                at = max(i for i in range(at) if tokens.text[i] == "(") - 1
        return at

    def _is_before_rank(self, index: int) -> bool:
        """Whether a title ends here, before a rank: not the first of "Director General X"."""
        tokens = self.tokens
        head = tokens.lower[index] in self.words.heads and tokens.pos[index] in TITLE_POS
        titled = tokens.lower[index + 1] == "general" and tokens.lower[index] not in _RANKED
        return head and not titled

    def _before_described(self, at: int) -> int:
        """The comma before what describes a name: "its current boss, the sanctioned X"."""
        tokens, first = self.tokens, at
        while first > 1 and tokens.tag[first] in ("VBN", "JJ") and self.bodies.at(first) is None:
            first -= 1
        described = first < at and tokens.lower[first] == "the" and tokens.text[first - 1] == ","
        return first - 1 if described else at

    def _before_time(self, at: int) -> int:
        """The last token before what says when: "its head at the time, X", "in 2014, X"."""
        tokens, first = self.tokens, at + 1
        if " ".join(tokens.lower[max(0, at - 2) : first]) in _AT_THE_TIME:
            return at - 3
        if tokens.lower[at - 1 : first] == ["back", "then"]:
            return at - 2
        while first > 1 and tokens.ent[first - 1] == "DATE":
            first -= 1
        dated = first <= at and tokens.lower[first - 1] in _SINCE
        return first - 2 if dated else at

    def _is_fronted(self, comma: int, person: Mention) -> bool:
        """Whether what opens a sentence describes its subject: "A former minister of Y, X left"."""
        tokens = self.tokens
        start = tokens.sents[tokens.sent_of[person.start]][0]
        within = range(start, comma)
        opens = tokens.lower[start] in _OPENERS or self._opens(start, comma)
        if not opens or start >= comma:
            return tokens.lower[start] == "as"
        plain = all(tokens.tag[i] not in _FINITE and tokens.lower[i] != "by" for i in within)
        return plain and tokens.dep[person.end - 1] in ("nsubj", "nsubjpass")

    def _opens(self, start: int, end: int) -> bool:
        """Whether a sentence opens with "the" and an office: "The country's former premier, X"."""
        if self.tokens.lower[start] != "the":
            return False
        of = (i for i in range(start, end) if self.tokens.pos[i] in ("ADP", "SCONJ"))
        return any(self.head(i) is not None for i in range(start + 1, next(of, end)))

    def joined_before(self, title: Title) -> Title | None:
        """The "founder" of "founder and CEO", whose body is that of both."""
        linked = title.start > 1 and self.tokens.lower[title.start - 1] in ("and", "&")
        return self.ending(title.start - 2) if linked else None

    def ending(self, at: int) -> Title | None:
        """The title whose last word is token `at`, if it is one."""
        tokens = self.tokens
        if at < 0 or self.head(at) is None or self.bodies.named(at):
            if at >= 2 and tokens.lower[at] in ("elect", "designate"):
                return self.ending(at - 2)
            return None
        start = at
        capital = tokens.text[at][0].isupper()
        while start > 0 and at - start < MAX_TITLE and self.extends(start - 1):
            before = start - 1
            if capital and tokens.text[before][0].islower() and not self._small(before):
                break
            start -= 1
        if tokens.lower[start] in self.arguments.words.side_prefixes and start + 3 <= at:
            start += 3
        while start < at and tokens.text[start] in "-–":
            start += 1
        return Title(start, at + 1)

    def head(self, index: int) -> str | None:
        """The office a token names in the singular, if it names one."""
        return office_at(self.tokens, index)

    def beyond_comma(self, at: int) -> Title | None:
        """The title before the body whose name ends at a token: "Commander, 26th Brigade, X".

        Not of "the chairman and commander, 26th Brigade, X", who may be two people.
        """
        body = self.bodies.at(at)
        if body is None or body.end != at + 1 or self.found.type_of(body.entity) not in BODIES:
            return None
        comma = body.start - 1
        if (
            comma < 1
            or self.tokens.text[comma] != ","
            or not is_capital(self.tokens.text[comma - 1])
        ):
            return None
        title = self.ending(comma - 1)
        alone = title is not None and self.tokens.lower[title.start - 1] not in ("and", "&")
        return title if alone else None

    def is_plural(self, title: Title) -> bool:
        """Whether a title in the plural stands before a list of names."""
        return self.tokens.lower[title.end - 1] not in self.words.heads and (
            self.head(title.end - 1) is not None
        )

    def portfolio(self, at: int) -> Title | None:
        """ "Minister of Digital Development and Transport": a title that ends in its field.

        "The governor of the region" tells no field, but takes up a region named before.
        """
        tokens = self.tokens
        for index in range(at, max(0, at - MAX_PORTFOLIO), -1):
            if tokens.lower[index] in ("of", "for", "on"):
                title = self.ending(index - 1) if index < at else None
                if title is None and tokens.lower[index] == "for" and index < at:
                    continue  # "Under Secretary of the Treasury for Trade"
                fields = tokens.lower[index - 1] in self.words.portfolio
                taken_up = tokens.lower[index + 1 : index + 2] == ["the"] and not fields
                return None if title is None or taken_up else Title(title.start, at + 1)
            joined = tokens.lower[index] in ("and", ",", "&", "the")
            owns = tokens.lower[index + 1 : index + 2] == ["for"]  # "of the Treasury for Trade"
            if self.bodies.named(index) and not owns:
                return None
            if not (joined or tokens.pos[index] in TITLE_POS):
                return None
        return None

    def _small(self, index: int) -> bool:
        """Words written small inside a title in capitals ("former Prime Minister")."""
        lower, words = self.tokens.lower[index], self.words
        return lower in words.bygone | words.participles or lower in ("in", "deputy", "first")

    def extends(self, index: int) -> bool:
        """Whether a token can stand inside a title."""
        tokens = self.tokens
        if self.bodies.named(index):
            return False
        text = tokens.text[index]
        if text in "-–":
            return index + 1 < len(tokens) and (
                tokens.pos[index + 1] in TITLE_POS or tokens.lower[index + 1] == "in"
            )
        if tokens.lower[index] == "in":
            return tokens.text[index + 1 : index + 2] == ["-"] and tokens.text[index - 1] == "-"
        word = tokens.pos[index] in TITLE_POS or tokens.lower[index] in self.words.participles
        word = word or self._newly_made(index)
        word = word or tokens.lower[index : index + 2] == ["under", "secretary"]
        word = word or (
            tokens.lower[index] in self.words.bygone and tokens.text[index + 1 : index + 2] == ["-"]
        )
        return word and (text[0].isalpha() or is_ordinal(text))

    def _newly_made(self, index: int) -> bool:
        """Whether a token is of "newly elected" or "recently appointed"."""
        tokens = self.tokens
        at = index if tokens.lower[index] in _RECENTLY else index - 1
        made = tokens.tag[at + 1 : at + 2] == ["VBN"] and tokens.lemma[at + 1] in (
            self.words.appointed
        )
        return at >= 0 and tokens.lower[at] in _RECENTLY and made

    def is_head(self, index: int) -> bool:
        """Whether a token is the last word of a title, and not followed by its real head."""
        tokens = self.tokens
        if tokens.lower[index] not in self.words.heads or tokens.pos[index] not in TITLE_POS:
            return False
        following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
        return following not in self.words.heads and following not in ("general", "-")

    def last_head(self, index: int) -> int:
        """Where a title ends that begins with another: "Chief Investigative Officer"."""
        end = index + 1
        while end < len(self.tokens) and end - index < MAX_INNER and self.extends(end):
            if self.is_head(end):
                return end
            end += 1
        return index

    def closes(self, index: int) -> bool:
        """Whether an apposition ends here ("Estonia's prime minister, X, said")."""
        return index < len(self.tokens) and self.tokens.text[index] in (",", ".", ")", ";", ":")
