"""Write the locks of the jars anew: `python -m graph.server.relock` (for maintainers; needs the
network). What a release needs is resolved by jgo; each jar is hashed as it was published.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.ids import sha256
from graph.server.jars import Jar
from graph.server.releases import RELEASES, Release

if TYPE_CHECKING:
    from jgo.maven import MavenContext

LOCKS = Path(__file__).with_name("locks")
_HEADER = (
    "# The jars of Neo4j {version}: coordinate, bytes, sha256. Written by graph.server.relock.\n"
)


def resolve(release: Release, context: MavenContext) -> Iterator[Jar]:
    """Every jar on the class path of a release, downloaded and hashed."""
    roots = [context.create_dependency(coordinate) for coordinate in release.coordinates]
    inputs, transitive = context.resolver.resolve(roots)
    for dependency in [*inputs, *transitive]:
        if dependency.type != "jar" or dependency.scope in ("test", "provided", "system"):
            continue
        content = dependency.artifact.resolve().read_bytes()
        parts = [dependency.groupId, dependency.artifactId, dependency.version]
        coordinate = ":".join([*parts, *filter(None, [dependency.classifier])])
        yield Jar(coordinate, len(content), sha256(content))


def main() -> None:
    """Write one lock a release."""
    from jgo.maven import MavenContext

    with tempfile.TemporaryDirectory() as repository:
        context = MavenContext(repo_cache=Path(repository), timeout=60)
        for release in RELEASES.values():
            jars = sorted(resolve(release, context), key=lambda jar: jar.coordinate)
            lines = [f"{jar.coordinate} {jar.size} {jar.sha256}\n" for jar in jars]
            lock = LOCKS / f"neo4j-{release.version}.txt"
            lock.write_text(_HEADER.format(version=release.version) + "".join(lines), "utf-8")
            sys.stderr.write(
                f"{lock.name}: {len(jars)} jars, {sum(j.size for j in jars):,} bytes\n"
            )


if __name__ == "__main__":
    main()
