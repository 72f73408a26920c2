"""The query catalogue: questions of investigators, each one Cypher file with its documentation."""

from graph.catalogue.files import Catalogue, load_catalogue, parse_query
from graph.catalogue.model import Column, Parameter, Query
from graph.catalogue.reference import reference

__all__ = [
    "Catalogue",
    "Column",
    "Parameter",
    "Query",
    "load_catalogue",
    "parse_query",
    "reference",
]
