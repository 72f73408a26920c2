"""A block of metadata between lines of dashes at the head of a text, as YAML."""

from __future__ import annotations

import re
from typing import Any

import frontmatter
import yaml

from graph.errors import DocumentError
from ingest.readers.header import Header, header

_OURS = re.compile(
    r"---[^\S\n]*\n(?:.*\n)*?(?:title|headline|date|published(?:_at)?|url|outlet|author)s?\s*:"
)
_KINDS = {"timestamp": "date", "int": "number", "float": "number"}
_QUOTE_IT = "Put quotation marks around values that hold a colon"


def front_matter(text: str, source: str) -> tuple[Header, str]:
    """Split a text that opens with a `---` block of metadata into the two.

    A text that merely opens with a rule of dashes stays whole.

    Raises:
        DocumentError: where the block names our fields but is no YAML, or a value of it is none of
            the kind it has the form of, such as the date 2024-02-30.
    """
    if not text.startswith("---"):
        return Header(), text
    try:
        metadata, body = frontmatter.parse(text, handler=_Handler())
    except (yaml.YAMLError, RecursionError) as error:
        if not _OURS.match(text):
            return Header(), text
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" in line {line + 1}" if line is not None else ""
        wrong, remedy = "is no valid YAML", _QUOTE_IT
        if isinstance(error, _NoSuchValueError):
            wrong, remedy = error.wrong, "Correct the value, or leave it out"
        raise DocumentError(source, f"its front matter {wrong}{where}", remedy=remedy) from error
    found = header(metadata)
    # Digits may be a date in a form or a language that is not read; without any there is none.
    if isinstance(found.published, str) and not re.search(r"\d", found.published):
        wrong = f"its front matter holds {found.published[:40]!r}, which is no date"
        raise DocumentError(source, wrong, remedy="Correct the value, or leave it out")
    return (found, body) if found != Header() else (Header(), text)


class _NoSuchValueError(yaml.MarkedYAMLError):
    """A value has the form of a date or a number and is none; `wrong` is the rest of "it ..."."""

    def __init__(self, wrong: str, node: yaml.Node) -> None:
        super().__init__(problem=wrong, problem_mark=node.start_mark)
        self.wrong = wrong


class _Loader(yaml.SafeLoader):
    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:
        """The value of a node; PyYAML gives "2024-02-30" to `date`, and lets its errors through."""
        try:
            return super().construct_object(node, deep)
        except (ArithmeticError, AttributeError, LookupError, ValueError) as error:
            kind = _KINDS.get(node.tag.rpartition(":")[2], "such value")
            wrong = f"holds {str(node.value)[:40]!r}, which is no {kind},"
            raise _NoSuchValueError(wrong, node) from error


class _Handler(frontmatter.default_handlers.YAMLHandler):
    def load(self, fm: str, **kwargs: object) -> Any:
        return super().load(fm, Loader=_Loader, **kwargs)
