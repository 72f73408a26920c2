"""Networks as GEXF 1.3, the format of Gephi (gexf.net), written edge by edge.

Nodes come first in the file and are known last, so the edges wait in a file of their own: memory
holds one part of the network and which channels have an edge.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from graph.amplification.network import Edges, rows
from graph.exports.cells import xml

_TYPES = {"f": "double", "i": "long", "b": "boolean"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Sayso</creator></meta>
<graph defaultedgetype="directed" mode="static" idtype="string">
"""
_TAIL = "</edges>\n</graph>\n</gexf>\n"


def write_gexf(parts: Iterable[Edges], path: Path, folder: Path) -> int:
    """Write a network that comes in parts, at least one; returns its edges.

    Each has its weight, the times of its first and last post, and its measures. `folder` is for
    what is taken away again.
    """
    written, waiting = 0, folder / "edges.xml"
    declared, names = "", tuple[str, ...]()
    joined = np.zeros(0, np.bool_)
    with waiting.open("w", encoding="utf-8") as file:
        for edges in parts:
            if not declared:
                declared, names = _declared(edges), edges.names
                joined = np.zeros(len(names), np.bool_)
            joined[edges.source] = joined[edges.target] = True
            file.writelines(_elements(edges, written))
            written += len(edges)
    with path.open("w", encoding="utf-8") as file, waiting.open(encoding="utf-8") as edges_file:
        file.write(f"{_HEAD}{declared}<nodes>\n")
        for code in np.flatnonzero(joined):
            name = xml(names[code])
            file.write(f'<node id="{name}" label="{name}"/>\n')
        file.write("</nodes>\n<edges>\n")
        shutil.copyfileobj(edges_file, file)
        file.write(_TAIL)
    return written


def _declared(edges: Edges) -> str:
    kinds = {name: _TYPES[values.dtype.kind] for name, values in edges.measures.items()}
    lines = (
        f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
        for name, kind in {"first": "string", "last": "string", **kinds}.items()
    )
    return f'<attributes class="edge" mode="static">\n{"".join(lines)}</attributes>\n'


def _elements(edges: Edges, number: int) -> Iterator[str]:
    for number_, edge in enumerate(rows(edges), start=number):
        times = {"first": edge.first.isoformat(), "last": edge.last.isoformat()}
        values = "".join(
            f'<attvalue for="{name}" value="{xml(value)}"/>'
            for name, value in (times | dict(edge.measures)).items()
        )
        yield (
            f'<edge id="{number_}" source="{xml(edge.source)}" target="{xml(edge.target)}" '
            f'weight="{edge.weight}"><attvalues>{values}</attvalues></edge>\n'
        )
