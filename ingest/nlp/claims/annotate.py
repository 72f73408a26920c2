"""Claims: what somebody says, who says it, through whom, and how firmly.

Turns of transcripts come first, then quotations, then reported speech; every cue serves one claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from ingest.nlp import clauses
from ingest.nlp.claims.contents import taken_up
from ingest.nlp.claims.contents.stance import judge
from ingest.nlp.claims.cues import relayed, walk
from ingest.nlp.claims.cues.reported import by_a_third, stop_at_colon
from ingest.nlp.claims.dating import reporting
from ingest.nlp.claims.items import Reported
from ingest.nlp.claims.quotations import paragraphs, quote_kinds, quoted
from ingest.nlp.claims.speakers import sources, unnamed, voices
from ingest.nlp.claims.speakers.resolution import Speakers
from ingest.nlp.claims.speakers.speaker import NOBODY, Speaker
from ingest.nlp.coref import leads
from ingest.nlp.findings import Claim, Findings, Mode, findings
from ingest.nlp.layout import blocks, headings, headlines, quotes, transcripts
from ingest.nlp.layout import turns as layout_turns
from ingest.nlp.layout.quotes import Quote
from ingest.nlp.layout.transcripts import Turn
from ingest.nlp.speech import VERBS

_ANYBODY = frozenset(
    ("those", "anyone", "everyone", "someone", "anybody", "everybody", "nobody", "who", "you",
     "that", "this", "which", "what", "there", "people", "way", "reader")
)  # fmt: skip
# How many claims or speakers back a quotation looks for the one it belongs to.
_RECENT, _NEAR = 40, 4
_MOST_SENTENCES_BETWEEN = 6
_LEAD = 6  # sentences at the head that may speak of somebody before naming him
_HELD_BY_NARRATOR, _HELD = 1, 2
_TOLD = frozenset(("clause", "quoted", "preposed"))  # "told Reuters that", not "called Reuters"
_TOLD_IN = frozenset(("clause", "noun"))
_REPORTED: Mode = "reported"
_FIRST = frozenset(("i", "we"))


def annotate(doc: Doc) -> Doc:
    """Add claims to the findings of a parsed Doc, in the order of the text."""
    found = findings(doc)
    if len(found.tokens):
        _Collector(found).run()
    return doc


@dataclass(slots=True)
class _Collector:
    found: Findings
    speakers: Speakers = field(init=False)
    quotes: list[Quote] = field(init=False)
    speech: list[bool] = field(init=False)
    used: set[int] = field(default_factory=set)
    claims: list[Claim] = field(default_factory=list)
    told: list[tuple[int, Claim]] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    voices: list[tuple[int, Speaker]] = field(default_factory=list)
    leads: list[tuple[int, str]] = field(default_factory=list)
    opaque: list[int] = field(default_factory=list)
    turn_of: list[str | None] = field(default_factory=list)

    def run(self) -> None:
        tokens = self.found.tokens
        self.held = [0] * len(tokens)
        turns = layout_turns.marked(self.found)
        self.quotes = quotes.find(tokens)
        self.speech = quote_kinds.speech(tokens, self.quotes)
        answers = layout_turns.beside(self.found, turns)
        # What somebody is asked about may be said by a third ("The paper wrote that ...").
        self.turn_of = blocks.speakers_of(turns, len(tokens))
        closed = [speaker is not None for speaker in self.turn_of]
        events: list[tuple[int, int, quoted.Attribution | Reported]] = []
        spoken = [s and not closed[q.start] for q, s in zip(self.quotes, self.speech, strict=True)]
        for given in paragraphs.attributed(tokens, self.quotes, spoken):
            if given.cue is not None and given.quote.lead != ":":
                self.used.add(given.cue)
            events.append((min(given.start, given.quote.outer[0]), 0, given))
        opaque = self.opaque = quote_kinds.around(tokens, self.quotes, self.speech)
        self.speakers = Speakers(self.found, opaque)
        for turn in turns:
            self._turn(turn)
        for item in walk.scan(self.found.tokens, self.quotes, opaque, self.used):
            events.append((item.start, 2 if item.frame == "according" else 1, item))
        for _, _, event in sorted(events, key=lambda e: e[:2]):
            if isinstance(event, Reported):
                self._add_reported(event, opaque)
            else:
                self._add_quoted(event)
        self.claims = relayed.settled(self.found, self.told, self.claims)
        for answer in answers:
            self._turn(answer, beside=True)
        for line in headlines.find(self.found):
            self._headline(line)
        self._take_up()
        self._name_leads()
        reporting.give(self.found, self.claims, self.told)
        self.claims.sort(key=lambda c: (c.start, -c.end))
        self.found.claims.extend(blocks.distinct(self.claims))

    def _turn(self, turn: Turn, *, beside: bool = False) -> None:
        """A claim of each statement in a turn; `beside` those that hold no other claim."""
        tokens = self.found.tokens
        if turn.speaker is None or turn.end <= turn.start:
            return
        for claim in self.claims if beside else ():
            own = claim.mode == "narrator" or (claim.mode == "quoted" and claim.speaker is None)
            if own and turn.start <= claim.start < turn.end:
                # "We confirm that" in a post or an answer is said by whoever it is of.
                claim.mode, claim.speaker = "quoted", turn.speaker
            elif turn.is_post and turn.start <= claim.start < turn.end and claim.via is None:
                claim.via = turn.speaker if claim.speaker != turn.speaker else None
        for start, end, (first, last) in transcripts.statements(tokens, turn, brief=beside):
            if beside and any(self.held[start:end]):
                continue
            start, cue = transcripts.after_preamble(tokens, start, end)
            stance, modality = judge(tokens, start, end, cue)
            self.claims.append(
                Claim(start, end, "quoted", stance, modality, (first, last), turn.speaker)
            )
        self.speakers.heard(turn.start, turn.speaker)

    def _headline(self, line: Turn) -> None:
        """A headline that names its source is one claim, unless a claim was found in it."""
        tokens = self.found.tokens
        start, end = clauses.trim(tokens, line.start, line.end)
        if end - start > 2 and not any(self.held[start:end]):
            stance, modality = judge(tokens, start, end, None)
            evidence = self._evidence(start, end, None)
            who = line.speaker if line.noun is None else self.speakers.unnamed(line.noun).id
            self._finish(Claim(start, end, _REPORTED, stance, modality, evidence, who), None)

    def _add_quoted(self, given: quoted.Attribution) -> None:
        tokens = self.found.tokens
        speaker, also = NOBODY, list[str]()
        if given.same_as_before:
            speaker = self._same_speaker(given)
            if not speaker.known and given.quote.start - given.quote.outer[0] > 1:
                return
            speaker = replace(speaker, via=None)
        elif given.speaker is not None:
            verb = given.cue if given.cue is not None else given.speaker
            speaker = self.speakers.of(given.speaker, verb, (given.start, given.end))
            speaker = self._described(given.speaker, speaker)
            also = self.speakers.others(given.speaker, given.start)
        if given.via is not None:
            speaker = replace(speaker, via=self.speakers.at(given.via).id)
        cue = VERBS.get(tokens.lemma[given.cue]) if given.cue is not None else None
        start, end = given.start, given.end
        stance, modality = judge(tokens, start, end, cue)
        evidence = self._evidence(start, end, given.cue)
        claim = Claim(
            start, end, "quoted" if start == given.quote.start else "reported",
            stance, modality, evidence, speaker.id, speaker.via, cue.lemma if cue else None,
        )  # fmt: skip
        self._finish(claim, given.cue if given.cue is not None else given.speaker, also)
        position = given.cue if given.cue is not None else start
        self.voices.append((position, speaker))
        self.speakers.heard(position, speaker.id)

    def _described(self, index: int, speaker: Speaker) -> Speaker:
        """The speaker, or whom the words at `index` only describe; a lead may name him later."""
        if speaker.known or self.opaque[index] >= 0:
            return speaker
        described = replace(self.speakers.unnamed(index), via=speaker.via)
        if described.id is not None and self.found.tokens.sent_of[index] < _LEAD:
            self.leads.append((index, described.id))
        return described

    def _name_leads(self) -> None:
        """ "A former minister said ..." at the head of an article: the person named next."""
        for index, id_ in self.leads:
            if self.found.type_of(id_) != "Person":
                continue
            named = leads.named_after(self.speakers.antecedents, index)
            if named is not None:
                for claim in self.claims:
                    claim.speaker = named if claim.speaker == id_ else claim.speaker
                self.found.entities[id_].mentions.clear()

    def _same_speaker(self, given: quoted.Attribution) -> Speaker:
        """A quotation that stands alone goes on from the words before it, whoever said them."""
        tokens = self.found.tokens
        if given.beside is not None and self.opaque[given.beside] < 0:
            beside = self._described(given.beside, self.speakers.at(given.beside))
            if beside.known:
                return beside
        if (headed := headings.speaker_above(self.found, given.quote)) is not None:
            return Speaker(headed, known=True)
        sentence = tokens.sent_of[given.quote.start]
        acted = voices.acting_before(self.found, self.opaque, given.quote.outer[0])
        recent = [voice for voice in self.voices[-_RECENT:] if voice[0] < given.quote.start]
        if acted is not None and all(position < acted.start for position, _ in recent):
            return Speaker(acted.entity, known=True)
        if not recent:
            return NOBODY
        position, speaker = max(recent, key=lambda voice: voice[0])
        if position < voices.told_from(self.found, given.quote.outer[0]):
            return NOBODY  # a proverb the narrator ends on
        near = sentence - tokens.sent_of[position] <= _MOST_SENTENCES_BETWEEN
        return speaker if near else NOBODY

    def _add_reported(self, item: Reported, opaque: list[int]) -> None:
        tokens = self.found.tokens
        stop_at_colon(tokens, self.quotes, item, opaque)
        if item.end - item.start < 1 or sources.is_quoted(self.claims[-_RECENT:], item, opaque):
            return
        if item.end - item.start == 1 and tokens.pos[item.start] == "PRON":
            return  # "warned against it"
        if item.frame in ("according", "preposed") and self._passes_on(item):
            return
        turn = self.turn_of[item.cue_at]
        if turn is not None and not by_a_third(tokens, item):
            return
        speaker, mode = self.speakers.going_on(item.cue_at), _REPORTED
        if item.speaker is not None:
            if tokens.lower[item.speaker] in _FIRST:
                if opaque[item.cue_at] >= 0:
                    return
                if item.frame not in ("clause", "noun"):
                    return
                mode = "narrator"
            else:
                speaker = self.speakers.of(item.speaker, item.cue_at, (item.start, item.end))
            if item.via is not None:
                speaker = replace(speaker, via=self.speakers.at(item.via).id)
            of_them = tokens.lower[item.speaker + 1 : item.speaker + 2] == ["of"]
            anybody = tokens.lower[item.speaker] in _ANYBODY and not of_them
            if anybody and not speaker.known and not unnamed.told_of(tokens, item.speaker):
                return
        if turn is not None and (not speaker.known or speaker.id == turn):
            return  # the words of the turn, which are claims already
        if item.frame == "object" and sources.is_name(self.found, item):
            return  # "contradicted Reuters", "attacked Iran": nothing is said of them
        if item.frame == "object" and sources.is_cut(tokens, item):
            return
        if item.speaker is not None and item.frame in _TOLD_IN and self.held[item.cue_at]:
            # "An official said that it fell, RT reported": RT passes on what the official said.
            speaker = self._described(item.speaker, speaker)
        vague = not speaker.known and mode == "reported"
        if vague and not sources.is_somebody(tokens, item):
            return
        if (vague or item.cue.stance == "silent") and self._is_nested(item, opaque):
            return
        if item.cue.stance == "silent" and item.speaker is not None:
            speaker = self._described(item.speaker, speaker)
        if item.cue.stance == "silent" and not speaker.known:
            return
        if item.frame == "carried" and not sources.carries(self.found, item, speaker.id):
            return
        if item.speaker is not None and mode == "reported":
            speaker = self._described(item.speaker, speaker)
        stance, modality = judge(tokens, item.start, item.end, item.cue, negated=item.negated)
        if item.hearsay and modality == "asserted":
            modality = "alleged"
        claim = Claim(
            item.start, item.end, mode, stance, modality,
            self._evidence(item.start, item.end, item.cue_at),
            speaker.id, speaker.via, item.cue.lemma,
        )  # fmt: skip
        if item.addressee is not None and item.frame in _TOLD:
            holder = self.found.holder[item.addressee]
            if holder is not None and holder.entity in self.found.channels:
                claim.via = holder.entity
        also: list[str] = []
        if item.speaker is not None and mode == "reported" and item.frame != "according":
            also = self.speakers.others(item.speaker, item.start)
        if (source := sources.around(tokens, self.claims[-_NEAR:], claim, item.cue_at)) is not None:
            self.claims.remove(source)
            claim.via = claim.via or source.speaker
        self._finish(claim, item.cue_at, also)
        if opaque[item.cue_at] < 0:
            if speaker.known:
                self.voices.append((item.cue_at, speaker))
            self.speakers.heard(item.cue_at, speaker.id)

    def _take_up(self) -> None:
        """Claims about a content told before: "Kyiv denied it", "a rumour repeated by RT"."""
        tokens = self.found.tokens
        first, self.claims = self.claims, []
        for cue, claim in list(taken_up.filled(tokens, self.told, first)):
            claim.evidence = self._evidence(claim.start, claim.end, cue)
            self.claims.append(claim)
            first.remove(claim)
        for item in list(taken_up.find(tokens, first, {cue for cue, _ in self.told})):
            named = self.speakers.denying(item.speaker, item.cue_at, (item.start, item.end))
            speaker = self._described(item.speaker, named)
            if self.opaque[item.cue_at] < 0 and speaker.known:
                claim = Claim(
                    item.start, item.end, _REPORTED, item.cue.stance, item.cue.modality,
                    self._evidence(item.start, item.end, item.cue_at),
                    speaker.id, speaker.via, item.cue.lemma,
                )  # fmt: skip
                if not sources.denies_own(tokens, first, claim, item.cue_at):
                    self._finish(claim, item.cue_at)
        self.claims += first

    def _is_nested(self, item: Reported, opaque: list[int]) -> bool:
        """Whether a cue stands inside what somebody else says."""
        return opaque[item.cue_at] >= 0 or self.held[item.cue_at] == _HELD

    def _passes_on(self, item: Reported) -> bool:
        """ "..., he said, according to Reuters": Reuters only passes on the claim before it."""
        before = sources.passed_on(self.found.tokens, self.told[-_RECENT:], item)
        if before is None or item.speaker is None:
            return False
        before.via = before.via or self.speakers.at(item.speaker).id
        return True

    def _evidence(self, start: int, end: int, cue: int | None) -> tuple[int, int]:
        tokens = self.found.tokens
        places = [start, end - 1] + ([cue] if cue is not None else [])
        numbers = [tokens.sent_of[i] for i in places]
        return tokens.sents[min(numbers)][0], tokens.sents[max(numbers)][1]

    def _finish(self, claim: Claim, cue: int | None, also: Iterable[str] = ()) -> None:
        """Keep a claim, and the same one of each of those who say it `also`."""
        for other in also:
            if other != claim.speaker:
                self._finish(replace(claim, speaker=other), cue)
        self.claims.append(claim)
        mark = _HELD_BY_NARRATOR if claim.mode == "narrator" else _HELD
        for index in range(claim.start, claim.end):
            self.held[index] = max(self.held[index], mark)
        if claim.speaker is not None:
            self.speakers.holds(claim.start, claim.end)
        if cue is not None:
            self.told.append((cue, claim))
            if claim.via is None and claim.speaker not in self.found.channels:
                near = self.claims[-_NEAR:]
                claim.via = sources.outlet(self.found, claim, cue) or sources.goes_on(
                    self.found.tokens, near, claim, cue
                )
