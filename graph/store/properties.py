"""The properties of nodes and edges, checked against the vocabulary before they are written.

Community has no constraint on types, required properties or enumerations, so this is the only check
there is. It is pydantic's, from a schema computed once a type: a document has hundreds of rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic_core import CoreSchema, SchemaValidator, ValidationError, core_schema

from graph.errors import GraphError
from graph.model import Value
from graph.store.merging import Properties
from graph.vocabulary import PYTHON_TYPES, Property, load_vocabulary

REPORT = "This is a fault of the extraction, please report it"

_SCALARS: Mapping[type, CoreSchema] = {
    str: core_schema.str_schema(strict=True),
    int: core_schema.int_schema(strict=True),
    float: core_schema.float_schema(strict=True),
    bool: core_schema.bool_schema(strict=True),
}


def checked(
    id_: str, type_: str, properties: Mapping[str, Value], *, filled: frozenset[str] = frozenset()
) -> Properties:
    """The properties as they are stored, once names, types and required ones are as declared.

    None stands for a property that is not there, and one value for a list of one. `filled` ones are
    added by the writer: they may not be given, and are not missed. Raises `GraphError`.
    """
    given = {name: value for name, value in properties.items() if value is not None}
    try:
        valid: Properties = _validator(type_, filled).validate_python(given)
    except ValidationError as error:
        raise GraphError(f"{type_} {id_}: {_fault(error)}", remedy=REPORT) from error
    return valid


def declares(type_: str, name: str) -> bool:
    """Whether a node or relationship type has a property of this name."""
    return name in _declared(type_)


@cache
def _declared(type_: str) -> Mapping[str, Property]:
    vocabulary = load_vocabulary()
    declared = vocabulary.relationship(type_) if type_.isupper() else vocabulary.node(type_)
    return {item.name: item for item in declared.properties}


@cache
def _validator(type_: str, filled: frozenset[str]) -> SchemaValidator:
    fields = {
        name: core_schema.typed_dict_field(_schema(item), required=item.required)
        for name, item in _declared(type_).items()
        if name not in filled
    }
    return SchemaValidator(core_schema.typed_dict_schema(fields, extra_behavior="forbid"))


def _schema(item: Property) -> CoreSchema:
    values = list(item.values)
    one = core_schema.literal_schema(values) if values else _SCALARS[PYTHON_TYPES[item.type]]
    if not item.multi:
        return one
    return core_schema.no_info_before_validator_function(_listed, core_schema.list_schema(one))


def _listed(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else [value]


def _fault(error: ValidationError) -> str:
    """What is wrong with the first property that does not fit, or what is missing."""
    faults = error.errors(include_url=False)
    missing = sorted(str(fault["loc"][0]) for fault in faults if fault["type"] == "missing")
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            return f"{fault['loc'][0]} is not declared for it"
        if fault["type"] != "missing":
            return f"{fault['loc'][0]}: {fault['msg']}, not {fault['input']!r}"
    return f"it lacks {', '.join(missing)}"
