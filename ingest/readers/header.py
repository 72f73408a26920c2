"""What a text says about itself: fields of metadata, or the lines an article opens with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.readers.dates import iso_date

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "message"),
    "title": ("title", "headline"),
    "published": ("published", "published_at", "date", "datetime", "publication_date", "pubdate"),
    "url": ("url", "link", "canonical", "source_url", "canonical_url"),
    "outlet": ("outlet", "publication", "publisher", "site", "sitename", "site_name", "source"),
    "authors": ("authors", "author", "by", "byline"),
    "lang": ("lang", "language"),
}
"""The names people give to the fields of an article, the likeliest first."""

_OPENING_LINES = 8
_CLOSING_CHARACTERS = 600
_LONGEST = 10_000  # bits of a number; Python refuses to write much longer ones as digits
_NAME = r"[^\W\d_a-zа-яёіїєґ][\w'’.-]*"
_FULL_NAME = rf"{_NAME}(?: (?:de|van|von|der|al|bin|da|di|la|le|{_NAME})){{1,3}}"
_BYLINE = re.compile(
    rf"(?:By|by|BY|Author:|Authors:|Автор:|Автори:|Авторы:|Written by|Text by)\s+"
    rf"({_FULL_NAME}(?:(?:, | and | та | і | и | & ){_FULL_NAME})*)"
)
_CREDIT = re.compile(r"^\(?(?:Reporting|Written|Writing) by ([^;()]+)", re.MULTILINE)
_AND = re.compile(r", | and | та | і | и | & ")
_PERSON = re.compile(_FULL_NAME)
_TRADE = re.compile(
    r"\b(?:analyst|author|columnist|commentator|correspondent|editor|fact-checker|journalist|"
    r"observer|producer|reporter|researcher|writer|(?:deputy )?head of .*(?:centre|center|desk|"
    r"department|lab|monitoring|research)|аналітик|аналітикиня|автор|авторка|журналіст|журналістка|"
    r"кореспондент|кореспондентка|редактор|редакторка|аналитик|журналист|корреспондент|обозреватель)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is said about a document beside its text; `published` is as it was written."""

    title: str | None = None
    published: object = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    lang: str | None = None

    def filled(self, other: Header) -> Header:
        """This header, with what it does not say taken from another one."""
        return Header(
            title=self.title or other.title,
            published=self.published or other.published,
            url=self.url or other.url,
            outlet=self.outlet or other.outlet,
            authors=self.authors or other.authors,
            lang=self.lang or other.lang,
        )


def header(metadata: Mapping[str, object]) -> Header:
    """The fields of FIELDS out of a mapping whose keys are in any case."""
    known = {str(key).strip().lower().replace("-", "_"): value for key, value in metadata.items()}

    def first(name: str) -> object:
        return next((known[key] for key in FIELDS[name] if known.get(key) not in (None, "")), None)

    outlet, url = _text(first("outlet")), _text(first("url"))
    if outlet and outlet.startswith(("http://", "https://")):
        outlet, url = None, url or outlet
    return Header(
        title=_text(first("title")),
        published=first("published"),
        url=url,
        outlet=outlet,
        authors=author_names(first("authors")),
        lang=_language(_text(first("lang"))),
    )


def author_names(value: object) -> tuple[str, ...]:
    """Author names out of a list, or out of one string with commas, semicolons or "and" between."""
    if isinstance(value, str):
        bare = re.sub(r"^\s*(?:by|автор:)\s+", "", value, flags=re.IGNORECASE)
        return tuple(name.strip() for name in re.split(r";|,| and | та ", bare) if name.strip())
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return tuple(name for item in value if (name := _text(item)))
    return ()


def opening(text: str) -> Header:
    """Title, authors and date as the first lines of a plain text give them unmistakably.

    A title is a short first line of several words without a full stop that other text follows; a
    byline says "By" or puts a trade beside a full name; a date stands alone on its line. Without a
    byline the last lines may tell who reported. The text itself is not touched.
    """
    lines = [line.strip() for line in text.split("\n", 40) if line.strip()]
    head = lines[:_OPENING_LINES]
    # The lines after the first running paragraph belong to the article.
    long = next((i for i, line in enumerate(head) if len(line) > 200), len(head))
    top = head[: long or 1]
    return Header(
        title=top[0] if len(lines) > 1 and _is_title(top[0]) else None,
        authors=tuple(dict.fromkeys(_bylines(top))) or _credited(text),
        published=next((line for line in top[1:] if len(line) <= 40 and iso_date(line)), None),
    )


def _is_title(line: str) -> bool:
    words = line.split()
    return (
        4 <= len(words) <= 30
        and len(line) <= 200
        and not line.endswith((".", ",", ";", ":", "…"))
        and not line.startswith(("-", "—", "*", "By ", "http"))
        and not _BYLINE.fullmatch(line)
        and not _is_person_and_trade(line)
    )


def _bylines(lines: list[str]) -> Iterable[str]:
    for number, line in enumerate(lines):
        if match := _BYLINE.fullmatch(line.rstrip(".")):
            yield from _AND.split(match[1])
        elif _is_person_and_trade(line):
            yield line.split(",")[0]
        elif (
            _PERSON.fullmatch(line)
            and number + 1 < len(lines)
            and len(lines[number + 1]) < 80
            and _TRADE.search(lines[number + 1])
            and not lines[number + 1].endswith(".")
        ):
            yield line


def _credited(text: str) -> tuple[str, ...]:
    """Who wrote a report by its last lines: "(Reporting by X in Accra and Y; Editing by Z)"."""
    credit = _CREDIT.search(text, max(0, len(text) - _CLOSING_CHARACTERS))
    named = _AND.split(credit[1].split("\n")[0].rstrip(". ")) if credit is not None else []
    people = [name.partition(" in ")[0].strip() for name in named]
    return tuple(people) if all(_PERSON.fullmatch(name) for name in people) else ()


def _is_person_and_trade(line: str) -> bool:
    name, comma, trade = line.partition(", ")
    short = len(trade) < 80 and not trade.endswith(".")
    return bool(comma and short and _PERSON.fullmatch(name) and _TRADE.match(trade))


def _text(value: object) -> str | None:
    if isinstance(value, int) and (isinstance(value, bool) or value.bit_length() > _LONGEST):
        return None
    return str(value) if isinstance(value, str | int) else None


def _language(value: str | None) -> str | None:
    code = value.strip().lower().replace("_", "-").split("-")[0] if value else ""
    return code if re.fullmatch("[a-z]{2,3}", code) else None
