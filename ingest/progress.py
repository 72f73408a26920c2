"""How far a run is, as people watch it: what was read, what is in the store, what was refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.progress import Progress, ProgressColumn, TaskID, TimeElapsedColumn

from graph.errors import DocumentError

if TYPE_CHECKING:
    from rich.console import Console

_REFUSALS_SHOWN = 20


@dataclass(slots=True)
class Watched:
    """Two counts on the screen; refusals are printed above them."""

    _progress: Progress
    _read: TaskID
    _written: TaskID
    _refused: int = 0

    def read(self, count: int = 1) -> None:
        """Move the first count."""
        self._progress.advance(self._read, count)

    def written(self, count: int) -> None:
        """Move the second count."""
        self._progress.advance(self._written, count)

    def refused(self, error: DocumentError) -> None:
        """Say why, for the first few; the quarantine has them all."""
        self._refused += 1
        if self._refused <= _REFUSALS_SHOWN:
            self._progress.console.print(f"[yellow]Not read:[/] {escape(str(error))}.")


@contextmanager
def watching(
    console: Console, *columns: ProgressColumn, read: str, written: str, total: int | None
) -> Iterator[Watched]:
    """Show two counts under these names in these columns until the block ends."""
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        yield Watched(
            progress, progress.add_task(read, total=total), progress.add_task(written, total=total)
        )
