"""The entities component: names, demonyms, metonyms and groups become entities of the document."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from graph import ids
from ingest.nlp.entities import gatherings, portfolios, shared_bodies, shows
from ingest.nlp.entities.aliases import also_called, full_names_first
from ingest.nlp.entities.ballots import settle_types, shortens, without_form
from ingest.nlp.entities.blocs import add_blocs, add_halves
from ingest.nlp.entities.evidence import trimmed
from ingest.nlp.entities.gazetteer import Known, gazetteer, place_names, state_codes, words
from ingest.nlp.entities.given import (
    GivenNames,
    is_given,
    is_patronymic,
    joined,
    parted_nickname,
)
from ingest.nlp.entities.groups import add_groups
from ingest.nlp.entities.heads import Name
from ingest.nlp.entities.metonyms import stands_for_state
from ingest.nlp.entities.names import NameFinder
from ingest.nlp.entities.offices import (
    bracketed,
    branch_forms,
    branch_names,
    initials,
    institution_name,
    of_state,
    short_forms,
)
from ingest.nlp.entities.outlets import is_site
from ingest.nlp.entities.parties import add_parties
from ingest.nlp.entities.sameness import folded, name_parts, one_person, surname
from ingest.nlp.entities.shape import unshouted
from ingest.nlp.entities.titles import heads_turn
from ingest.nlp.entities.treaties import add_common_treaties, add_treaty
from ingest.nlp.findings import Channel, Entity, Findings, MentionKind, findings

_INITIALS = re.compile(r" [A-Z]\. ")
_PLATFORMS = {
    "agency": "agency",
    "tv": "tv",
    "radio": "radio",
    "newspaper": "press",
    "site": "site",
    "telegram": "telegram",
}


def annotate(doc: Doc) -> Doc:
    """Add the document's entities and named outlets, with every mention of each."""
    found = findings(doc)
    spans = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    held = portfolios.read(found.tokens)
    found.held = {i: office.person for office in held for i in range(office.head, office.person)}
    names = NameFinder(found.tokens, trimmed(found.tokens, spans), held).find()
    names = gatherings.with_bodies(found.tokens, shows.placed(found.tokens, names))
    settle_types(found.tokens, names)
    _Registrar(found).register(names)
    add_common_treaties(found)
    add_blocs(found)
    add_halves(found)
    add_groups(found)
    add_parties(found)
    return doc


