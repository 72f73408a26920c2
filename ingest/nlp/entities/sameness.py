"""Whether two names of a document name one person: "Jen Psaki" and "Jennifer Psaki", "Dmitri" and
"Dmytro Kuleba", "Richard Kemp" and "Richard Justin Kemp".

Within one document two people hardly ever share a surname and forms of one given name, so rules can
be generous there; between documents nothing is joined by them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph import ids
from ingest.nlp import lexicon

# Letters in which transliterations of one name differ, most specific first.
_FOLDS = (
    ("shch", "sch"), ("kh", "h"), ("zh", "z"), ("ck", "k"), ("ks", "x"), ("yev", "ev"),
    ("iev", "ev"), ("yo", "e"), ("ye", "e"), ("ie", "e"), ("yu", "u"), ("iu", "u"), ("ya", "a"),
    ("ia", "a"), ("yi", "i"), ("iy", "i"), ("yy", "i"), ("ii", "i"), ("y", "i"), ("j", "i"),
    ("w", "v"),
)  # fmt: skip

_PARTICLE = re.compile(r"(?:[AaEe]l|[Aa](?:d|n|r|s|sh|t|z))-(?=[A-Z])")
BORN = frozenset(["jr", "sr", "jr.", "sr."])  # what tells father from son


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without what transliterations differ in ("Zelenskyy" and "Zelensky" are one)."""
    key = ids.slug(name.replace("'", "").replace("’", ""))
    for written, kept in _FOLDS:
        key = key.replace(written, kept)
    return "".join(c for i, c in enumerate(key) if i == 0 or c != key[i - 1])


def name_parts(name: str) -> list[str]:
    """The words of a person's name without what tells father from son ("Jr.")."""
    parts = name.split()
    return parts[:-1] if len(parts) > 1 and parts[-1].lower() in BORN else parts


def surname(name: str) -> str:
    """The last word of a person's name without its particle: "Burhan" of "Fattah al-Burhan"."""
    return _PARTICLE.sub("", name_parts(name)[-1])


def one_person(name: str, other: str) -> bool:
    """Whether two full names may be one person's: the surname is one, the given names agree."""
    first, second = name_parts(name), name_parts(other)
    if min(len(first), len(second)) < 2 or folded(first[-1]) != folded(second[-1]):
        return False
    if not _agree(first[0], second[0]):
        return False
    middle, more = first[1:-1], second[1:-1]
    return not (middle and more) or _agree(middle[0], more[0])


def _agree(given: str, other: str) -> bool:
    """Whether two given names are forms of one: equal, an initial, a short or a sister form."""
    one, two = folded(given.rstrip(".")), folded(other.rstrip("."))
    short, long = sorted((one, two), key=len)
    if long.startswith(short) and (len(short) != 2 or len(long) == 2):
        return True
    forms = _forms()
    return one in forms and forms[one] == forms.get(two)


@lru_cache(maxsize=1)
def _forms() -> dict[str, int]:
    """Each form of a given name with the number of its row in given_names.yaml."""
    rows = lexicon.load("given_names")["forms"]
    return {folded(form): number for number, row in enumerate(rows) for form in row.split()}
