"""Names whose head noun says what they are: a ministry, a treaty, a region, a summit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ingest.nlp.entities.chunks import WEEKDAYS
from ingest.nlp.entities.complements import complement_end
from ingest.nlp.entities.gazetteer import Known, gazetteer, words
from ingest.nlp.entities.joints import has_aim, is_ordinal
from ingest.nlp.entities.kinds_before import is_place_by_opening
from ingest.nlp.entities.outlets import is_outlet
from ingest.nlp.entities.shape import is_acronym
from ingest.nlp.tokens import POSSESSIVES, Tokens, is_capital

_LEGISLATURES = frozenset(["assembly", "parliament", "congress", "senate", "duma"])
_REIGNING = frozenset(["king", "queen", "prince", "princess", "sultan", "emperor"])
_BINDING = frozenset(["strategic", "comprehensive"])  # of a partnership that states declare
_ADDRESSING = frozenset(["mr", "mrs", "ms", "dr", "prof"])
_EMPLOYED = frozenset(["analyst", "fellow", "researcher", "expert", "director", "economist"])


@dataclass(slots=True)
class Name:
    """One occurrence of a name: its tokens, and its type once it is settled.

    `known` is its gazetteer entry, `owner` the state a ministry or army belongs to, `votes` the
    evidence of the words around it and `label` the model's, where the type is open. `generic`
    names ("Press Service", "General Staff") are somebody's only where their owner is known.
    """

    start: int
    end: int
    type: str | None = None
    known: Known | None = None
    owner: Known | None = None
    owner_end: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    label: Counter[str] = field(default_factory=Counter)
    weak: bool = False
    generic: bool = False


def is_concluded(tokens: Tokens, index: int) -> bool:
    """Whether a noun is what a verb or noun of concluding is about ("signed the treaty")."""
    head = tokens.heads[index]
    for _ in range(3):
        if tokens.lemma[head] in words("conclude"):
            return True
        put = (c for c in tokens.children[head] if tokens.dep[c] == "dobj")
        if any(tokens.lemma[c] in ("signature", "name") for c in put):
            return True  # "put their signatures to the statement"
        if tokens.dep[head] not in {"prep", "pobj", "conj", "dobj", "xcomp"}:
            return False
        head = tokens.heads[head]
    return tokens.lemma[head] in words("conclude")


class HeadReader:
    """Reads one stretch of capitalised tokens by its last word, with the complement after it."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.gazetteer = gazetteer()
        self.titles = words("title")
        self.heads = {
            kind: words(kind) for kind in ("treaty", "military", "organization", "place", "event")
        }

    def read(self, start: int, end: int, label: str | None) -> Name | None:
        """A name whose head noun says what it is: a ministry, a region, a treaty."""
        tokens = self.tokens
        head = tokens.lower[end - 1]
        match = self.gazetteer.match(tokens.text, start)
        if match is not None and match[0] >= end and match[1].sense == "name":
            return None
        of_state = match is not None and match[1].type == "State" and match[1].sense != "seat"
        if match is not None and of_state and self._is_known_body(match[0], end):
            return None  # "Iranian Revolutionary Guards", whom everybody knows
        owner = match[1] if match is not None and of_state else None
        if match is not None and self._is_field(start, *match):
            owner = None
        owner_end = match[0] if match is not None and owner is not None else start
        following = tokens.lower[end] if end < len(tokens) else ""
        if start and tokens.lower[start - 1] in words("paper_noun") and owner is None:
            return Name(start, end, votes=Counter(Channel=6))  # "the daily Utrinna Duma"
        if end - start > 3 and tokens.lower[end - 3] == "to" and has_aim(tokens, end - 3):
            return Name(start, end, "Organization")
        if end - start > 2 and tokens.text[end - 1] == "Day":
            return Name(start, end, "Event")  # "National Guard Day"
        if end - start > 1 and tokens.text[start] == "NGO":
            return Name(start + 1, end, "Organization")
        if end - start > 1 and tokens.text[start] in words("ship"):
            return Name(start, end, "Thing")
        if end - start > 1 and tokens.text[start] in {"Operation", "Exercise"}:
            return Name(start, end, "Event")
        if is_place_by_opening(tokens, start, end):
            return Name(start, end, "Place")
        if match is not None and match[0] == start + 1 and self._is_peoples(start + 1):
            return Name(start, end, "Organization")  # "Sudan People's Liberation Movement"
        if tokens.text[start] == "Unit" and tokens.text[start + 1 : end] and end - start == 2:
            return Name(start, end, "ArmedGroup")  # "Unit 26165"
        if end - start > 1 and is_ordinal(tokens.text[start]) and tokens.text[end - 1].islower():
            return Name(start, end, "ArmedGroup")  # "47th mechanised brigade"
        if is_ordinal(tokens.text[start]) and end - start == 2 and is_acronym(tokens, end - 1):
            return Name(start, end, "ArmedGroup")  # "36th CAA"
        if end - start > 1 and head in words("law") and self._is_law(start, end):
            return Name(start, end, "Thing")  # "the Foreign Agents Registration Act"
        if head in self.heads["treaty"]:
            stop = self._treaty_end(end, following)
            return Name(start, stop, "Treaty", owner=owner) if stop - start > 1 else None
        if head == "partnership" and tokens.lower[end - 2] in _BINDING and end - start > 2:
            return Name(start, end, "Treaty", owner=owner)
        if head in words("treaty_paper") and is_concluded(tokens, end - 1):
            stop = self._treaty_end(end, following)
            return Name(start, stop, "Treaty", owner=owner) if stop - start > 1 else None
        district = tokens.lower[end - 2 : end] == ["military", "district"]
        if district or head in self.heads["organization"] or head in self.heads["military"]:
            return self._organization(start, end, owner, owner_end)
        if is_outlet(tokens, start, end, label):
            return Name(start, end, "Channel")
        led = start > 0 and tokens.lower[start - 1] == "the"
        if end - start > 1 and head == "partnership" and following == "for" and led:
            return Name(start, complement_end(tokens, end, commas=False), "Organization")
        alone = head.endswith("lympics")
        if head == "forum" and following == "for" and end - start > 1:
            return Name(start, complement_end(tokens, end, commas=False), "Organization")
        if head == "forum" and self._employs(start):
            return Name(start, end, "Organization")
        if (end - start > 1 or alone) and head in self.heads["event"] and owner is None:
            on = following in {"of", "on"}
            stop = complement_end(tokens, end, commas=False) if on else end
            return Name(start, stop, "Event")
        if (
            end - start > 1
            and (head in self.heads["place"] or self._is_province(start, end))
            and not self._is_any_border(start, end)
            and (tokens.lower[start] not in self.titles or self._is_after_king(start, end))
        ):
            in_sea = match is not None and match[1].type == "Place" and following == "of"
            if in_sea and match is not None and match[1].name.endswith((" Ocean", " Sea")):
                return Name(start, match[0], "Place", match[1])  # "the Pacific Island of Nauru"
            return Name(start, end, "Place")
        return None

    def _is_after_king(self, start: int, end: int) -> bool:
        """Whether a place is named after who reigned: "King Khalid International Airport"."""
        return self.tokens.lower[start] in _REIGNING and end - start > 2

    def _is_known_body(self, start: int, end: int) -> bool:
        """Whether a body of its own name stands behind the state's, and nothing else."""
        body = self.gazetteer.match(self.tokens.text, start) if start < end else None
        whole = body is not None and body[0] == end and body[1].sense == "name"
        whole = whole and self.tokens.lower[end - 1] not in _LEGISLATURES
        return whole and body is not None and body[1].type in ("Organization", "ArmedGroup")

    def _is_field(self, start: int, stop: int, known: Known) -> bool:
        """Whether a body deals with a state and is of another: "China's Taiwan Affairs Office"."""
        tokens = self.tokens
        if tokens.lower[stop : stop + 1] == ["affairs"]:
            return True
        if start < 2 or tokens.lower[start - 1] not in POSSESSIVES:
            return False
        possessor = self.gazetteer.match(tokens.text, start - 2)
        state = possessor is not None and possessor[1].type == "State"
        return state and known.sense == "name"

    def _is_law(self, start: int, end: int) -> bool:
        """Whether "the", an owner or plain English stands before "Act": like "Bill" it ends
        surnames.
        """
        lower, known = self.tokens.lower, self.tokens.dictionary
        plain = all(w in known or w.removesuffix("s") in known for w in lower[start : end - 1])
        owned = start > 0 and lower[start - 1] in {"the", "its", "their", *POSSESSIVES}
        return owned or (plain and end - start > 2)

    def _is_peoples(self, index: int) -> bool:
        """Whether "People's" goes on with a name: "Sudan People's Liberation Movement"."""
        return self.tokens.text[index : index + 2] in (["People", "'s"], ["People", "’s"])

    def _employs(self, start: int) -> bool:
        """Whether somebody is an analyst or a fellow "at the" body whose name begins here."""
        before = self.tokens.lower[max(0, start - 3) : start]
        return before[1:] == ["at", "the"] and before[0] in _EMPLOYED

    def _is_province(self, start: int, end: int) -> bool:
        """ "West Kordofan State", "Rivers State"; no state is called by such a first word."""
        opening = self.tokens.lower[start]
        named = opening not in {"islamic", "deep", "united", "caliphate", "secretary", "union"}
        known = opening not in words("place_modifier") and (
            self.gazetteer.match(self.tokens.text, start) is not None
        )
        return self.tokens.text[end - 1] == "State" and named and not known

    def _is_any_border(self, start: int, end: int) -> bool:
        """Whether every state has it: "the State Border", "the Territorial Sea"."""
        lower = self.tokens.lower
        return lower[end - 1] in words("border_noun") and all(
            word in words("border_kind") for word in lower[start : end - 1]
        )

    def _treaty_end(self, end: int, following: str) -> int:
        """The end of "Treaty on Friendship and Cooperation" or "Protocol of 2009"."""
        if following not in {"on", "of", "for", "between"}:
            return end
        stop = complement_end(self.tokens, end, commas=True)
        year = end + 1 < len(self.tokens) and re.fullmatch(
            r"(?:19|20)\d\d", self.tokens.text[end + 1]
        )
        return end + 2 if year and following == "of" else stop

    def _organization(
        self, start: int, end: int, owner: Known | None, owner_end: int
    ) -> Name | None:
        """An organization or force by its head noun, with the complement that completes it."""
        tokens = self.tokens
        following = tokens.lower[end] if end < len(tokens) else ""
        head = tokens.lower[end - 1]
        stop = end
        of = following == "of" or (following == "for" and head not in _LEGISLATURES)
        of = of and head not in words("company_head")
        if of or (following in {"on", "to"} and head in {"committee", "commission", "mission"}):
            stop = self._stop_at_actor(
                end, complement_end(tokens, end, commas=head in {"ministry", "department"})
            )
        generic = stop == end and all(w in words("generic_body") for w in tokens.lower[start:end])
        if stop == end and end - start == 1:
            return None
        group = head in words("group_noun") and head != "navy"
        if stop == end and end - start == 2 and owner is not None and group:
            return None
        military = head in self.heads["military"] and head != "company"
        military = military and tokens.lower[end - 2] != "task"
        military = military or tokens.lower[end - 2 : end] == ["military", "district"]
        if military and "ministry" in tokens.lower[end:stop]:
            stop = end  # "Internal Troops of the Interior Ministry"
        type_ = "ArmedGroup" if military else "Organization"
        return Name(start, stop, type_, owner=owner, owner_end=owner_end, generic=generic)

    def _is_state(self, index: int, end: int) -> bool:
        """Whether one token names a state and ends there ("Georgia", not "Bosnia and ...")."""
        match = self.gazetteer.match(self.tokens.text, index)
        return match is not None and match[0] == end and match[1].type == "State"

    def _of_whole(self, of: int) -> bool:
        """Whether a known body follows that has these ministers: "of the Council of Europe"."""
        tokens = self.tokens
        if tokens.lower[of] != "of" or not tokens.text[of - 1].endswith("s"):
            return False
        match = self.gazetteer.match(tokens.text, of + 1 + (tokens.lower[of + 1] == "the"))
        return match is not None and match[1].type in {"Organization", "Bloc"}

    def _stop_at_actor(self, head_end: int, stop: int) -> int:
        """Cut a complement where somebody else begins: a person's given name after a noun, or after
        "and" a title, another body, a known person, a state.
        """
        tokens = self.tokens
        bodies = self.heads["organization"]
        stop -= stop > head_end and tokens.lower[stop - 1] in WEEKDAYS  # "the ministry Tuesday"
        for index in range(head_end, stop - 1):
            given = tokens.lower[index] in words("given_name") and is_capital(tokens.text[index])
            form = tokens.lower[index].rstrip(".") in _ADDRESSING and index > head_end + 1
            within = is_capital(tokens.text[index - 1]) and is_capital(tokens.text[index + 1])
            if (given or form) and within:
                return index - (tokens.lower[index - 1] in words("rank") | {"general"})
            given = given and is_capital(tokens.text[index + 1])
            other = given and tokens.lower[index + 1] not in tokens.dictionary
            led = index - 1 == head_end and tokens.lower[head_end - 1] in words("led_body")
            joined = tokens.lower[index - 1] == "and" and index - 1 > head_end
            if (given and led) or (other and joined):
                return index - 1  # "the Socialist Party of [Edi Rama]"
            if self._of_whole(index) and index > head_end:
                return index
            joined = tokens.lower[index : index + 2] == ["and", "the"] and index > head_end
            beside = tokens.lower[index + 2 : min(stop, index + 4)]
            if joined and any(word in bodies for word in beside):
                return index
            if tokens.lower[index] in {"and", "to", "with", "on"} and index > head_end:
                match = self.gazetteer.match(tokens.text, index + 1)
                known = match is not None and (
                    match[1].type in {"Person", "State", "Channel"} or match[0] - index > 2
                )
                known = known or (tokens.lower[index] == "and" and self._is_state(index - 1, index))
                titled = tokens.lower[index + 1] in self.titles
                beyond = tokens.text[index + 2]  # "and Justice" may end a name
                titled = titled and (is_capital(beyond) or beyond in {"of", "for", "to"})
                if known or titled or tokens.lower[index] == "with":
                    return index
        return stop