class _Registrar:
    """Turns settled names into entities: one node a referent, whatever form each mention has."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.tokens = found.tokens
        self.people: dict[str, Entity] = {}
        self.full: dict[str, Entity] = {}
        self.namesakes: dict[str, dict[str, Entity]] = {}  # full names by their folded surname
        self.folded: dict[str, Entity] = {}
        self.inner: dict[str, Entity] = {}  # by the names between the first and the last
        self.short: dict[str, Entity] = {}
        self.glued: dict[str, Entity] = {}  # bodies by their names without spaces and capitals
        self.given = GivenNames()
        self.outlets: dict[str, Channel] = {}  # by the acronyms that brackets give them
        self.lone: set[str] = set()  # bodies named by one word somewhere

    def register(self, names: list[Name]) -> None:
        """Add mentions in two rounds: full names of people first, so that surnames find them."""
        settled = [name for name in names if name.type not in {None, "Thing"}]
        for name in settled:
            if name.known is not None and name.known.type == "Thing":
                name.known = None
        settled = [n for n in joined(self.tokens, settled) if not self._is_form(n)]
        states = shared_bodies.states_of(settled)
        for name in settled:
            shared_bodies.settle(self.tokens, name, states)
        bodies = (n for n in settled if n.type == "Organization" and n.known is None)
        self.lone = {self.tokens.text[n.start] for n in bodies if n.end - n.start == 1}
        for name in settled:
            full = name.type == "Person" and _is_full(self._text(name))
            if full and not is_patronymic(self.tokens.text[name.end - 1]):
                self._remember(name)
        before: Name | None = None
        for name in full_names_first(self.tokens, settled):
            if before is not None and before.type == name.type:
                self._join(before, name)
            self._add(name)
            before = name

    def _join(self, first: Name, name: Name) -> None:
        """Let a second name that the text gives somebody or something mean the first one's node."""
        mention = self.found.holder[first.start]
        if mention is None or not also_called(self.tokens, first, name):
            return
        entity, text = self.found.entities.get(mention.entity), self._text(name)
        if entity is None or name.known is not None:
            return
        other = self.people.get(text)
        for forms in (self.people, self.folded) if name.type == "Person" else ():
            forms.update({form: entity for form, person in forms.items() if person is other})
            forms[text] = entity
        self.short[text] = entity

    def _is_form(self, name: Name) -> bool:
        """Whether a name is the form of a company alone: LLC “Grain Route” is named inside."""
        return name.end - name.start == 1 and self.tokens.text[name.start] in words("legal_form")

    def _remember(self, name: Name) -> None:
        """Note a person's full name under the parts later mentions may use."""
        text, nickname = parted_nickname(self._text(name))
        entity = self._person(name, text)
        if nickname is not None:
            self.people.setdefault(nickname, entity)
        parts = name_parts(text)
        given = is_given(parts[0])
        if given and name.known is None:
            self.given.remember(parts[0], name.start, entity)
        last = (parts[-1], surname(text), " ".join(parts[1:]), " ".join(parts[-2:]))
        for part in parts[1:-1]:
            if not is_given(part):
                self.inner.setdefault(part, entity)
        for part in (*last, *(() if given else parts[:1])):
            self.people.setdefault(part, entity)
            self.folded.setdefault(folded(part), entity)
        self.people.setdefault(text, entity)

    def _person(self, name: Name, text: str) -> Entity:
        if text in self.people:
            return self.people[text]
        known = name.known or gazetteer().by_name.get(_INITIALS.sub(" ", text))
        if known is not None and known.type == "Person":
            return self._entity(known.id, "Person", known.name)
        namesakes = self.namesakes.setdefault(folded(name_parts(text)[-1]), {})
        same = next((e for full, e in namesakes.items() if one_person(full, text)), None)
        quiet = unshouted(text)
        entity = same or self._entity(ids.entity_id("Person", quiet), "Person", quiet)
        namesakes.setdefault(text, entity)
        return self.full.setdefault(text, entity)

    def _entity(self, id_: str, type_: str, name: str) -> Entity:
        known = self.found.entities.get(id_)
        return known if known is not None else self.short.setdefault(id_, Entity(id_, type_, name))

    def _text(self, name: Name) -> str:
        text = self.tokens.span_text(name.start, name.end)
        return " ".join(text.replace("’", "'").split())

    def _add(self, name: Name) -> None:
        seat = name.known is not None and name.known.sense == "seat"
        if seat and not stands_for_state(self.tokens, name.start, name.end):
            self._add_seat(name)
        elif name.type == "State" and name.known is not None:
            self._add_state(name, name.known)
        elif name.type == "Person":
            self._add_person(name)
        elif name.type == "Channel":
            self._add_outlet(name)
        elif name.type in {"Organization", "ArmedGroup"} and name.known is None:
            self._add_institution(name)
        elif name.type == "Treaty":
            if name.known is None:
                add_treaty(self.found, name.start, name.end)
            else:
                self._add_named(name, "Treaty")
        elif name.type == "Organization" and name.known is not None and name.known.sense == "name":
            self._add_known_body(name.known, name)
        elif name.type is not None:
            self._add_named(name, name.type)

    def _add_state(self, name: Name, known: Known) -> None:
        kind: MentionKind = "name"
        if known.sense == "seat":
            kind = "metonym"
        elif known.sense in {"demonym", "people"} and not self._whole_state(name):
            kind = "demonym"
        state = self._entity(known.id, "State", known.name)
        self.found.add(state, name.start, name.end, kind)

    def _add_seat(self, name: Name) -> None:
        """A city that is only a city here, whoever governs from it."""
        text = self._text(name)
        text = text.title() if text.isupper() else text
        text = place_names().get(text, text)
        city = self._entity(ids.entity_id("Place", text), "Place", text)
        self.found.add(city, name.start, name.end, "name")

    def _whole_state(self, name: Name) -> bool:
        """ "US" and "UK" are written alike as noun and adjective; as a noun they are the name."""
        text = self.tokens.text[name.start]
        return text in {"US", "U.S.", "UK"} and self.tokens.dep[name.end - 1] not in {
            "amod",
            "compound",
            "nmod",
        }

    def _add_person(self, name: Name) -> None:
        text, _ = parted_nickname(self._text(name))
        entity = self.people.get(text) or self.given.holder(text, name.start)
        if entity is None and name.known is not None:
            entity = self._entity(name.known.id, "Person", name.known.name)
        if entity is None:
            entity = self.folded.get(folded(text)) or self._by_patronymic(text)
            entity = entity or self.inner.get(text)
        if entity is None:
            text = text.title() if heads_turn(self.tokens, name.start, name.end) else text
            entity = self._entity(ids.entity_id("Person", text), "Person", text)
        self.found.add(entity, name.start, name.end, "name")

    def _by_patronymic(self, text: str) -> Entity | None:
        """Whom a given name with a patronymic ("Roman Viktorovich") takes up."""
        parts = text.split()
        if len(parts) != 2 or not is_patronymic(parts[1]):
            return None
        named = {e.id: e for full, e in self.full.items() if full.split()[0] == parts[0]}
        return next(iter(named.values())) if len(named) == 1 else None

    def _add_outlet(self, name: Name) -> None:
        known, text = name.known, self._text(name)
        label = known.name if known is not None else text
        id_ = f"channel:{ids.slug(label)}"
        channel = self.outlets.get(text) or self.found.channels.get(id_)
        channel = channel or Channel(id_, label, anonymous=False, kind="outlet")
        for acronym in bracketed(self.tokens, name.end):
            self.outlets.setdefault(acronym, channel)
        if known is not None and known.kind is not None:
            channel.platform = _PLATFORMS.get(known.kind)
        elif is_site(label):
            channel.platform = "site"
        self.found.add(channel, name.start, name.end, "name")

    def _add_institution(self, name: Name) -> None:
        """An organization or force by its own words, with the state it belongs to made explicit."""
        owner = name.owner or self._owner_beside(name)
        first = name.start if name.owner is None else name.owner_end
        body = " ".join(self.tokens.span_text(first, name.end).split())
        body, *branch = branch_names(body)
        if owner is None:
            body, owner = of_state(body)
        if name.owner is not None and not self._every_state_has(body):
            body = " ".join(self.tokens.span_text(name.start, name.end).split())
            label = institution_name(body, None)
        else:
            label = institution_name(body, owner.name if owner is not None else None)
        known = gazetteer().by_name.get(label)
        shared = shared_bodies.is_shared(label)  # of a state the text does not tell
        if known is not None and known.type == name.type and not shared:
            self._add_known_body(known, name)
            return
        entity = self.short.get(label) or self.glued.get(_glued(label)) if owner is None else None
        if name.generic and owner is None and entity is None:
            return
        if entity is None:
            entity = self._entity(
                ids.entity_id(name.type or "Organization", label),
                name.type or "Organization",
                label,
            )
        self.glued.setdefault(_glued(label), entity)
        if owner is not None:
            entity.properties["country"] = owner.id.removeprefix("state:")
        forms = short_forms(self.tokens, name.end, body) + branch
        if name.owner is not None:
            forms.append(" ".join(self.tokens.span_text(first, name.end).split()))
        opening = self.tokens.text[name.start]
        alone = ids.entity_id("Organization", opening) in self.found.entities
        shortened = opening in self.lone or shortens(self.tokens, opening)
        if name.end - name.start > 1 and not alone and shortened:
            forms.append(opening)
        short_name = without_form(self.tokens, name.start, name.end)
        forms += [short_name, *branch_forms(body)] if short_name else []
        if body.endswith(" media group"):
            forms.append(body.removesuffix(" group"))  # later "Lantern Media"
        for short in forms:
            self.short.setdefault(short, entity)
            self.glued.setdefault(_glued(short), entity)
        self.found.add(entity, name.start, name.end, "name")

    def _add_known_body(self, known: Known, name: Name) -> None:
        """A body everybody knows, its acronym in brackets, and its initials if nobody else's."""
        text = self._text(name)
        body = self.short.get(text) or self._entity(known.id, known.type, known.name)
        own = [short for short in initials(text) if short not in gazetteer().by_name]
        for acronym in bracketed(self.tokens, name.end) + own:
            self.short.setdefault(acronym, body)
        self.found.add(body, name.start, name.end, "name")

    def _every_state_has(self, body: str) -> bool:
        """Whether a body needs its state: each has a security council, few such an institute."""
        head = re.split(r" (?:of|for|on) ", body)[0].split()[-1].lower()
        return head in words("state_body") or shared_bodies.is_shared(body)

    def _owner_beside(self, name: Name) -> Known | None:
        """ "Ukraine's Ministry of ...", "the Foreign Ministry of Ukraine"."""
        tokens = self.tokens
        if name.start >= 2 and tokens.lower[name.start - 1] in {"'s", "’s"}:
            mention = self.found.holder[name.start - 2]
            if mention is not None and mention.entity.startswith("state:"):
                return Known(mention.entity, "State", state_codes()[mention.entity[6:]])
        return None

    def _add_named(self, name: Name, type_: str) -> None:
        text, known = self._text(name), name.known
        label = known.name if known is not None else text.removeprefix("The ").removeprefix("the ")
        label = label.title() if label.isupper() and type_ == "Place" else label
        id_ = known.id if known is not None else ids.entity_id(type_, label)
        short = self.short.get(text)
        same = short is not None and (short.type == type_ or type_ != "Place")
        entity = short if short is not None and same else self._entity(id_, type_, label)
        kind: MentionKind = "name"
        if known is not None and known.sense in ("demonym", "seat"):
            kind = "demonym" if known.sense == "demonym" else "metonym"
        self.found.add(entity, name.start, name.end, kind)


def _glued(label: str) -> str:
    """What two spellings of one name share: "Lantern Media", "LanternMedia", "LANTERN Media"."""
    return label.replace(" ", "").replace("-", "").lower()


def _is_full(text: str) -> bool:
    """Whether a person's name has a word beside the surname; "Bin Nasser" has none."""
    parts = name_parts(text.lower())
    return any(part not in words("particle") for part in parts[:-1])
