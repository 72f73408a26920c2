"""The log of judgements: made, listed, and taken back; nothing is ever deleted from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, cast

from neo4j import ManagedTransaction

from graph.errors import JudgementError, NotFoundError
from graph.identity.folding import HELD, apply, judged_types
from graph.identity.groups import Pair, contradiction, joining
from graph.ids import hashed_id
from graph.store.connection import Store
from graph.store.merging import type_of_id
from graph.store.retract import lock
from graph.store.rows import timestamp
from graph.store.schema import ensure_schema
from graph.store.sessions import session

Verdict = Literal["same", "different", "unsure", "accept", "reject"]
OF_NODES = ("same", "different", "unsure")

KNOWN = (
    "OPTIONAL MATCH (n:Entity|Claim|Merged {id: $id}) RETURN count(n) AS nodes, "
    "COUNT { MATCH (w:Withheld {id: $id}) } AS withheld"
)
LOG = "CREATE (j:Judgement) SET j = $properties"
UNDO = (
    "MATCH (j:Judgement {id: $id}) SET j.undone_at = coalesce(j.undone_at, $at), "
    "j.undone_by = coalesce(j.undone_by, $who), j.undone_why = coalesce(j.undone_why, $why) "
    "RETURN properties(j) AS judgement"
)
LIST = (
    "MATCH (j:Judgement) WHERE ($about IS NULL OR j.a = $about OR j.b = $about) "
    "AND ($undone OR j.undone_at IS NULL) "
    "AND ($after IS NULL OR j.made_at < $after[0] OR (j.made_at = $after[0] AND j.id > $after[1])) "
    "RETURN properties(j) AS judgement ORDER BY j.made_at DESC, j.id LIMIT $limit"
)
FIND = "MATCH (j:Judgement {id: $id}) RETURN properties(j) AS judgement"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision of a person; `b` is None where it is about a relationship."""

    id: str
    verdict: Verdict
    a: str
    b: str | None
    who: str
    why: str
    made_at: str
    undone_at: str | None = None
    undone_by: str | None = None
    undone_why: str | None = None


def judge(
    store: Store, verdict: Verdict, a: str, b: str | None, *, who: str, why: str, at: datetime
) -> Judgement:
    """Record a judgement and make the graph follow it; one that holds already is returned as it is.

    Raises NotFoundError for an unknown id, JudgementError where it contradicts a judgement that
    holds or compares different kinds of things.
    """
    ensure_schema(store)
    first, second = (a, b) if b is None else sorted((a, b))
    _check_kind(verdict, first, second)
    moment = timestamp(at)
    made = Judgement(
        hashed_id("judgement", verdict, first, second, who, at.isoformat()),
        verdict,
        first,
        second,
        who,
        why,
        moment,
    )
    with session(store) as opened:
        return opened.execute_write(_judge, made)


def undo(store: Store, id_: str, *, who: str, why: str, at: datetime) -> Judgement:
    """Take a judgement back; the graph becomes what it is without it. NotFoundError if unknown."""
    with session(store) as opened:
        return opened.execute_write(_undo, id_, who, why, timestamp(at))


def judgements(
    store: Store,
    *,
    about: str | None = None,
    undone: bool = False,
    limit: int = 100,
    after: list[str] | None = None,
) -> list[Judgement]:
    """Judgements about an id or all, the latest first; with `undone` those taken back too."""
    asked = {"about": about, "undone": undone, "limit": limit, "after": after}
    return [_read(row["judgement"]) for row in store.read(LIST, asked)]


def find(store: Store, id_: str) -> Judgement:
    """The judgement of this id; NotFoundError if there is none."""
    rows = store.read(FIND, id=id_)
    if not rows:
        raise _unknown(id_)
    return _read(rows[0]["judgement"])


def _judge(tx: ManagedTransaction, made: Judgement) -> Judgement:
    lock(tx)
    held = tx.run(HELD).data()
    for row in held:
        if (row["verdict"], row["a"], row["b"]) == (made.verdict, made.a, made.b):
            return _read(tx.run(FIND, id=row["id"]).data()[0]["judgement"])
    _check_known(tx, made)
    _check_agreement(held, made)
    given = {name: value for name, value in asdict(made).items() if value is not None}
    tx.run(LOG, properties=given).consume()
    apply(tx)
    return made


def _undo(tx: ManagedTransaction, id_: str, who: str, why: str, at: str) -> Judgement:
    lock(tx)
    rows = tx.run(UNDO, id=id_, who=who, why=why, at=at).data()
    if not rows:
        raise _unknown(id_)
    apply(tx)
    return _read(rows[0]["judgement"])


def _check_kind(verdict: Verdict, a: str, b: str | None) -> None:
    if verdict not in OF_NODES:
        if b is not None:
            raise JudgementError(
                f"`{verdict}` is about one relationship", remedy="Give the id of its citation alone"
            )
        return
    if b is None or a == b:
        raise JudgementError(f"`{verdict}` compares two nodes", remedy="Give two different ids")
    types = [type_of_id(id_) for id_ in (a, b)]
    if types[0] is None or types[0] != types[1]:
        raise JudgementError(
            f"{a} and {b} are not of one type", remedy="Judge two people, two channels, two claims"
        )
    if not {"Entity", "Claim"} & set(types[0].labels):
        raise JudgementError(f"{a} is no entity or claim", remedy="Judge entities or claims")


def _check_known(tx: ManagedTransaction, made: Judgement) -> None:
    for id_ in filter(None, (made.a, made.b)):
        row = tx.run(KNOWN, id=id_).data()[0]
        if made.b is None:
            edges = f"MATCH ()-[r:{'|'.join(judged_types())}]->() WHERE r.id = $id RETURN 1 LIMIT 1"
            if not row["withheld"] and not tx.run(edges, id=id_).data():
                raise NotFoundError(
                    f"There is no citation {id_!r}", remedy="Take it from an answer"
                )
        elif not row["nodes"]:
            raise NotFoundError(f"There is no entity or claim {id_!r}", remedy="Check the id")


def _check_agreement(held: list[dict[str, Any]], made: Judgement) -> None:
    if made.b is None:
        opposite = [row["id"] for row in held if row["a"] == made.a and row["b"] is None]
        if opposite:
            raise _contradicts(made, opposite[0])
        return
    pairs = [Pair(row["id"], row["verdict"], row["a"], row["b"]) for row in held if row["b"]]
    against = contradiction([*pairs, Pair(made.id, made.verdict, made.a, made.b)])
    if against is not None:
        if against.judgement == made.id:
            against = joining(pairs, made.a, made.b)
        raise _contradicts(made, against.judgement)


def _contradicts(made: Judgement, other: str) -> JudgementError:
    about = made.a if made.b is None else f"{made.a} and {made.b}"
    return JudgementError(
        f"`{made.verdict}` of {about} contradicts what {other} says",
        remedy=f"Look at that judgement, and undo it if it is wrong: sayso judge undo {other}",
    )


def _unknown(id_: str) -> NotFoundError:
    return NotFoundError(f"There is no judgement {id_!r}", remedy="`sayso judge list` shows them")


def _read(properties: object) -> Judgement:
    return Judgement(**({"b": None} | cast(dict[str, Any], properties)))
