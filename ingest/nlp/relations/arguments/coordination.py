"""What is coordinated with a name, also where the parser lost or hid the list."""

from __future__ import annotations

from ingest.nlp.findings import BODIES, COLLECTIVES, Findings, Mention
from ingest.nlp.relations.arguments.led import LEADING
from ingest.nlp.relations.arguments.participles import listed_around, within_list
from ingest.nlp.relations.arguments.semicolons import listed_people
from ingest.nlp.tokens import LIMITING

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"})
_MOST_TITLE = 8  # words from a comma to the end of "Supreme Court Chief Justice" and a name
_MOST_BESIDE = 4  # words of "the former tycoon" before a name
MAX_COORDINATED = 40  # more than any bloc has members
MAX_PLACE = 14  # tokens from somebody to the end of where they were met, or to the next name
_PAUSES = frozenset({",", "and", ".", ";"})
_BEFORE_NAMES = frozenset({"ADV", "ADJ", "NOUN", "PROPN", "DET"})

_GOODS_TAGS = frozenset({"NNS", "NN", "VBZ"})  # "drones" is taken for a verb


def begins_gap(found: Findings, index: int) -> bool:
    """Whether a name begins a clause without a verb: "rifles to Togo and Ghana drones to Mali"."""
    tokens, mention = found.tokens, found.holder[index]
    if mention is None or mention.kind != "name" or mention.start != index:
        return False
    before, at = found.holder[index - 2] if index > 2 else None, mention.end
    if before is None or tokens.lower[index - 1] != "and" or tokens.lower[before.start - 1] != "to":
        return False
    gives = found.type_of(mention.entity) in COLLECTIVES
    return gives and tokens.lower[at + 1 : at + 2] == ["to"] and tokens.tag[at] in _GOODS_TAGS


