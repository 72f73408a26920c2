"""Who is meant by the words in a speaker's place: names, titles, pronouns, posts and offices."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.nlp.channels import kinds
from ingest.nlp.claims.speakers import (
    accused,
    hosts,
    introduced,
    name_places,
    relative,
    together,
    unnamed,
    voices,
)
from ingest.nlp.claims.speakers.carriers import Carriers
from ingest.nlp.claims.speakers.speaker import NOBODY, Speaker, known
from ingest.nlp.coref.antecedents import HE, Antecedents
from ingest.nlp.coref.nominals import ABBREVIATED, Nominals
from ingest.nlp.findings import Findings
from ingest.nlp.speech import (
    BODIES,
    CARRIERS,
    HUMANS,
    INSTITUTIONS,
    PARTIES,
    ROLES,
    SPOKESMEN,
    STAFF,
    VIEWS,
    VOICES,
)

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_MET_REACH = 2  # sentences back in which "he" finds who met whom
_STAFF_REACH = 3  # sentences back in which the channel stands that "the creators" run
# One person, whom what he leads does not stand for.
_LEADING = frozenset(
    ("president", "minister", "chancellor", "premier", "governor", "mayor", "king", "head",
     "leader", "chief", "boss", "director", "founder", "chairman", "chairwoman")
)  # fmt: skip
_FOREMOST = frozenset(("chief", "top"))
_SEVERAL = frozenset(("some", "others", "many", "most", "several", "few", "both"))
_SHARES = frozenset(("one", "some", "another"))
_BYGONE = frozenset(("former", "ex", "retired", "onetime"))
_PAIRED = frozenset(("men", "women"))
_OF_TWO = frozenset(("former", "latter"))
_KINDS = HUMANS | INSTITUTIONS | frozenset(BODIES)  # which a name beside them explains
_FIRST = frozenset(("i", "we", "me", "us", "my", "our", "you"))


@dataclass(slots=True)
class Speakers:
    """Resolves speakers in the order of the text and remembers who spoke last."""

    found: Findings
    opaque: list[int]
    antecedents: Antecedents = field(init=False)
    nominals: Nominals = field(init=False)
    carriers: Carriers = field(init=False)

    def __post_init__(self) -> None:
        self.antecedents = Antecedents(self.found, self.opaque)
        self.nominals = Nominals(self.antecedents)
        self.carriers = Carriers(self.found, self.opaque, self.antecedents, self.at)

    def heard(self, position: int, speaker: str | None) -> None:
        """Remember that somebody spoke here, for the words that take him up."""
        if speaker is not None:
            self.antecedents.spoken.append((position, speaker))

    def holds(self, start: int, end: int) -> None:
        """Remember what somebody is reported to say."""
        self.antecedents.contents.append((start, end))

    def of(self, index: int, verb: int, content: tuple[int, int]) -> Speaker:
        """Who is meant by the subject at `index` of the verb at `verb` that introduces `content`.

        A person named between commas right before the verb is meant even where the parse hangs the
        name elsewhere: "The governor of the region, Ivan Popko, told".
        """
        self.antecedents.content = content
        named = name_places.before_verb(self.found, index, verb)
        named = named or self.antecedents.adding(index, verb)
        return self.at(index) if named is None else Speaker(named, known=True)

    def denying(self, index: int, verb: int, content: tuple[int, int]) -> Speaker:
        """Who takes up a content told before: "They say Kern was paid; he denies it"."""
        return accused.speaker(self.found, index, content, self.of(index, verb, content))

    def going_on(self, cue: int) -> Speaker:
        """Who spoke last, where a sentence goes on from his words: "Adding that it fell ..."."""
        tokens = self.found.tokens
        opens = tokens.tag[cue] == "VBG" and tokens.sents[tokens.sent_of[cue]][0] == cue
        last = self.antecedents.last_speaker(cue, 1) if opens else None
        return known(last[1]) if last is not None else NOBODY

    def others(self, index: int, content: int) -> list[str]:
        """Who says what begins at `content` beside the first: Kern in "Quill and Kern said"."""
        stop = content if index < content else len(self.found.tokens)
        return voices.beside(self.found, index, stop) or together.named(self.found, index)[1:]

    def unnamed(self, index: int) -> Speaker:
        """Somebody the text only describes, made known to what may take him up."""
        entity = unnamed.speaker(self.found, index)
        if entity is None and self.found.tokens.lemma[index].lower() in CARRIERS:
            entity = unnamed.issuer(self.found, index)
        if entity is None:
            return NOBODY
        self.antecedents.introduce(entity, index)
        return Speaker(entity.id, known=True)

    def at(self, index: int, depth: int = 0) -> Speaker:
        """Who the noun phrase headed by this token is."""
        found, tokens = self.found, self.found.tokens
        index = found.held.get(index, index)
        if several := together.named(found, index):
            return Speaker(several[0], known=True)
        if (crew := self.carriers.crew(index)).known:
            return crew
        holder = found.holder[index]
        if holder is not None and holder.kind != "name" and (many := voices.listed(found, index)):
            return Speaker(many[0], known=True)  # "German media, ZDF and Der Spiegel"
        if holder is not None and voices.speaks(self.found, holder.entity):
            if holder.kind == "coref" and tokens.lower[index] in HE:
                return self._he(index)
            if holder.kind == "demonym" and tokens.tag[index] in ("NN", "NNP"):
                # "the Briton believes" is one person.
                return known(self.nominals.person(index))
            if unnamed.is_some_of(found, index) or name_places.is_one_fighter(found, index, holder):
                return self.unnamed(index)
            return Speaker(holder.entity, known=True)
        if listed := voices.listed(self.found, index):
            return Speaker(listed[0], known=True)
        word = tokens.lower[index]
        apposed = tokens.child(index, "appos")
        if (
            apposed is not None
            and (mention := found.holder[apposed])
            and mention.kind != "demonym"  # "the suspect, a Latvian, said"
            and not name_places.is_addressed(tokens, index, apposed)
            and voices.speaks(self.found, mention.entity)
        ):
            return Speaker(mention.entity, known=True)
        for noun in (index, apposed):  # "One of the bloggers, a commander named Ivan Popko, said"
            if noun is not None and (mention := name_places.called(found, noun)) is not None:
                return Speaker(mention.entity, known=True)
        if word in _SHARES and depth < 2 and tokens.lower[index + 1 : index + 2] == ["of"]:
            whole = tokens.child(index + 1, "pobj")
            if whole is not None and tokens.tag[whole] == "NNS":
                return self.carriers.speaker(whole)  # "one of her posts", "one of the claims by X"
        if word in _SEVERAL | {"one"} and (group := self._several(index)).known:
            return group
        if word in _RELATIVE and depth < 2:
            taken_up = relative.antecedent(self.found, self.at, index, depth)
            whom = None if taken_up.known else relative.described(tokens, index)
            return taken_up if whom is None else self.unnamed(whom)
        if tokens.pos[index] == "PRON" or word in HE or word == "it":
            return self._pronoun(index)
        if (said := introduced.name(found, index)) is not None:
            return Speaker(said, known=True)
        after = index + 1 + (tokens.text[index + 1 : index + 2] == ["The"])
        beside = found.holder[after] if after < len(tokens) else None
        if (
            beside is not None
            and beside.start == after
            and name_places.tells_of(tokens, index, beside)
        ):
            beside = None  # "witnesses Reuters spoke to"
        if beside is not None and beside.start == after and beside.kind == "name":
            # "the research company Check First", "rights group The Lantern": it explains the noun.
            noun = tokens.pos[index] == "NOUN" and voices.speaks(self.found, beside.entity)
            if noun and tokens.lemma[index] in _KINDS:
                return Speaker(beside.entity, known=True)
        told = name_places.apposed_behind(found, index) or name_places.abbreviated(found, index)
        if told is not None:
            return Speaker(told, known=True)
        return self._described(index, word, depth)

    def _several(self, index: int) -> Speaker:
        """Of whom "some", "others" or "many of them" are who say something."""
        tokens = self.found.tokens
        rest = tokens.lower[index + 1 : index + 3]
        if self.opaque[index] >= 0 or tokens.dep[index] not in ("nsubj", "nsubjpass"):
            return NOBODY
        if rest[:1] == ["of"] and rest != ["of", "them"]:
            return NOBODY
        noun = unnamed.several(self.found, index)
        if noun is None:
            return NOBODY
        group = self.found.holder[noun]
        return self.unnamed(noun) if group is None else Speaker(group.entity, known=True)

    def _described(self, index: int, word: str, depth: int) -> Speaker:
        """Who a phrase without a name means: "the post", "the company", "the channel's author"."""
        tokens = self.found.tokens
        lemma = tokens.lemma[index].lower()
        definite = tokens.lower[tokens.lefts[index]] in _DEFINITE
        alone = tokens.tag[index] in ("NN", "NNP")
        former = not _BYGONE.isdisjoint(tokens.lower[tokens.lefts[index] : index])
        if former and alone and definite and lemma in STAFF:
            return known(self.nominals.person(index))  # "the former Lantern host"
        if lemma in STAFF:
            owner = self.carriers.owner(index)
            if owner is not None and owner.id in self.found.channels:
                return owner
            many = tokens.tag[index] == "NNS" and lemma in kinds.STAFF_NOUNS
            if many and (owner is None or not owner.known):
                return self.carriers.channel_before(index, _STAFF_REACH)  # "its creators claim"
        if tokens.text[index] in ABBREVIATED:
            return known(self.nominals.person(index))  # "Kenya's PM", who is named somewhere
        body = name_places.body_before(self.found, index) if lemma in BODIES else NOBODY
        if body.known:
            return body
        both = tokens.lower[tokens.lefts[index]] in ("both", "two")
        if word in PARTIES and (definite or both):
            return known(self.nominals.noun(index))
        if both and word in _PAIRED:
            return known(self.antecedents.parties(index))
        viewer = tokens.child(index, "poss") if lemma in VIEWS else None
        if viewer is not None and depth < 2:
            return self.at(viewer, depth + 1)  # "according to Kenya's version of events"
        if definite and (word in BODIES or lemma in BODIES or word in _OF_TWO):
            return known(self.nominals.noun(index))
        if lemma in CARRIERS or word in CARRIERS:
            return self.carriers.speaker(index)
        if (word in VOICES or lemma in VOICES) and tokens.lower[index - 1] != "news":
            if definite and lemma in HUMANS and alone:
                fresh = unnamed.introduced(self.found, index) is not None
                person = None if fresh else self.nominals.person(index)
                if person is not None:
                    return known(person)  # "the top Kenyan diplomat", who was named before
            owner = self._voice(index)
            if owner.known or not (definite and lemma in ROLES):
                return owner
        inside = name_places.inside(self.found, index)
        if inside is not None:
            return inside
        if definite and lemma in HUMANS:
            before = unnamed.introduced(self.found, index)
            if before is not None:
                return self.unnamed(before)
        if definite or (tokens.pos[index] == "PROPN" and lemma in ROLES):
            taken_up = self.nominals.noun(index)
            if taken_up is not None:
                return known(taken_up)
        poss = tokens.child(index, "poss")
        if alone and lemma in HUMANS and poss is not None and tokens.pos[poss] != "PRON":
            owned = self.nominals.person(index)  # "Kenya's top diplomat"
            if owned is not None:
                return known(owned)
        first = not _FOREMOST.isdisjoint(tokens.lower[tokens.lefts[index] : index])
        leads = alone and (first or lemma in _LEADING)
        if lemma in HUMANS and depth < 2 and not (former or leads):
            employer = name_places.employer(self.found, self.at, index, depth)
            if employer.id is not None and lemma != word:
                self.antecedents.groups[lemma] = employer.id
            return employer
        return NOBODY

    def _pronoun(self, index: int) -> Speaker:
        word = self.found.tokens.lower[index]
        if word in _FIRST or self.opaque[index] >= 0:
            # Inside somebody's words we do not know whom they point at.
            return NOBODY
        studied = unnamed.examined(self.found.tokens, index) if word == "they" else None
        if studied is not None:
            return self.unnamed(studied)  # "studied 100 channels and found they claimed that"
        reason = unnamed.in_reason(self.found.tokens, index) if word == "they" else None
        if reason is not None:
            acting = self.at(reason, 1)
            return acting if acting.known else self.unnamed(reason)
        posted = self.carriers.posted_before(index) if word == "it" else NOBODY
        if posted.known:
            return posted
        taken_up = self.antecedents.pronoun(index)
        if taken_up is None and word == "it":
            told = self._told_first() if self.antecedents.content[0] < index else NOBODY
            return told if told.known else self.carriers.channel_before(index)
        if taken_up is None and word in HE and (noun := unnamed.acting(self.found, index)):
            return self.unnamed(noun)
        return self._he(index) if word in HE else known(taken_up)

    def _he(self, pronoun: int) -> Speaker:
        """Whom "he" takes up: rather than who was met, the office that met him."""
        author = relative.author(self.found.tokens, pronoun)
        if author is not None and (by := self.found.person_at(author)) is not None:
            return Speaker(by.entity, known=True)
        met = self.antecedents.pronoun(pronoun)
        host = self._host(pronoun, met) if met is not None else NOBODY
        return host if host.known else known(met)

    def _host(self, pronoun: int, met: str) -> Speaker:
        tokens = self.found.tokens
        near = self.antecedents.near(self.antecedents.people, pronoun, _MET_REACH)
        last = next((a.position for a in reversed(near) if a.id == met), None)
        if last is None or tokens.sent_of[last] == tokens.sent_of[pronoun]:
            return NOBODY
        noun = hosts.before(self.found, last)
        if noun is None:
            return NOBODY
        holder = self.at(noun)
        return holder if holder.known and holder.id != met else self.unnamed(noun)

    def _told_first(self) -> Speaker:
        """Who is the subject of what "it" says: "The ministry will pay, it said"."""
        tokens = self.found.tokens
        for index in range(*self.antecedents.content):
            holder = self.found.holder[index]
            if tokens.dep[index] in ("nsubj", "nsubjpass") and holder is not None:
                body = self.found.type_of(holder.entity) in ("Organization", "State", "Channel")
                return Speaker(holder.entity, known=True) if body else NOBODY
        return NOBODY

    def _body_of_spokesman(self, index: int) -> Speaker:
        """For whom "a company spokesman" or a mere "a spokesman" speaks: the body told of last."""
        tokens = self.found.tokens
        if tokens.lemma[index].lower() not in SPOKESMEN or tokens.tag[index] != "NN":
            return NOBODY
        tells = [c for c in tokens.children[index] if tokens.dep[c] not in ("det", "punct")]
        if len(tells) == 1 and tokens.dep[tells[0]] == "compound":
            kind = tokens.lower[tells[0]] in BODIES
            body = known(self.nominals.noun(tells[0])) if kind else NOBODY
        elif tells or tokens.lower[tokens.lefts[index]] not in ("a", "its"):
            return NOBODY
        else:
            body = known(self.antecedents.only_body(index))
        if body.id is not None:
            self.antecedents.spokesmen.append((index, body.id))
        return body

    def _voice(self, index: int) -> Speaker:
        owner = self.carriers.owner(index)
        if owner is None:
            return self._body_of_spokesman(index)
        if owner.id is not None and self.found.tokens.lemma[index].lower() in HUMANS:
            self.antecedents.spokesmen.append((index, owner.id))
        word = self.found.tokens.lower[index]
        ruled = word in ("administration", "government", "regime", "officials", "diplomats")
        if ruled and owner.id is not None and self.found.type_of(owner.id) == "Person":
            # "The Biden administration" is not Biden.
            return NOBODY
        if word == "office" and owner.id is not None and name_places.has_title(self.found, index):
            return NOBODY  # "the prime minister's office"
        return owner
