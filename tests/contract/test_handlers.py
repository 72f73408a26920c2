"""Handlers of the API stay short: what they need more of has a place of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROUTERS = sorted((Path(__file__).parents[2] / "api" / "routers").glob("[!_]*.py"))
_MOST_LINES = 15


def handlers(source: str) -> Iterator[tuple[str, int]]:
    """Each handler of a router by name, with the lines of its body below its docstring."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if any(ast.unparse(decorator).startswith("router.") for decorator in node.decorator_list):
            first = node.body[1:][:1] if ast.get_docstring(node) else node.body[:1]
            yield node.name, (node.end_lineno or 0) - first[0].lineno + 1 if first else 0


@pytest.mark.parametrize("path", _ROUTERS, ids=lambda path: path.stem)
def test_handlers_have_at_most_fifteen_lines(path: Path) -> None:
    found = dict(handlers(path.read_text()))
    assert found
    assert not {name: lines for name, lines in found.items() if lines > _MOST_LINES}