class Coordination:
    """Finds the lists of one document; `categories` are nouns such as "region"."""

    def __init__(self, found: Findings, categories: frozenset[str]) -> None:
        self.found = found
        self.tokens = found.tokens
        self.categories = categories

    def _relative(self, noun: int) -> int | None:
        """Quill in "sanctioned Popko, his wife Ada Quill and Kern": "his" tells of Popko."""
        tokens = self.tokens
        theirs = tokens.dep[noun] == "appos" and tokens.tag[tokens.lefts[noun]] == "PRP$"
        return tokens.child(noun, "appos") if theirs and tokens.tag[noun] == "NN" else None

    def conjuncts(self, head: int) -> list[int]:
        """A noun and the nouns coordinated with it, also where the parser hangs them in a name."""
        if self._described_alone(head):
            return [head]
        found: list[int] = [head]
        queue = [head]
        above = self.tokens.heads[self.tokens.heads[head]]
        described = within_list(self.found, above)  # by "owned" from P of "X, Y, owned by P, and Z"
        while queue and len(found) <= MAX_COORDINATED:
            index = queue.pop(0)
            mention = self.found.holder[index]
            span = range(mention.start, mention.end) if mention is not None else (index,)
            titles = [c for c in self.tokens.children[index] if self.tokens.dep[c] == "compound"]
            for inside in dict.fromkeys((*titles, *span, *self._name_of(index))):
                for child in self.tokens.children[inside]:
                    nominal = self.tokens.pos[child] in NOMINAL
                    first = self._first_of_two(child)
                    joined = self.tokens.dep[child] == "conj" or first
                    relative = self._relative(child)
                    joined = joined or self._inside_list(child) or relative is not None
                    if mention is None and ";" in self.tokens.text[index:child]:
                        continue  # "X, journalist and founder of Y; Z, a host": Z founded nothing
                    if joined and (self._left_out(child) or (described and child in described)):
                        continue
                    if joined and begins_gap(self.found, self._start_of(child)):
                        continue
                    if joined and nominal and child not in found:
                        found.append(child)
                        plural = self.tokens.lemma[index].lower() in self.categories
                        modifies = first and self.tokens.dep[child] != "appos" and not plural
                        queue += [] if modifies else [child, *filter(None, [relative])]
        if len(found) > 1 and self._set_right(head):
            found.remove(head)
        found += [name for name in self._as_well(head) if name not in found]
        found += [name for name in self._kin(head) if name not in found]
        found += [name for name in self._beyond_leader(head) if name not in found]
        found += [name for name in self._beyond_state(head) if name not in found]
        found += [name for name in self._met_elsewhere(head) if name not in found]
        found += [name for name in self._past_place(head) if name not in found]
        found += [name for name in listed_around(self.found, head) if name not in found]
        found += [name for name in listed_people(self.found, head) if name not in found]
        return [*self._listed_before(head), *found, *self._listed_after(head, found)]

    def _described_alone(self, name: int) -> bool:
        """Whether the participle behind Y in "X, Y, owned by P, and Z" tells of nothing but Y."""
        behind = name + 2
        parts = within_list(self.found, behind) if behind < len(self.tokens) else None
        return parts is not None and parts[0] == name

    def _start_of(self, noun: int) -> int:
        """Where the name that a noun ends begins."""
        mention = self.found.holder[noun]
        return noun if mention is None else mention.start

    def _name_of(self, noun: int) -> list[int]:
        """Lantern in "the site Lantern and the channel Kettle", which the parse joins to it."""
        named = self.tokens.child(noun, "appos")
        held = self.found.holder[named] if named is not None else None
        beside = held is not None and held.kind == "name" and held.start == noun + 1
        return [named] if named is not None and beside else []

    def _inside_list(self, name: int) -> bool:
        """Azerbaijan in "Turkey, Azerbaijan, and Kenya", which the parse lets explain Turkey."""
        tokens, first = self.tokens, self.tokens.heads[name]
        other = tokens.child(first, "conj") if tokens.dep[name] == "appos" else None
        if other is None or other < name or tokens.text[name + 1] != ",":
            return False
        listed = [self.found.holder[i] for i in (first, name, other)]
        types = {self.found.type_of(m.entity) for m in listed if m is not None}
        alone = all(m is not None and m.kind == "name" for m in listed) and len(types) == 1
        return alone and tokens.lower[tokens.lefts[other] - 1] == "and"

    def _left_out(self, noun: int) -> bool:
        """Togo in "Kenya, but not Togo, agreed"; "not only Togo" is not left out."""
        lower, start = self.tokens.lower, self.tokens.lefts[noun]
        return "not" in lower[max(0, start - 1) : start + 1] and "only" not in lower[start:noun]

    def _set_right(self, noun: int) -> bool:
        """Togo in "Not Togo but Kenya agreed"; of "not only Togo but" both did."""
        lower, start = self.tokens.lower, self.tokens.lefts[noun]
        links = [c for c in self.tokens.children[noun] if self.tokens.dep[c] == "cc"]
        corrected = any(lower[c] == "but" for c in links)
        denied = "not" in lower[max(0, start - 1) : start + 1]
        return corrected and denied and LIMITING.isdisjoint(lower[start : noun + 1])

    def _listed_before(self, head: int) -> list[int]:
        """Names before one and a comma, where the parser lost the list ("X, Y and Z met")."""
        tokens, holder, listed = self.tokens, self.found.holder, list[int]()
        mention = holder[head]
        while mention is not None and mention.start >= 2 and tokens.text[mention.start - 1] == ",":
            before = holder[mention.start - 2]
            if before is None or tokens.heads[before.end - 1] != tokens.heads[head]:
                break
            if self.found.type_of(before.entity) != self.found.type_of(mention.entity):
                break
            listed.insert(0, before.end - 1)
            mention = before
        return listed

    def _listed_after(self, head: int, found: list[int]) -> list[int]:
        """Names after one up to "and", where the parser lost the list ("by X, Y and Z").

        All must be of one type, and the verb's: what stands after it is no apposition of theirs.
        """
        tokens, holder = self.tokens, self.found.holder
        first = holder[head]
        if first is None or first.kind != "name" or len(found) > 1:
            return []
        type_, at, listed = self.found.type_of(first.entity), first.end, list[int]()
        turns = 0
        while at + 1 < len(tokens) and tokens.lower[at] in (",", "and"):
            closes = tokens.lower[at] == "and" or tokens.lower[at + 1] == "and"
            at += 1 + (tokens.lower[at] == "," and tokens.lower[at + 1] == "and")
            in_turn = tokens.lower[at] in ("then", "later", "finally")
            at += in_turn + (tokens.lower[at + in_turn : at + in_turn + 1] == ["the"])
            mention = holder[at] if at < len(tokens) else None
            if mention is None and at + 1 < len(tokens) and tokens.text[at].istitle():
                at += 1  # "TASS and Captain Limassol"
                mention = holder[at]
            if type_ == "Person":
                mention = self._titled(at) or mention
            elif mention is not None and mention.start != at:
                return []
            if mention is None or mention.kind != "name":
                return []
            other = self.found.type_of(mention.entity)
            if other != type_ and not {other, type_} <= BODIES:
                return []
            listed.append(mention.end - 1)
            at, turns = mention.end, turns + in_turn
            if closes:
                return listed if len(listed) > 1 or turns else []
        return listed if turns == len(listed) else []  # "X, then Y, then Z"

    def _as_well(self, head: int) -> list[int]:
        """Y in "on X as well as Y" and "on X and tycoon Y,", which the parse joins to others."""
        tokens, first = self.tokens, self.found.holder[head]
        if first is None or first.kind != "name" or first.end >= len(tokens):
            return []
        wide = tokens.lower[first.end : first.end + 3] == ["as", "well", "as"]
        at = start = first.end + (3 if wide else 1)
        if not wide and tokens.lower[first.end] != "and":
            return []
        while at < min(len(tokens), start + _MOST_BESIDE) and tokens.text[at].islower():
            if tokens.pos[at] not in ("NOUN", "ADJ", "DET"):
                return []
            at += 1
        name = self.found.holder[at] if at < len(tokens) else None
        if name is None or name.start != at or name.kind != "name":
            return []
        closed = tokens.text[name.end : name.end + 1] in ([","], ["."], [";"])
        return [name.end - 1] if wide or (closed and at > start) else []

    def _titled(self, at: int) -> Mention | None:
        """The person behind a title: "A, Supreme Court Chief Justice B and Army Chief C"."""
        tokens = self.tokens
        for index in range(at, min(len(tokens), at + _MOST_TITLE)):
            person = self.found.person_at(index)
            if person is not None:
                return person if person.start == index else None
            if tokens.pos[index] not in ("PROPN", "NOUN", "ADJ") and tokens.text[index] != "-":
                return None
        return None

    def _kin(self, head: int) -> list[int]:
        """Who is joined to a person in "X, an adviser, and his wife, Y", as the parse hides it."""
        tokens = self.tokens
        for child in tokens.children[head]:
            joined = tokens.child(child, "conj") if tokens.dep[child] == "appos" else None
            if joined is not None and tokens.tag[tokens.lefts[joined]] == "PRP$":
                return [c for c in tokens.children[joined] if tokens.dep[c] == "appos"]
        return []

    def _beyond_leader(self, head: int) -> list[int]:
        """The unit in "the army led by X and the 5th Brigade", which the parse joins to X."""
        tokens, holder = self.tokens, self.found.holder
        for verb in tokens.children[head]:
            if tokens.dep[verb] != "acl" or tokens.lemma[verb] not in LEADING:
                continue
            by = tokens.child(verb, "agent")
            leader = tokens.child(by, "pobj") if by is not None else None
            joined = tokens.child(leader, "conj") if leader is not None else None
            body = holder[joined] if joined is not None else None
            led = leader is not None and self.found.person_at(leader) is not None
            if led and joined is not None and body and self.found.type_of(body.entity) in BODIES:
                return [joined]
        return []

    def _beyond_state(self, head: int) -> list[int]:
        """The second of "X of Kenya and Y of Ghana", which the parse joins to Kenya."""
        tokens, holder, people = self.tokens, self.found.holder, list[int]()
        mention = holder[head]
        if mention is None or self.found.type_of(mention.entity) != "Person":
            return []
        for of in (c for c in tokens.children[head] if tokens.lower[c] in ("of", "from")):
            state = tokens.child(of, "pobj")
            joined = tokens.child(state, "conj") if state is not None else None
            named = holder[joined] if joined is not None else None
            if joined is not None and named and self.found.type_of(named.entity) == "Person":
                people += [joined, *self._beyond_state(joined)]
        return people

    def _past_place(self, head: int) -> list[int]:
        """The second of "Radio Reef in Kenya and Kettle TV", which the parse joins to Kenya."""
        tokens, holder = self.tokens, self.found.holder
        first = holder[head]
        if first is None or tokens.lower[first.end : first.end + 1] != ["in"]:
            return []
        place = holder[first.end + 1] if first.end + 1 < len(tokens) else None
        placed = place is not None and self.found.type_of(place.entity) in ("State", "Place")
        if place is None or not placed or tokens.lower[place.end : place.end + 1] != ["and"]:
            return []
        second = holder[place.end + 1] if place.end + 1 < len(tokens) else None
        if second is None or second.start != place.end + 1 or second.kind != first.kind:
            return []
        alike = {self.found.type_of(m.entity) for m in (first, second)} == {"Channel"}
        return [second.end - 1] if alike else []

    def _met_elsewhere(self, head: int) -> list[int]:
        """Y and Z in "met X in Kisumu, Y in Accra and, most recently, Z in Tamale".

        So it is with "X on Monday and Y on Tuesday".
        """
        people, mention = list[int](), self.found.holder[head]
        while mention is not None and self.found.type_of(mention.entity) == "Person":
            separator = self._behind_setting(mention.end)
            paused = separator is not None and self.tokens.lower[separator] in _PAUSES
            mention = self._person_behind(separator) if separator is not None and paused else None
            after = self._behind_setting(mention.end) if mention is not None else None
            if mention is None or after is None or self.tokens.pos[after] in ("VERB", "AUX"):
                break
            people.append(mention.end - 1)
        return people

    def _behind_setting(self, start: int) -> int | None:
        """What follows "on Monday", or the pause after "at his home in Kisumu", without a verb."""
        tokens = self.tokens
        if start >= len(tokens):
            return None
        end = min(tokens.sents[tokens.sent_of[start]][1], start + MAX_PLACE)
        day = start + (tokens.lower[start] == "on")
        while day < end and tokens.ent[day] in ("DATE", "TIME"):
            day += 1
        if tokens.ent[day - 1] in ("DATE", "TIME"):
            return day if day < end else None
        if tokens.lower[start] not in ("in", "at"):
            return None
        for index in range(start + 1, end):
            if tokens.pos[index] in ("VERB", "AUX"):
                return None
            if tokens.lower[index] in _PAUSES:
                return index
        return None

    def _person_behind(self, separator: int) -> Mention | None:
        """Who is named right behind a pause, adverbs and titles passed over."""
        tokens = self.tokens
        end = min(tokens.sents[tokens.sent_of[separator]][1], separator + MAX_PLACE)
        for index in range(separator, end):
            if (person := self.found.person_at(index)) is not None:
                return person if person.kind == "name" else None
            if tokens.lower[index] not in _PAUSES and tokens.pos[index] not in _BEFORE_NAMES:
                return None
        return None

    def _first_of_two(self, index: int) -> bool:
        """Whether a name the parser took for a modifier is coordinated: "X and President Y met"."""
        tokens = self.tokens
        named = self.found.holder[index] is not None
        modifies = tokens.dep[index] in ("nmod", "compound", "appos")
        modifies = modifies and "VERB" not in tokens.pos[tokens.heads[index] : index]
        if tokens.heads[index] < index and tokens.child(index, "conj") is not None:
            return False  # "X is their ally in two bodies: Y and Z": "and" joins Y and Z
        return named and modifies and any(tokens.dep[c] == "cc" for c in tokens.children[index])
