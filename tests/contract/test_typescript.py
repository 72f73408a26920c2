"""The types of the API for TypeScript are those of its description."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.app import create_app
from api.typescript import current, typescript
from graph.settings import Settings
from graph.vocabulary import load_vocabulary

FILE = Path(__file__).parents[2] / "web" / "src" / "api.ts"


@pytest.fixture(scope="module")
def module() -> str:
    return current()


def test_file_is_up_to_date(module: str) -> None:
    assert FILE.read_text("utf-8") == module, "run python -m api.typescript web/src/api.ts"


def test_every_type_that_is_named_is_declared_once(module: str) -> None:
    declared = re.findall(r"(?m)^export (?:type|interface) (\w+)", module)
    assert len(declared) == len(set(declared))
    bare = re.sub(r'/\*\*.*?\*/|//[^\n]*|"(?:[^"\\]|\\.)*"', "", module)
    used = set(re.findall(r"(?:: |\| |= |\()([A-Z]\w*)", bare))
    assert used - set(declared) <= {"Record", "Blob"}
    for opening, closing in ("{}", "()", "[]"):
        assert bare.count(opening) == bare.count(closing)


def test_every_path_is_there(module: str) -> None:
    described = create_app(Settings(neo4j_uri="bolt://localhost")).openapi()
    for path in described["paths"]:
        assert f'\n  "{path}": {{\n' in module


def test_types_of_the_vocabulary_are_told_apart_by_their_type(module: str) -> None:
    for name in ("State", "Channel", "ATTACKED", "SAID"):
        assert re.search(rf'export type {name} = {{\n(?:  /\*\*.*\n)?  type: "{name}";', module)
    assert load_vocabulary().node("State").doc in module


def test_forms_of_a_schema_become_types() -> None:
    schemas = {
        "A": {"type": "object", "additionalProperties": {"type": "integer"}},
        "B": {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
        "C[D]": {"properties": {"a-b": {"$ref": "#/components/schemas/A"}}, "required": ["a-b"]},
        "E": {"properties": {"f": {"enum": ["x", 'y"']}}, "description": "Ends */ here."},
    }
    text = typescript({"components": {"schemas": schemas}, "paths": {}})
    assert "export type A = Record<string, number>;" in text
    assert "export type B = (string | null)[];" in text
    assert 'export type C_D_ = {\n  "a-b": A;\n};' in text
    assert 'f?: "x" | "y\\"";' in text
    assert "/** Ends *\\/ here. */" in text
