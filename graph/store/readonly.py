"""Cypher that strangers write, run so that it can only read.

A READ session of a Neo4j server refuses writes, but it lets `LOAD CSV` read files and call
addresses, lists settings and users, and runs for ever. So a statement is looked at twice before it
runs: its words, and the plan the server makes of it. Both are needed. The plan knows what the
words mean, but it does not show the operators of a subquery inside an expression
(`CASE ... THEN COLLECT { LOAD CSV ... }`); the words show those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

from neo4j import READ_ACCESS, ResultSummary
from neo4j.exceptions import Neo4jError

from graph.errors import QueryError
from graph.store.answers import Answer, Collector, Limits
from graph.store.connection import Store, translated
from graph.store.lexer import Token, tokens
from graph.store.ranges import refuse_ranges

PROCEDURES = frozenset(
    {
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "db.index.vector.queryNodes",
        "db.index.vector.queryRelationships",
        "db.labels",
        "db.ping",
        "db.propertyKeys",
        "db.relationshipTypes",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
    }
)
"""Procedures that only read the graph or its schema; every other one is refused."""

NAMESPACES = frozenset(
    {
        "coll",
        "date",
        "datetime",
        "duration",
        "localdatetime",
        "localtime",
        "point",
        "time",
        "vector",
    }
)
"""Namespaces of Neo4j's own functions; a plug-in's function may run Cypher or open a file."""

LONGEST = 20_000
_FORBIDDEN_OPERATOR = re.compile(r"Show|Terminate|LoadCSV|Load|Transaction|Administration")
_HIDDEN = re.compile(
    r"\bLOAD\s+CSV\b|\}\s*IN\s+(?:\S+\s+CONCURRENT\s+)?TRANSACTIONS?\b", re.IGNORECASE
)
_QUOTED = re.compile(r"`[^`]*`")
_HIDDEN_CALL = re.compile(r"\bCALL\s+([\w.`]+)\s*\(", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PAGE = 100
# On a line of its own, so that the server quotes lines of the statement as they are.
_EXPLAIN = "EXPLAIN\n"
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")


def read(
    store: Store,
    statement: str,
    parameters: Mapping[str, object] | None = None,
    *,
    limits: Limits | None = None,
) -> Answer:
    """Run a trusted statement in a READ transaction, bounded in time, rows and size.

    Raises QueryError where the server refuses the statement or a limit of time or memory is
    reached, StoreError where the server does not answer.
    """
    limits = limits or Limits()
    with (
        refusals(store.uri),
        store.driver.session(**session_options(store.database)) as session,
        session.begin_transaction(timeout=limits.seconds) as transaction,
    ):
        result = transaction.run(statement, dict(parameters or {}))
        collected = Collector(result.keys(), limits)
        for record in result:
            if not collected.add(record.values()):
                break
    return collected.answer()


def read_guarded(
    store: Store,
    statement: str,
    parameters: Mapping[str, object] | None = None,
    *,
    limits: Limits | None = None,
) -> Answer:
    """Run a stranger's statement after checking that it can only read.

    Raises QueryError with what is wrong and what to do, before anything has run.
    """
    limits = limits or Limits()
    refuse_words(statement)
    refuse_values(parameters or {})
    with (
        planning(),
        refusals(store.uri),
        store.driver.session(**session_options(store.database)) as session,
        session.begin_transaction(timeout=limits.seconds) as transaction,
    ):
        summary = transaction.run(planned(statement), dict(parameters or {})).consume()
    refuse_plan(summary)
    return read(store, statement, parameters, limits=limits)


def refuse_values(value: object, name: str = "parameters") -> None:
    """Raise QueryError where a parameter, or something in it, is no value the store can take."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            refuse_values(key, name)
            refuse_values(item, str(key))
    elif isinstance(value, list | tuple):
        for item in value:
            refuse_values(item, name)
    elif isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise QueryError(f"{name} is no number of 64 bits", remedy="Send it as a text")
    elif isinstance(value, str) and _SURROGATE.search(value):
        raise QueryError("A text holds half a character", remedy="Send text that is valid Unicode")


def refuse_words(statement: str) -> None:
    """Raise QueryError where the words of a statement do what a reader may not."""
    refuse_values(statement)
    if len(statement) > LONGEST:
        raise _refusal(f"The statement is longer than {LONGEST} characters", "Shorten it")
    if re.search(r"\\u", statement, re.IGNORECASE):
        # Neo4j decodes \uXXXX before it reads the statement, so it can hide a closing quote.
        raise _refusal("The statement contains \\u escapes", "Write the characters themselves")
    found = list(tokens(statement))
    if not found:
        raise _refusal("The statement is empty", "Write a MATCH ... RETURN ... statement")
    for at in range(len(found)):
        _refuse_token(found[max(0, at - 4) : at], found[at], found[at + 1 : at + 64])
    refuse_ranges(found)


