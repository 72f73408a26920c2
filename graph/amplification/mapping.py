"""Which column of a stranger's file holds what of a post: mappings, and presets for known tools."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

from graph import safe_yaml
from graph.errors import PostsError

PRESETS = Path(__file__).parent / "presets"

Column = Literal[
    "id",
    "channel",
    "channel_name",
    "time",
    "text",
    "lang",
    "forward_of",
    "forward_from",
    "reply_to",
    "links",
    "claims",
    "views",
]
NEEDED: tuple[Column, ...] = ("id", "channel", "time")
LISTS: tuple[Column, ...] = ("links", "claims")


_FORMS = ("iso", "epoch_seconds", "epoch_milliseconds")
_DIRECTIVES = "aAbBdfHIjmMpSUwWyYzZ%"  # that DuckDB reads as well as Python


def _alternatives(names: object) -> object:
    return (names,) if isinstance(names, str) else names


def _known_form(form: str) -> str:
    directives = re.findall("%(.?)", form, re.DOTALL)
    if form not in _FORMS and not directives:
        raise ValueError(f"{form!r} is no form of a time; known: {', '.join(_FORMS)}, %d.%m.%Y ...")
    if unknown := [mark for mark in directives if not mark or mark not in _DIRECTIVES]:
        raise ValueError(f"%{unknown[0]} in {form!r} is no part of a time that can be read")
    return form


Names = Annotated[tuple[str, ...], BeforeValidator(_alternatives), Field(min_length=1)]


class Mapping(BaseModel):
    """How a file's columns become the columns of the posts table.

    A column may have alternatives in the file, of which the first that is not empty counts.
    `time` lists the forms a time may have, tried in order: `epoch_seconds`, `epoch_milliseconds`,
    `iso` (ISO 8601; UTC where it names no zone) or a strptime format. `zones` gives offsets for
    names of time zones at the end of an ISO time. A list is JSON, what Python prints, or words with
    `separator` between them; `item_key` picks a value where its items are objects. With
    `one_row_per: object` rows of one id are one post, whose lists are joined. Where no `delimiter`
    is named, the header of a table tells it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    doc: str
    columns: dict[Column, Names]
    time: tuple[Annotated[str, AfterValidator(_known_form)], ...] = Field(
        default=("iso",), min_length=1
    )
    zones: dict[str, str] = {}
    separator: str = Field(default=" ", min_length=1)
    item_key: str | None = None
    one_row_per: Literal["post", "object"] = "post"
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)

    def missing(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """The file's columns that this mapping cannot do without and a file lacks."""
        return tuple(
            column
            for name in NEEDED
            if not set(columns := self.columns.get(name, ())) & set(found)
            for column in columns or (name,)
        )


def preset_names() -> tuple[str, ...]:
    """The presets there are, sorted."""
    return tuple(sorted(path.stem for path in PRESETS.glob("*.yaml")))


@lru_cache(maxsize=32)
def preset(name: str) -> Mapping:
    """A preset by its name, in any case, or the mapping in a YAML file of yours.

    Raises PostsError for an unknown name and for a mapping that does not fit.
    """
    known = {known.casefold(): known for known in preset_names()}
    path = PRESETS / f"{known.get(name.casefold(), name)}.yaml"
    if name.casefold() not in known:
        path = Path(name)
        if path.suffix not in (".yaml", ".yml") or not path.is_file():
            raise PostsError(
                f"There is no preset {name!r}",
                remedy=f"Known: {', '.join(preset_names())}; or give a YAML file like theirs",
            )
    try:
        return Mapping.model_validate(safe_yaml.load(path))
    except (ValidationError, yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        problem = " ".join(str(error).split())
        raise PostsError(
            f"{path.name} is no mapping: {problem}", remedy="Compare it with a preset"
        ) from error


def fitting(found: tuple[str, ...]) -> tuple[str, ...]:
    """The presets that can do with these columns of a file, sorted."""
    return tuple(name for name in preset_names() if not preset(name).missing(found))
