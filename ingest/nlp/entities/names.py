"""From chunks to names: which stretch of a chunk names one thing, and of what type.

A name is decided at once where writing or the gazetteer settles it (a head noun such as "Ministry",
a title before a person, a known state); everything else collects votes over the whole document, so
that one name has one type.
"""

from __future__ import annotations

from collections import Counter

from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.entities.beside_states import (
    firms,
    is_body,
    is_branch,
    is_firms_branch,
    is_settlement,
    is_western_part,
    only_describes,
)
from ingest.nlp.entities.chunks import Chunk, find_chunks, is_type
from ingest.nlp.entities.evidence import label_for, votes_for
from ingest.nlp.entities.extensions import extend, extend_place, quoted_body
from ingest.nlp.entities.gatherings import extend_meeting
from ingest.nlp.entities.gazetteer import Known, gazetteer, words
from ingest.nlp.entities.heads import HeadReader, Name
from ingest.nlp.entities.introductions import is_explained
from ingest.nlp.entities.joints import is_letter, is_ordinal, joins
from ingest.nlp.entities.ordinary import is_doubtful, is_language, is_ordinary
from ingest.nlp.entities.parties import is_behind_land
from ingest.nlp.entities.people import (
    follows_office,
    is_headed,
    parted_at_verb,
    person_start,
    surnames,
)
from ingest.nlp.entities.portfolios import Portfolio, is_portfolio, parts
from ingest.nlp.entities.shape import has_line, has_number, is_acronym, is_camel
from ingest.nlp.entities.small_heads import extend_small_head
from ingest.nlp.entities.titles import first_title, known_behind, tells, titles_end
from ingest.nlp.tokens import Tokens

_SPEAKERS = frozenset(["Person", "Channel"])
_PLAIN = frozenset({"ADJ", "ADV", "VERB", "DET", "PRON", "NUM", "ADP", "SCONJ"})


