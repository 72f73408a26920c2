"""Who speaks through a document: "the post", "a statement by X", "one of her tweets"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.nlp.claims import belonging, voices
from ingest.nlp.claims.speaker import NOBODY, Speaker, known
from ingest.nlp.coref.antecedents import Antecedents
from ingest.nlp.findings import Findings
from ingest.nlp.speech import QUOTED_NOUNS

_POSTS = frozenset(("post", "message", "video", "entry", "tweet", "text", "thread"))
_ISSUING = frozenset(("publish", "issue", "release", "send", "write", "post", "make", "circulate"))


@dataclass(slots=True)
class Carriers:
    """Finds whose a document is; `at` resolves the noun phrase at a token, to a depth."""

    found: Findings
    opaque: list[int]
    antecedents: Antecedents
    at: Callable[[int, int], Speaker]

    def speaker(self, index: int) -> Speaker:
        """As in "a November post claimed": the channel in the sentence, or who spoke last."""
        found, tokens = self.found, self.found.tokens
        owner = self.owner(index)
        if owner is not None:
            return owner
        first = tokens.sents[tokens.sent_of[index]][0]
        for back in range(index - 1, first - 1, -1):
            holder = found.holder[back]
            if holder is not None and holder.entity in found.channels:
                return Speaker(holder.entity, known=True)
        opens = index - first <= (tokens.lower[first] == "the")
        shown = opens and tokens.lower[index] in QUOTED_NOUNS
        if shown and (channel := self.channel_before(index)).known:
            return channel  # "Caption: ...": of the channel named in the sentence before
        issue = tokens.child(index, "relcl", "acl")
        if issue is not None and tokens.lemma[issue] in _ISSUING:
            # "a report they released in April"
            author = tokens.child(issue, "nsubj")
            if author is not None and tokens.tag[author] not in ("WDT", "WP"):
                return self.at(author, 2)
        head = tokens.heads[index]
        if tokens.dep[index] == "dobj" and tokens.lemma[head] in _ISSUING:
            # "the army published a communiqué, which spoke of ..."
            issuer = tokens.child(head, "nsubj")
            if issuer is not None:
                return self.at(issuer, 2)
        taken_up = tokens.lower[tokens.lefts[index]] in ("the", "this", "that", "another", "its")
        last = self.antecedents.last_speaker(index, 3)
        publisher = belonging.publisher(tokens, index) if taken_up else None
        if publisher is not None and (last is None or last[0] < publisher):
            issued = self.at(publisher, 2)
            if issued.known:
                return issued
        if taken_up and last is not None:
            post = tokens.lemma[index].lower() in _POSTS
            if post or not self.antecedents.is_human(last[1]):
                return known(last[1])
        return NOBODY

    def owner(self, index: int) -> Speaker | None:
        """Who an office, a side or a document belongs to: possessor, modifier, "of X", "by X"."""
        found, tokens = self.found, self.found.tokens
        for owner in belonging.owners(tokens, index):
            holder = found.holder[owner.token]
            if holder is not None and voices.speaks(self.found, holder.entity):
                if not owner.placed or holder.entity in found.channels:
                    return Speaker(holder.entity, known=True)
            elif tokens.dep[owner.token] == "poss" and tokens.pos[owner.token] == "PRON":
                return known(self.antecedents.pronoun(owner.token))
            elif owner.agent:
                return self.at(owner.token, 2)
        return None

    def posted_before(self, index: int) -> Speaker:
        """Whose the post is that the sentence before is about: "The post appeared on X. It ..."."""
        tokens = self.found.tokens
        number = tokens.sent_of[index]
        first, last = tokens.sents[number - 1] if number else (0, 0)
        root = next((i for i in range(first, last) if tokens.heads[i] == i), None)
        subject = tokens.child(root, "nsubj", "nsubjpass") if root is not None else None
        if root is None or subject is None or tokens.lemma[subject].lower() not in _POSTS:
            return NOBODY
        agent = tokens.child(root, "agent")
        by = tokens.child(agent, "pobj") if agent is not None else None
        return self.at(by, 2) if by is not None else NOBODY

    def channel_before(self, index: int) -> Speaker:
        """As in "The post came from Harbour Post. It alleged ...": the channel just named."""
        tokens = self.found.tokens
        here = tokens.sent_of[index]
        near = [
            (mention.start, channel.id)
            for channel in self.found.channels.values()
            for mention in channel.mentions
            if mention.end <= index and here - tokens.sent_of[mention.start] <= 1
        ]
        return known(max(near)[1]) if near else NOBODY
