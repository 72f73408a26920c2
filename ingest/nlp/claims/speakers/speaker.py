"""A resolved speaker, as the parts of the search for one pass it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Speaker:
    """A resolved speaker; `known` is False where the words name nobody we have ("analysts")."""

    id: str | None
    known: bool
    via: str | None = None


NOBODY = Speaker(None, known=False)


def known(id_: str | None) -> Speaker:
    """The speaker with an id, nobody without one."""
    return Speaker(id_, known=True) if id_ is not None else NOBODY
