"""Who speaks through a document: "the post", "a statement by X", "one of her tweets"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.nlp.channels.kinds import PLATFORM
from ingest.nlp.claims.speakers import belonging, unnamed, voices
from ingest.nlp.claims.speakers.speaker import NOBODY, Speaker, known
from ingest.nlp.coref.antecedents import Antecedents
from ingest.nlp.entities.gazetteer import words
from ingest.nlp.findings import Findings
from ingest.nlp.speech import HUMANS, QUOTED_NOUNS, VIEWS

_POSTS = frozenset(("post", "message", "video", "entry", "tweet", "text", "thread"))
_CREWS = frozenset(("propagandist", "blogger", "milblogger", "editor"))
_POPULAR = _POSTS | {
    "press",
    "article",
    "story",
    "photo",
    "picture",
    "image",
    "meme",
    "clip",
    "website",
    "site",
    "document",
    "record",
    "file",
    "footage",
}
# What no channel and no outlet issues, though it spoke last.
_OF_COURTS = frozenset(
    ("indictment", "verdict", "ruling", "lawsuit", "complaint", "affidavit", "deposition", "filing",
     "petition", "law", "constitution", "decree")
)  # fmt: skip
_SITES = frozenset(("website", "site", "page"))
_REPORTS = frozenset(("report", "article", "story", "investigation"))
_TAKING_UP = frozenset(("the", "this", "that", "another", "its"))
_BARE_FIRST = frozenset(("NOUN", "ADJ", "PROPN"))  # of "guidelines", "new guidelines"
_REACH = 5  # sentences back in which a document may have been brought in
_RECENT = 10  # speakers back among whom the outlet of a report is


@dataclass(slots=True)
class Carriers:
    """Finds whose a document is; `at` resolves the noun phrase at a token, to a depth."""

    found: Findings
    opaque: list[int]
    antecedents: Antecedents
    at: Callable[[int, int], Speaker]

    def speaker(self, index: int) -> Speaker:
        """Whose words a document holds, through the outlet that saw it: "a memo seen by RT"."""
        holder = belonging.holder(self.found.tokens, index)
        whose = self._whose(index)
        got = self.at(holder, 2) if holder is not None else NOBODY
        return replace(whose, via=got.id) if got.id in self.found.channels else whose

    def _whose(self, index: int) -> Speaker:
        """As in "a November post claimed": the channel in the sentence, or who spoke last."""
        found, tokens = self.found, self.found.tokens
        if belonging.is_forged(tokens, index):
            return NOBODY
        owner = self.owner(index)
        if owner is not None:
            return owner
        if tokens.lemma[index].lower() in words("treaty") and (treaty := self._treaty(index)).known:
            return treaty
        issuer = self._issuer(index)
        if issuer.known or belonging.author(tokens, index) is not None:
            return issuer
        if tokens.lemma[index].lower() in _OF_COURTS:
            return self._of_court(index)
        first = tokens.sents[tokens.sent_of[index]][0]
        for back in range(index - 1, first - 1, -1):
            holder = found.holder[back]
            if holder is not None and holder.entity in found.channels and self.opaque[back] < 0:
                return Speaker(holder.entity, known=True)
        opens = index - first <= (tokens.lower[first] == "the")
        shown = opens and tokens.lower[index] in QUOTED_NOUNS
        if shown and (channel := self.channel_before(index)).known:
            return channel  # "Caption: ...": of the channel named in the sentence before
        phrase = tokens.heads[index] if tokens.dep[index] == "compound" else index
        if tokens.lower[tokens.lefts[phrase]] not in _TAKING_UP:
            by = belonging.publisher_after(tokens, index)
            return self.at(by, 2) if by is not None else NOBODY
        last = self.antecedents.last_speaker(index, 3)
        publisher = belonging.publisher(tokens, index)
        if publisher is not None and (last is None or last[0] < publisher):
            issued = self.at(publisher, 2)
            if issued.known or unnamed.is_people(tokens, publisher):
                return issued
        introduced = self._introduced(index)
        if introduced.known:
            return introduced
        post = tokens.lemma[index].lower() in _POSTS
        if last is None and post:
            before = self.channel_before(index, _REACH)
            return before if before.known else self._posted_after(index)
        people = last is not None and (
            self.antecedents.is_human(last[1]) or self.antecedents.is_people(last[1])
        )
        if last is not None and (post or not people):
            return known(last[1])
        return self._reporting_before(index)

    def crew(self, index: int) -> Speaker:
        """The channel that spoke just before, for which its people go on in the same paragraph.

        "A channel reported that it fell. “It burned,” the propagandists wrote. In this version,
        propagandists claim": whatever others of the kind the text has told of.
        """
        tokens, first = self.found.tokens, self.found.tokens.lefts[index]
        if tokens.tag[index] != "NNS" or tokens.lemma[index].lower() not in _CREWS:
            return NOBODY
        opening = tokens.sents[tokens.sent_of[index]][0]
        told = tokens.lower[opening : opening + 2] == ["in", "this"] and first == index
        told = told and tokens.lower[opening + 2] in VIEWS
        if not told and tokens.lower[first:index] != ["the"]:
            return NOBODY
        last = self.antecedents.last_speaker(index, 1)
        if last is None or any("\n" in text for text in tokens.text[last[0] : index]):
            return NOBODY
        outlet = last[1] in self.found.channels and not self.antecedents.is_human(last[1])
        return known(last[1]) if outlet else NOBODY

    def _posted_after(self, index: int) -> Speaker:
        """Whose post it is that a sentence further on tells of."""
        by = belonging.poster_after(self.found.tokens, index)
        return self.at(by, 2) if by is not None else NOBODY

    def _of_court(self, index: int) -> Speaker:
        """Whose "the verdict" is: the court's that spoke last, and no channel's or person's."""
        last = self.antecedents.last_speaker(index, 3)
        if last is None or self.found.tokens.lower[self.found.tokens.lefts[index]] != "the":
            return NOBODY
        return known(last[1] if self.found.type_of(last[1]) == "Organization" else None)

    def _reporting_before(self, index: int) -> Speaker:
        """The outlet that spoke last, whose "the report" is though its sources spoke since."""
        tokens, spoken = self.found.tokens, self.antecedents.spoken
        if tokens.lemma[index].lower() not in _REPORTS:
            return NOBODY
        for position, id_ in reversed(spoken[-_RECENT:]):
            near = self.antecedents.since(index, position) <= _REACH
            outlet = id_ in self.found.channels and not self.antecedents.is_human(id_)
            if near and outlet and position < index:
                return known(id_)
        return NOBODY

    def _treaty(self, index: int) -> Speaker:
        """What "the declaration states" when the text has named one so."""
        tokens = self.found.tokens
        if tokens.lower[tokens.lefts[index]] not in _TAKING_UP:
            return NOBODY
        named = [
            (mention.start, entity.id)
            for entity in self.found.entities.values()
            if entity.type == "Treaty" and tokens.lower[index] in entity.name.lower().split()
            for mention in entity.mentions
            if mention.end <= index
        ]
        return known(max(named)[1]) if named else NOBODY

    def _issuer(self, index: int) -> Speaker:
        """Who is said to have issued a document right where it is told of."""
        author = belonging.author(self.found.tokens, index)
        return self.at(author, 2) if author is not None else NOBODY

    def _introduced(self, index: int) -> Speaker:
        """Whose "the announcement" was when a sentence before brought it in, whoever spoke since:
        "An announcement from the ministry named nine people."
        """
        tokens = self.found.tokens
        low = tokens.sents[max(0, tokens.sent_of[index] - _REACH)][0]
        for noun in range(index - 2, low, -1):
            if tokens.lemma[noun] != tokens.lemma[index] or self.opaque[noun] >= 0:
                continue
            first = tokens.lefts[noun]
            several = tokens.tag[noun] == tokens.tag[index] == "NNS"
            several = several and tokens.pos[first] in _BARE_FIRST
            if several or tokens.lower[first] in ("a", "an"):
                owner = self.owner(noun)
                return owner if owner is not None else self._issuer(noun)
        return NOBODY

    def owner(self, index: int) -> Speaker | None:
        """Who an office, a side or a document belongs to: possessor, modifier, "of X", "by X"."""
        found, tokens = self.found, self.found.tokens
        owners = list(belonging.owners(tokens, index))
        if tokens.dep[index] == "compound" and tokens.heads[index] == index + 1:
            # "one of Popko's tweets read": the verb was taken for a noun
            owners += belonging.owners(tokens, index + 1)
        person = tokens.lemma[index].lower() in HUMANS
        for owner in owners:
            holder = found.holder[owner.token]
            outlet = holder is not None and holder.entity in found.channels  # "Lantern Radio"
            if tokens.lower[owner.token] in PLATFORM and not (person or outlet):
                continue  # "a Telegram post", but "a Telegram spokeswoman"
            if holder is not None and holder.kind == "demonym" and self._is_anybodys(index):
                continue  # "Indian posts claim"
            if self._is_filed(index, owner.token):
                continue  # "reports from London say"
            if self._opens_body(owner.token, index):
                continue  # "a Kenyan foreign ministry spokesman"
            if holder is not None and voices.speaks(self.found, holder.entity):
                if not owner.placed or holder.entity in found.channels:
                    return Speaker(holder.entity, known=True)
            elif owner.placed and tokens.lemma[owner.token].lower() in _SITES:
                if (sited := self.owner(owner.token)) is not None:
                    return sited  # "a statement posted on the ministry's website"
            elif tokens.dep[owner.token] == "poss" and tokens.pos[owner.token] == "PRON":
                return known(self.antecedents.pronoun(owner.token))
            elif tokens.dep[owner.token] == "poss" and (body := self.at(owner.token, 2)).known:
                return body  # "the company's report"
            elif owner.agent:
                return self.at(owner.token, 2)
            elif tokens.dep[owner.token] == "pobj" and tokens.lemma[owner.token].lower() in _POSTS:
                return self.speaker(owner.token)  # "the thumbnail of the video"
        return None

    def _opens_body(self, first: int, noun: int) -> bool:
        """Whether a word before a noun begins the name of a body that stands between them."""
        beside = self.found.holder[noun - 1] if noun > first + 1 else None
        if beside is None or beside is self.found.holder[first]:
            return False
        return beside.start <= first

    def _is_filed(self, index: int, owner: int) -> bool:
        """Whether reports are only from a land or its capital, whoever wrote them."""
        tokens, holder = self.found.tokens, self.found.holder[owner]
        several = tokens.lower[index] == "reports" and tokens.tag[index] == "NNS"
        state = holder is not None and self.found.type_of(holder.entity) == "State"
        return several and state and tokens.lower[tokens.heads[owner]] == "from"

    def _is_anybodys(self, index: int) -> bool:
        """Whether a document of some land is hardly ever its state's: a post, a video."""
        return self.found.tokens.lemma[index].lower() in _POPULAR

    def posted_before(self, index: int) -> Speaker:
        """Whose the post is that the sentence before is about: "The post appeared on X. It ..."."""
        tokens = self.found.tokens
        number = tokens.sent_of[index]
        first, last = tokens.sents[number - 1] if number else (0, 0)
        root = tokens.root(first, last)
        subject = tokens.child(root, "nsubj", "nsubjpass") if root is not None else None
        if root is None or subject is None or tokens.lemma[subject].lower() not in _POSTS:
            return NOBODY
        agent = tokens.child(root, "agent")
        by = tokens.child(agent, "pobj") if agent is not None else None
        return self.at(by, 2) if by is not None else NOBODY

    def channel_before(self, index: int, reach: int = 1) -> Speaker:
        """As in "The post came from Harbour Post. It alleged ...": the channel just named."""
        tokens = self.found.tokens
        here = tokens.sent_of[index]
        near = [
            (mention.start, channel.id)
            for channel in self.found.channels.values()
            for mention in channel.mentions
            if mention.end <= index and here - tokens.sent_of[mention.start] <= reach
        ]
        return known(max(near)[1]) if near else NOBODY