class NameFinder:
    """Finds the names of one document, with the model's entity spans as one source of evidence."""

    def __init__(
        self, tokens: Tokens, ents: list[tuple[int, int, str]], portfolios: list[Portfolio]
    ) -> None:
        self.tokens = tokens
        self.portfolios = portfolios
        self.gazetteer = gazetteer()
        self.titles = words("title")
        self.head_reader = HeadReader(tokens)
        self.firms: frozenset[str] = frozenset()
        self.surnames: frozenset[str] = frozenset()
        self.ent_at: dict[int, tuple[int, int, str]] = {}
        for start, end, label in ents:
            for index in range(start, end):
                self.ent_at[index] = (start, end, label)

    def find(self) -> list[Name]:
        """All names in text order, none overlapping."""
        names: list[Name] = []
        taken = 0
        chunks = find_chunks(self.tokens)
        self.firms = firms(self.tokens, chunks)
        self.surnames = surnames(self.tokens, chunks)
        for chunk in chunks:
            start = max(chunk.start, taken)
            if start >= chunk.end:
                continue
            introduced = quoted_body(self.tokens, start)
            fields = parts(self.portfolios, start, chunk.end)
            pieces = (p for f in fields for p in parted_at_verb(self.tokens, *f, self.surnames))
            parsed = (name for piece in pieces for name in self._parse(*piece, chunk))
            for name in [introduced] if introduced else parsed:
                if is_portfolio(self.tokens, name, self.portfolios):
                    continue
                extend_place(self.tokens, name, chunk)
                extend_small_head(self.tokens, name, chunk)
                extend(self.tokens, name)
                extend_meeting(self.tokens, name)
                names.append(name)
                taken = max(taken, name.end)
        return names

    def _parse(self, start: int, end: int, chunk: Chunk) -> list[Name]:
        """Cut one run of capitalised tokens into names."""
        if start >= end:
            return []
        if is_firms_branch(self.tokens, start, end, self.firms):
            return [Name(start, end, "Organization")]
        if chunk.headline and not is_behind_land(self.tokens, start, end):
            return self._headline(start, end, chunk)
        while start < end and not self.tokens.text[start][0].isalnum():
            start += 1
        if start == end:
            return []
        start = self._skip_opening_word(start, end, chunk)
        if " ".join(self.tokens.lower[start:end]) in words("common_phrase"):
            return []
        office = self.tokens.lower[max(0, start - 2) : start]
        state = office in (["head", "of"], ["heads", "of"]) and self.tokens.lower[start] == "state"
        if office == ["secretary", "of"] or state:
            start += 1
            if start >= end:
                return []
        start += only_describes(self.tokens, start, end)
        match = self.gazetteer.match(self.tokens.text, start)
        if match is not None and is_western_part(self.tokens, start, end, match[0]):
            match = None
        if start + 1 < end and is_ordinal(self.tokens.text[start + 1]) and match is None:
            # "the SAF 22nd Infantry Division": so does the army it belongs to.
            return [*self._open(start, start + 1, chunk), *self._parse(start + 1, end, chunk)]
        if is_settlement(self.tokens, start, end):
            return [Name(start, end, "Place", match[1] if match and match[0] == end else None)]
        headed = self.head_reader.read(start, end, self._label(end - 1))
        whole_seat = match is not None and match[0] >= end and match[1].sense == "seat"
        if headed is not None and not whole_seat:  # "Downing Street" is a government's, no street
            return [headed]
        if match is None and all(
            word in words("generic_body") for word in self.tokens.lower[start:end]
        ):
            return []
        if match is not None:
            whole = self._body_before_title(start, match[0], end, chunk)
            return whole or self._known(start, max(end, match[0]), *match, chunk)
        person = person_start(self.tokens, start, end)
        if person is not None:
            known = self.gazetteer.match(self.tokens.text, person)
            rest = self._open if known is None else self._parse
            return [*self._parse(start, person, chunk), *rest(person, end, chunk)]
        titled = self._titled(start, end, chunk)
        if titled is not None:
            return titled
        for at in range(start + 1, end):
            inner = self.gazetteer.match(self.tokens.text, at)
            if inner is None or inner[0] > end:
                continue
            state = inner[1].type == "State" and not self._person_over(at)
            if state and inner[0] == end and is_body(self.tokens, start, end):
                return [Name(start, end, "Organization")]
            if is_branch(self.tokens, start, at, end):
                return [Name(start, end, "Organization")]
            if state and at == start + 1 and self.tokens.text[start] == "West":
                return self._parse(at, end, chunk)  # "West Germany"
            if state and self.ent_at.get(start) == (start, end, "ORG") and at == start + 1:
                return self._whole(start, end)  # "Transparency Georgia"
            if state and inner[1].sense == "seat" and not chunk.initial:
                # "Quiet Kyiv": a capital with a word before it is part of some title.
                return self._whole(start, end)
            if state or (inner[1].kind == "platform" and not is_letter(self.tokens, at, end)):
                return [*self._parse(start, at, chunk), *self._parse(at, end, chunk)]
        return self._open(start, end, chunk)

    def _whole(self, start: int, end: int) -> list[Name]:
        """One name, of a body as far as its words tell."""
        label = label_for(self.ent_at, start, end)
        return [Name(start, end, votes=Counter(Organization=3), label=label)]

    def _headline(self, start: int, end: int, chunk: Chunk) -> list[Name]:
        """In a title set in capitals only known names, and names the text itself uses, count."""
        names: list[Name] = []
        at = start
        while at < end:
            match = self.gazetteer.match(self.tokens.text, at)
            if match is not None:
                weak = self._doubtful(at, match[0], chunk)
                names.append(
                    Name(at, match[0], None if weak else match[1].type, match[1], weak=weak)
                )
                at = match[0]
            elif self.tokens.text[at] in self.surnames:
                names.append(Name(at, at + 1, votes=Counter(Person=5)))
                at += 1
            elif at in self.ent_at:
                stop = min(self.ent_at[at][1], end)
                ordinary = is_ordinary(self.tokens, at, stop)
                if ordinary or tells(self.tokens, at, stop):
                    at = stop if ordinary else at + 1  # "Chief Discusses Tensions", "Meets Kenya"
                    continue
                names.append(
                    Name(
                        at,
                        stop,
                        votes=votes_for(self.tokens, at, stop),
                        label=label_for(self.ent_at, at, stop),
                        weak=True,
                    )
                )
                at = stop
            else:
                at += 1
        return names

    def _skip_opening_word(self, start: int, end: int, chunk: Chunk) -> int:
        """Drop a sentence's first word where it only qualifies the name after it."""
        tokens = self.tokens
        # "Patriot Media said": what is left would name nothing
        bare = end - start == 2 and tokens.lower[end - 1] in words("generic_body")
        bare = bare and tokens.pos[start] == "ADJ"
        if chunk.initial and start == chunk.start and end - start > 1 and not bare:
            plain = tokens.pos[start] in _PLAIN
            if (
                plain
                and tokens.lower[start] not in words("given_name")
                and start not in self.ent_at
                and self.gazetteer.match(tokens.text, start) is None
            ):
                return start + 1
        return start

    def _known(self, start: int, end: int, stop: int, known: Known, chunk: Chunk) -> list[Name]:
        """A chunk that begins with a known name: alone, as a modifier, or beside another name."""
        tokens = self.tokens
        ent = self.ent_at.get(start)
        longer_person = ent is not None and ent[2] == "PERSON" and ent[1] > stop and stop < end
        longer_person = longer_person and not has_number(tokens, start, end)
        beside = known.type == "State" and end - stop > 1
        beside = beside or follows_office(tokens, start)  # "President of Argentina Macri"
        if (
            longer_person
            and known.sense != "demonym"
            and known.type not in _SPEAKERS
            and not beside
        ):
            return [
                Name(start, min(end, max(ent[1], stop)) if ent else end, votes=Counter(Person=3))
            ]
        if known.type in {"Channel", "Place"} and stop < end:
            follows = tokens.lower[stop] in self.titles or tokens.lower[stop] in PLATFORM
            follows = follows or is_headed(tokens, start, stop, end)  # "head of RT Otto Kern"
            if not follows and known.kind != "platform":
                whole = Name(start, end, "Channel" if known.type == "Channel" else None)
                whole.votes = votes_for(self.tokens, start, end)
                whole.label = label_for(self.ent_at, start, end)
                return [whole]
        if known.type == "Person" and stop < end and tokens.lower[stop] not in self.titles:
            if len(known.name.split()) > 1 and stop - start > 1:
                return [Name(start, stop, "Person", known), *self._parse(stop, end, chunk)]
            return self._open(start, end, chunk)
        if is_branch(tokens, start, stop, end, known):
            return [Name(start, end, "Organization")]
        if known.type == "State" and start and tokens.lower[start - 1] == "party":
            return self._whole(start, end)  # "the party Kenya First"
        if known.type == "Thing" and tokens.lower[start - 1] in words("company_noun") and start:
            return [Name(start, stop, votes=Counter(Organization=5))]
        weak = self._doubtful(start, stop, chunk)
        name = Name(start, stop, None if weak else known.type, known, weak=weak)
        seat = known.type == "State" and known.sense == "seat"
        if (seat or known.kind == "company") and stop < end:
            following = self.gazetteer.match(tokens.text, stop)
            beside_state = following is not None and following[1].type == "State"
            headed = person_start(tokens, start, end) == stop  # "head of Rostec Otto Kern"
            if tokens.lower[stop] not in self.titles and not (beside_state or headed):
                return self._open(start, end, chunk)
        return [name, *self._parse(stop, end, chunk)]

    def _doubtful(self, start: int, stop: int, chunk: Chunk) -> bool:
        opens = (chunk.initial or chunk.headline) and start not in self.ent_at
        return stop - start == 1 and is_doubtful(self.tokens, start, opens=opens)

    def _titled(self, start: int, end: int, chunk: Chunk) -> list[Name] | None:
        """A body, a title and a person side by side, as in "Security Council Secretary Petrov"."""
        tokens = self.tokens
        first = first_title(tokens, start, end)
        if first is None:
            return None
        last = titles_end(tokens, first, end)
        field = first - start == 1 and tokens.lower[first] in words("portfolio_holder")
        field = field and self.gazetteer.match(tokens.text, start) is None
        before = self._parse(start, first, chunk) if first > start and not field else []
        if last == end:
            return before
        if known_behind(tokens, last):
            return [*before, *self._parse(last, end, chunk)]
        headed = self.head_reader.read(last, end, self._label(end - 1))
        if headed is not None:
            return [*before, headed]
        return [*before, Name(last, end, votes=Counter(Person=4))]

    def _body_before_title(self, start: int, known: int, end: int, chunk: Chunk) -> list[Name]:
        """A body named with its state or city before an official: "Odesa Oblast Head ..."."""
        for at in range(end - 1, known, -1):
            if self.tokens.lower[at] in self.titles:
                headed = self.head_reader.read(start, at, self._label(at - 1))
                if headed is not None and headed.end == at:
                    return [headed, *self._parse(at, end, chunk)]
        return []

    def _open(self, start: int, end: int, chunk: Chunk) -> list[Name]:
        """A chunk nothing settles: follow the model's cuts, and collect votes."""
        tokens = self.tokens
        cuts = sorted(
            {
                self.ent_at[i][0]
                for i in range(start + 1, end)
                if i in self.ent_at and self.ent_at[i][0] > start
                if not joins(tokens, self.ent_at[i][0])
                and tokens.lower[self.ent_at[i][0] - 1] not in words("particle")
            }
        )
        if (
            cuts
            and end - start > 2
            and (start in self.ent_at)
            and self.ent_at[start][1] <= cuts[0]
            and not self._one_person(start, end)
        ):
            return [*self._open(start, cuts[0], chunk), *self._parse(cuts[0], end, chunk)]
        while end - start > 1 and tokens.text[end - 1] in {"-", "–"}:
            end -= 1
        term = tokens.lower[start] in words("common_acronym") or is_type(tokens.text[start])
        if (term and end - start == 1) or is_language(tokens, start, end):
            return []
        name = Name(start, end)
        name.votes = votes_for(self.tokens, start, end)
        name.label = label_for(self.ent_at, start, end)
        if has_number(tokens, start, end):
            name.label.pop("Person", None)  # whatever the model says
        before, after = tokens.text[max(0, start - 1) : start], tokens.text[end : end + 1]
        bracketed = end - start == 1 and (before in (["["], ["("]) or after == ["]"])
        heading = end - start == 1 and has_line(self.tokens, start, end)
        ordinary = tokens.lower[start] in tokens.plain
        unsure = chunk.initial and start not in self.ent_at and not is_acronym(tokens, start)
        unsure = (unsure or (ordinary and chunk.initial)) and not is_camel(tokens.text[start])
        explained = is_explained(tokens, start, end)
        unsure = unsure and not explained
        name.weak = ((bracketed or heading) and not explained) or (unsure and end - start == 1)
        return [name]

    def _one_person(self, start: int, end: int) -> bool:
        """Whether the model's cuts part one person: nobody writes two with nothing between."""
        labelled = all(self._label(i) in {"PERSON", None} for i in range(start, end))
        joined = all(self.tokens.heads[i] == end - 1 for i in range(start, end - 1))
        return labelled and (end - start <= 3 or (joined and end - start <= 5))

    def _person_over(self, at: int) -> bool:
        ent = self.ent_at.get(at)
        return ent is not None and ent[2] == "PERSON" and ent[1] - ent[0] > 1

    def _label(self, index: int) -> str | None:
        ent = self.ent_at.get(index)
        return ent[2] if ent is not None else None
