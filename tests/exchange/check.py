"""Reads exports with the libraries of their formats; run by tests in `.venv-exchange`.

    python tests/exchange/check.py stix|ftm|jsonld FILE

Prints as JSON what the library found. The libraries pin old versions of what Sayso uses too, so
they have an environment of their own (tests/exchange/requirements.lock).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def stix(path: Path) -> dict[str, Any]:
    """The errors stix2-validator finds, and how many objects of each type there are."""
    from stix2validator import ValidationOptions, validate_file

    found = validate_file(str(path), ValidationOptions(version="2.1"))
    objects = json.loads(path.read_text("utf-8"))["objects"]
    errors = [str(error) for one in found.object_results for error in one.errors or ()]
    return {"valid": found.is_valid, "errors": errors, "ids": [one["id"] for one in objects]}


def ftm(path: Path) -> dict[str, Any]:
    """Every value followthemoney drops or refuses, and the entities as it understands them."""
    from followthemoney import model
    from followthemoney.exc import InvalidData

    lost: list[str] = []
    unknown: set[str] = set()
    entities = []
    for line in path.read_text("utf-8").splitlines():
        given = json.loads(line)
        try:
            model.get(given["schema"]).validate(given)
            read = model.get_proxy(given, cleaned=False)
        except InvalidData as error:
            lost.append(f"{given['schema']}: {error} {error.errors}")
            continue
        for name, values in given["properties"].items():
            if name not in read.schema.properties:
                unknown.add(f"{read.schema.name}.{name}")
                continue
            kept = read.get(name)
            lost += [f"{read.schema.name}.{name}: {value}" for value in values if not kept]
        edge = read.schema.edge
        ends = (
            [*read.get(read.schema.source_prop), *read.get(read.schema.target_prop)] if edge else []
        )
        entities.append({"id": read.id, "schema": read.schema.name, "ends": ends, **given})
    return {"lost": lost, "unknown": sorted(unknown), "entities": entities}


def jsonld(path: Path) -> dict[str, Any]:
    """Each annotation as a graph of RDF sees it: source, exact words, and position."""
    from pyld import jsonld as processor
    from rdflib import RDF, Graph, Namespace

    oa = Namespace("http://www.w3.org/ns/oa#")
    expanded = processor.expand(json.loads(path.read_text("utf-8")))
    graph = Graph().parse(path, format="json-ld")
    annotations = []
    for annotation in graph.subjects(RDF.type, oa.Annotation):
        target = graph.value(annotation, oa.hasTarget)
        selectors = list(graph.objects(target, oa.hasSelector))
        exact, start, end = (
            next(graph.objects(one, wanted), None)
            for wanted, kind in ((oa.exact, 0), (oa.start, 1), (oa.end, 1))
            for one in selectors
            if (one, RDF.type, (oa.TextQuoteSelector, oa.TextPositionSelector)[kind]) in graph
        )
        source = graph.value(target, oa.hasSource)
        annotations.append([annotation, source, exact.toPython(), start.toPython(), end.toPython()])
    return {"expanded": len(expanded), "annotations": annotations}


if __name__ == "__main__":
    checks = {"stix": stix, "ftm": ftm, "jsonld": jsonld}
    print(json.dumps(checks[sys.argv[1]](Path(sys.argv[2]))))
