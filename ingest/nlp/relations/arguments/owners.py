"""Whose something is: possessives before a noun, "whose", and whom "his" and "its" stand for."""

from __future__ import annotations

from ingest.nlp.findings import Findings
from ingest.nlp.relations.arguments.anaphora import Anaphora
from ingest.nlp.relations.arguments.first_person import is_first
from ingest.nlp.relations.arguments.grammar import VERBAL, Grammar
from ingest.nlp.relations.arguments.naming import Naming
from ingest.nlp.relations.arguments.noun_roles import SERIES
from ingest.nlp.relations.arguments.verb_roles import VerbRoles
from ingest.nlp.tokens import Tokens


class Owners:
    """Finds the nouns that own what other nouns name in one document."""

    def __init__(
        self, found: Findings, grammar: Grammar, verbs: VerbRoles, anaphora: Anaphora
    ) -> None:
        self.found = found
        self.grammar = grammar
        self.naming = Naming(found, grammar)
        self.verbs = verbs
        self.anaphora = anaphora
        self.tokens: Tokens = found.tokens
        self.words = grammar.words

    def of(self, noun: int) -> list[int]:
        """Whose it is; "whose" and an unresolved "its" stand for what they refer to."""
        tokens = self.tokens
        found: list[int] = []
        children, name = tokens.children[noun], tokens.heads[noun]
        if tokens.dep[noun] in ("compound", "nmod", "amod") and name > noun:
            # "its commentator Ivan Popko", parsed as the possessor of the name
            children = [*children, *(c for c in tokens.children[name] if c < noun)]
        for child in children:
            if tokens.dep[child] != "poss":
                continue
            if tokens.tag[child] == "WP$":
                verb = self.grammar.verb_above(noun)
                before = child - 1 - (child > 1 and tokens.text[child - 1] == ",")
                owner = self.found.holder[before] if before >= 0 else None
                if tokens.dep[verb] == "relcl":
                    found.append(tokens.heads[verb])
                elif owner is not None and owner.end == before + 1:
                    found.append(before)
            elif tokens.tag[child] == "PRP$":
                found += self._whose(noun, child)
            else:
                found.append(child)
        found = found or self._kin_listed(noun, noun) or self._before_apostrophe(noun)
        return found or self._of_series(noun)

    def senders(self, noun: int) -> list[int]:
        """Whose "fighters from X" are that do something; what is done to them is from there."""
        tokens = self.tokens
        agent = tokens.dep[noun] == "pobj" and tokens.lower[tokens.heads[noun]] == "by"
        if not agent and tokens.dep[noun] != "nsubj":
            return []
        return self.grammar.after_prepositions(tokens.children[noun], "from")

    def _of_series(self, noun: int) -> list[int]:
        """Whose the events are that another noun counts: "Russia's wave of attacks on Kyiv"."""
        tokens = self.tokens
        preposition = tokens.heads[noun]
        if tokens.dep[noun] != "pobj" or tokens.lower[preposition] != "of":
            return []
        counting = tokens.heads[preposition]
        return self.of(counting) if tokens.lemma[counting] in SERIES else []

    def _before_apostrophe(self, noun: int) -> list[int]:
        """The name that owns a noun by its apostrophe, where the parse joins the two in a list."""
        if self.tokens.dep[noun] != "conj":
            return []
        owner = self.naming.possessor(noun)
        return [owner] if owner is not None else []

    def _kin_listed(self, noun: int, opening: int) -> list[int]:
        """Whose kin a noun names in a list: "X, his wife A and his son B", "X and wife A".

        `opening` is the first token of the noun's phrase; the kin named before it are X's as well.
        """
        tokens, holder = self.tokens, self.found.holder
        relatives = self.words.stand_ins["relatives"]
        at = noun + 1 + (tokens.text[noun + 1 : noun + 2] == [","])
        before = opening - 1
        while before > 0 and tokens.lower[before] in (",", "and"):
            before -= 1
        named = [holder[i] for i in (before, at) if 0 < i < len(tokens)]
        people = [m for m in named if m is not None and self.found.type_of(m.entity) == "Person"]
        if tokens.lemma[noun] not in relatives or len(people) < 2 or before == opening - 1:
            return []
        last = people[0].start - 1
        while last > 0 and (tokens.text[last] == "," or holder[last] is people[0]):
            last -= 1
        last = self._before_list(last)
        kin = last >= 0 and tokens.lemma[last].lower() in relatives
        return self.of(last) if kin else [before]

    def _before_list(self, last: int) -> int:
        """The noun before the first of several names: "sons" in "his sons A and B and"."""
        tokens, holder = self.tokens, self.found.holder
        while last > 1 and tokens.lower[last] == "and" and holder[last - 1] is not None:
            named = holder[last - 1]
            last = named.start - 1 if named is not None else last
        return last

    def _whose(self, noun: int, pronoun: int) -> list[int]:
        """Whom "his" or "its" stands for: a subject still to come, or somebody named before."""
        if is_first(self.tokens.lower[pronoun]):
            return [pronoun]
        ahead = self._subject_ahead(pronoun)
        if ahead:
            return ahead
        beside = self._in_brackets(pronoun) or self._kin_listed(noun, pronoun)
        beside = beside or self._beside(noun, pronoun)
        beside = beside or self._whose_ally(noun, pronoun)
        if beside:
            return beside
        if self.found.holder[pronoun] is not None:
            return [pronoun]
        return self.anaphora.antecedents(pronoun, self.verbs.subject) or self._own_subject(noun)

    def _whose_ally(self, noun: int, pronoun: int) -> list[int]:
        """X in "X mourned Y's chief Z, its ally": who explains somebody by himself is the subject.

        "X met Z, the head of Y, and its members" explains nobody.
        """
        tokens, person = self.tokens, self.tokens.heads[noun]
        explains = tokens.dep[noun] == "appos" and tokens.lower[pronoun] == "its"
        if not explains or tokens.dep[person] != "dobj" or not self.found.person_at(person):
            return []
        subject = tokens.child(tokens.heads[person], "nsubj")
        if subject is None:
            return []
        named = self.found.holder[subject - (tokens.dep[subject - 1] == "compound")]
        body = named is not None and self.found.type_of(named.entity) != "Person"
        return [named.end - 1] if named is not None and body else []

    def _subject_ahead(self, pronoun: int) -> list[int]:
        """The subject of a clause that a phrase opens ("During his visit to Kyiv, X said")."""
        tokens = self.tokens
        index = pronoun
        while tokens.heads[index] != index and tokens.pos[tokens.heads[index]] not in VERBAL:
            index = tokens.heads[index]
        verb = tokens.heads[index]
        opens = tokens.dep[index] == "prep" and tokens.lefts[index] == tokens.lefts[verb]
        subject = tokens.child(verb, "nsubj", "nsubjpass")
        if not opens or subject is None or subject < pronoun:
            return []
        mention = self.found.holder[subject]
        if mention is None:
            return []
        person = self.found.type_of(mention.entity) == "Person"
        return [subject] if person == (tokens.lower[pronoun] in ("his", "her")) else []

    def _beside(self, noun: int, pronoun: int) -> list[int]:
        """Whose "its" is in "sanctioned the company and its owner": the thing it stands with.

        So it is with the person in "saw X and her daughter".
        """
        tokens = self.tokens
        first = self.grammar.first_conjunct(noun)
        if first == noun:
            return []
        if tokens.lemma[noun] in self.words.stand_ins["relatives"]:
            return [first] if self.found.person_at(first) else []
        if tokens.lower[pronoun] != "its":
            return []
        things = [first, *self.anaphora.antecedents(first, self.verbs.subject)]
        mentions = [(i, self.found.holder[i]) for i in things]
        named = [i for i, m in mentions if m and self.found.type_of(m.entity) != "Person"]
        return named[:1]

    def _in_brackets(self, pronoun: int) -> list[int]:
        """Whom "his" is of in "NAME (his wife A, and his sons)": the name the brackets follow."""
        tokens = self.tokens
        if tokens.lower[pronoun] not in ("his", "her"):
            return []
        start = tokens.sents[tokens.sent_of[pronoun]][0]
        for index in range(pronoun - 1, start, -1):
            if tokens.text[index] == ")":
                return []
            if tokens.text[index] == "(":
                return [index - 1] if self.found.person_at(index - 1) else []
        return []

    def _own_subject(self, noun: int) -> list[int]:
        """Whose "its" is in "X lifted its sanctions": the clause's subject, unless that is it."""
        verb = self.grammar.verb_above(noun)
        if self.tokens.pos[verb] not in VERBAL:
            return []
        subjects = self.verbs.subject(verb)
        left, right = self.tokens.subtree(subjects[0]) if subjects else (0, 0)
        return [] if left <= noun < right else subjects
