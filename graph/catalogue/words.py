"""The words of the vocabulary that a parameter of the catalogue can be bound to."""

from __future__ import annotations

from graph.errors import QueryError
from graph.store.schema import quoting_types
from graph.vocabulary import load_vocabulary


def words(of: str) -> tuple[str, ...]:
    """The values a header names in brackets, as in `string(SUPPLIES.what)`.

    `relationship` stands for the types that cite a sentence, `node` for every kind of node, and
    `TYPE.property` for the values of a property. Raises QueryError for anything else.
    """
    vocabulary = load_vocabulary()
    if of == "relationship":
        return tuple(sorted(quoting_types()))
    if of == "node":
        return tuple(sorted(vocabulary.nodes))
    type_, _, name = of.partition(".")
    known = vocabulary.relationships.get(type_)
    for item in known.properties if known is not None else ():
        if item.name == name and item.values:
            return item.values
    raise QueryError(
        f"{of!r} names no words of the vocabulary",
        remedy="Write relationship, node, or TYPE.property of one whose values are listed",
    )