def _refuse_token(before: list[Token], token: Token, after: list[Token]) -> None:
    last = before[-1] if before else None
    following = after[0].keyword if after else ""
    if token.keyword == "LOAD" and following == "CSV":
        raise _refusal("LOAD CSV reads files and addresses", "Use `sayso ingest` to bring data in")
    if token.keyword == "USE" and after and after[0].kind in ("word", "quoted") and not _key(last):
        raise _refusal("USE changes the database", "Leave it out")
    if token.keyword in ("TRANSACTION", "TRANSACTIONS") and _after_subquery(before):
        raise _refusal("CALL ... IN TRANSACTIONS opens transactions of its own", "Leave it out")
    name, called = _dotted(token, after)
    if last and last.keyword == "CALL" and not _key(before[-2] if len(before) > 1 else None):
        if name and name not in PROCEDURES:
            raise _refused_procedure(name)
    elif called and not _continues(before) and name.partition(".")[0].lower() not in NAMESPACES:
        raise _refusal(f"The function {name} comes from a plug-in", "Use Neo4j's own functions")


def _key(last: Token | None) -> bool:
    """Whether what follows names a property, label or alias and so is no keyword."""
    return last is not None and (last.text in (".", ":", "|", "&") or last.keyword == "AS")


def _continues(before: list[Token]) -> bool:
    """Whether a name goes on from the one before, as `b` in `a.b`; after `1.` it does not."""
    if len(before) < 2 or before[-1].text != ".":
        return False
    return before[-2].kind in ("word", "quoted") and not before[-2].text[0].isdigit()


def _after_subquery(before: list[Token]) -> bool:
    words = [token.keyword or token.text for token in before]
    return words[-2:] == ["}", "IN"] or (words[-1:] == ["CONCURRENT"] and "IN" in words)


def _dotted(token: Token, after: list[Token]) -> tuple[str, bool]:
    """The name `a.b.c` that starts at a token, and whether it is a dotted one that is called."""
    if token.kind not in ("word", "quoted"):
        return "", False
    name, rest = token.name, after
    while len(rest) > 1 and rest[0].text == "." and rest[1].kind in ("word", "quoted"):
        name, rest = f"{name}.{rest[1].name}", rest[2:]
    return name, "." in name and bool(rest) and rest[0].text == "("


def planned(statement: str) -> str:
    """The statement that makes the server plan this one without running it."""
    return f"{_EXPLAIN}{statement}"


@contextmanager
def planning() -> Iterator[None]:
    """Count the lines and characters of a refusal from where the stranger's statement begins."""
    try:
        yield
    except QueryError as error:
        error.message = _PLACE.sub(_moved, error.message)
        raise


def _moved(place: re.Match[str]) -> str:
    line, column, offset = (int(number) for number in place.groups())
    return f"(line {line - 1}, column {column} (offset: {offset - len(_EXPLAIN)}))"


def refuse_plan(summary: ResultSummary) -> None:
    """Raise QueryError where the server's plan of a statement does more than read the graph."""
    for operator, details in _operators(cast(dict[str, Any], summary.plan or {})):
        if _FORBIDDEN_OPERATOR.match(operator):
            raise _refusal(f"The statement needs {operator}", "Ask for the graph's own data")
        if operator.startswith("StatefulShortestPath(All"):
            # Neo4j does not look at the clock while it searches from everywhere.
            raise _refusal(
                "The path search has no two known ends, and no timeout stops it",
                "Find the ends first and put `WITH a, b LIMIT 10` before it",
            )
        called = _HIDDEN_CALL.findall(details)
        if operator == "ProcedureCall":
            called.append(details.partition("(")[0])
        for name in called:
            if name.replace("`", "") not in PROCEDURES:
                raise _refused_procedure(name)
        if _HIDDEN.search(_QUOTED.sub("", details)):
            raise _refusal("A subquery loads data or opens transactions", "Leave it out")
    if summary.query_type != "r" or summary.plan is None:
        raise _refusal("The statement is not a plain read", "Use MATCH ... RETURN ...")


def _operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if plan:
        operator = str(plan["operatorType"]).partition("@")[0]
        yield operator, str(plan.get("args", {}).get("Details", ""))
        for child in plan.get("children", ()):
            yield from _operators(child)


def _refusal(what: str, remedy: str) -> QueryError:
    return QueryError(f"Refused: {what[0].lower()}{what[1:]}", remedy=remedy)


def _refused_procedure(name: str) -> QueryError:
    return _refusal(
        f"The procedure {name} is not allowed", f"Allowed: {', '.join(sorted(PROCEDURES))}"
    )


def session_options(database: str) -> dict[str, Any]:
    """How the driver opens a session for reads: in READ mode, a hundred rows at a time."""
    return {
        "database": database,
        "default_access_mode": READ_ACCESS,
        "fetch_size": _PAGE,
        "notifications_min_severity": "OFF",
    }


@contextmanager
def refusals(uri: str) -> Iterator[None]:
    """Turn what the server says of a statement into QueryError, all else into StoreError."""
    with translated(uri):
        try:
            yield
        except Neo4jError as error:
            found = _query_error(error)
            if found is None:
                raise
            raise found from error


def _query_error(error: Neo4jError) -> QueryError | None:
    code, message = error.code or "", (error.message or str(error)).strip().rstrip(".")
    if "TransactionTimedOut" in code or "TransactionTerminated" in code:
        return QueryError("The query ran longer than allowed", remedy="Narrow it or set a LIMIT")
    if "OutOfMemory" in code:
        return QueryError("The query needs more memory than allowed", remedy="Narrow it")
    if "ParameterMissing" in code:
        return QueryError(message, remedy="Give it with --param name=value")
    if code.startswith("Neo.ClientError") and "Security" not in code:
        return QueryError(message, remedy="Correct the statement")
    return None
