"""Where a person begins among capitals that belong together: "General Staff Valery ..."."""

from __future__ import annotations

from functools import lru_cache

from graph import ids
from ingest.nlp import gender
from ingest.nlp.entities.chunks import Chunk
from ingest.nlp.entities.gazetteer import gazetteer, words
from ingest.nlp.entities.ordinary import is_ordinary
from ingest.nlp.entities.shape import is_acronym, is_camel, is_full_name
from ingest.nlp.entities.titles import names_field
from ingest.nlp.tokens import Tokens


def person_start(tokens: Tokens, start: int, end: int) -> int | None:
    """Where a person begins inside a chunk; None where no second name does.

    Before the person stands a body ("General Staff Valery ...") or a title's field ("Professor of
    Chemistry Dmytro ...").
    """
    lower = tokens.lower
    bodies = words("organization") | words("military")
    field = names_field(tokens, start)
    for at in range(start + 1, end - 1):
        second = is_given(tokens, at - 1)  # "President Ferdinand Marcos" is one person
        given = (
            is_given(tokens, at)
            and not second
            and (is_ordinary(tokens, start, at) or _acronym(tokens, start, at))
        )
        given = given or (at == start + 1 and _headed_by(tokens, start, end))
        # "[Minister of Trade and] Industry Kwabena Asare": English ends here
        ends = field and is_ordinary(tokens, start, at) and not is_ordinary(tokens, at, at + 1)
        given = given or ends
        if lower[at] in words("title") or not (given or lower[at - 1] in bodies):
            continue
        if is_full_name(tokens, at, end) or (given and end - at == 2):
            return at
    return None


def _acronym(tokens: Tokens, start: int, end: int) -> bool:
    """Whether only a body's acronym stands before a person: "KAMAZ Sergey ..."."""
    return end - start == 1 and is_acronym(tokens, start)


def _headed_by(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a body stands before its head: "Chairman of KazMunayGas Askhat Khasenov".

    Nobody is called "the": "Chairman of the Mazhilis Yerlan Koshanov".
    """
    article = start > 0 and tokens.lower[start - 1] == "the"
    of = start - 1 - article
    led = of > 0 and tokens.lower[of] == "of" and tokens.lower[of - 1] in words("title")
    named = ids.slug(tokens.lower[start + 1]) in words("given_name")
    named = named and ids.slug(tokens.lower[start]) not in words("given_name")
    return led and end - start == 3 and (article or is_camel(tokens.text[start]) or named)


def follows_office(tokens: Tokens, start: int) -> bool:
    """Whether an office and "of" stand before a name: "President of Argentina Macri"."""
    of = tokens.lower[max(0, start - 2) : start]
    return of[1:] == ["of"] and of[0] in words("title")


def is_headed(tokens: Tokens, start: int, stop: int, end: int) -> bool:
    """Whether who holds an office of a known outlet is named behind it: "Head of RT Otto Kern"."""
    article = start > 0 and tokens.lower[start - 1] == "the"
    return follows_office(tokens, start - article) and end - stop == 2 and is_given(tokens, stop)


def surnames(tokens: Tokens, chunks: list[Chunk]) -> frozenset[str]:
    """The last words of the full names that a text has outside its headlines."""
    return frozenset(
        tokens.text[chunk.end - 1]
        for chunk in chunks
        if not chunk.headline
        and chunk.end - chunk.start > 1
        and is_full_name(tokens, chunk.end - 2, chunk.end)
        and is_given(tokens, chunk.end - 2)
        and tokens.lower[chunk.end - 1] not in tokens.dictionary
    )


def parted_at_verb(
    tokens: Tokens, start: int, end: int, known: frozenset[str]
) -> list[tuple[int, int]]:
    """A run of capitals cut where a headline's verb follows an official whose surname is `known`.

    As in "Secretary of State Popko Discuss Strategies", in whose line every word has a capital;
    behind the verb only what everybody knows is a name.
    """
    for at in range(start, end - 2):
        titled = at > 0 and (tokens.lower[at - 1] in words("title") or _is_of_state(tokens, at))
        if titled and tokens.text[at] in known:
            verb = tokens.lower[at + 1]
            if verb in tokens.dictionary or verb.removesuffix("s") in tokens.dictionary:
                match = gazetteer().match
                told = (i for i in range(at + 2, end) if match(tokens.text, i) is not None)
                return [(start, at + 1), (next(told, end), end)]
    return [(start, end)]


def _is_of_state(tokens: Tokens, index: int) -> bool:
    return tokens.lower[max(0, index - 3) : index] == ["secretary", "of", "state"]


def is_given(tokens: Tokens, index: int) -> bool:
    """Whether a token is a given name."""
    return _is_given(tokens.text[index])


@lru_cache(maxsize=1 << 16)
def _is_given(word: str) -> bool:
    return ids.slug(word.lower()) in words("given_name") or gender.of_name(word) is not None
