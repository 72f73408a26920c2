"""The releases of Neo4j that Sayso runs, and how they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.settings import Neo4jVersion

BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"


@dataclass(frozen=True, slots=True)
class Release:
    """One release: its Maven coordinates, its entry point, its Java, its folder in the home.

    `java` holds the oldest Java that runs it and the newest that Neo4j supports it on. Neo4j 5
    cannot open the store of a calendar release, so the two lines keep separate folders.
    """

    version: Neo4jVersion
    coordinates: tuple[str, ...]
    main_class: str
    java: tuple[int, int]
    folder: str


RELEASES: Mapping[Neo4jVersion, Release] = MappingProxyType(
    {
        "2026.08.1": Release(
            version="2026.08.1",
            coordinates=("org.neo4j:neo4j:2026.08.1", BROWSER),
            main_class="org.neo4j.server.Neo4jCommunity",
            java=(21, 25),
            folder="neo4j",
        ),
        "5.26.30": Release(
            version="5.26.30",
            coordinates=("org.neo4j:neo4j:5.26.30", BROWSER),
            main_class="org.neo4j.server.CommunityEntryPoint",
            java=(17, 21),
            folder="neo4j-5",
        ),
    }
)
ADMIN_CLASS = "org.neo4j.server.startup.Neo4jAdminCommand"
