"""The folder of the local server: what lies where, who may read it, and who may change it."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock

from graph.errors import ServerError
from graph.server.releases import Release
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a server that was started: its process, ports and Java.

    `created` is when the process began, in seconds since the epoch: a process id alone may have
    passed to another program. `ready` says that the server has answered over Bolt.
    """

    pid: int
    created: float
    version: str
    bolt: int
    http: int
    ready: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one release line, `SAYSO_HOME/neo4j` for the default one."""

    root: Path

    @classmethod
    def of(cls, settings: Settings, release: Release) -> Home:
        """The home that the settings give a release."""
        return cls(settings.sayso_home / release.folder)

    @property
    def conf(self) -> Path:
        """Folder of neo4j.conf."""
        return self.root / "conf"

    @property
    def data(self) -> Path:
        """Folder of the databases."""
        return self.root / "data"

    @property
    def console(self) -> Path:
        """What the server's Java prints: nothing, unless it cannot begin."""
        return self.root / "logs" / "console.log"

    @property
    def log(self) -> Path:
        """The server's own log for its operator; it goes on from one start to the next."""
        return self.root / "logs" / "neo4j.log"

    @property
    def arguments(self) -> Path:
        """The server's command line, as a file for `java @file`; the server is known by it."""
        return self.root / "run" / "server.args"

    @property
    def admin_arguments(self) -> Path:
        """The command line of the program that sets the first password, while it runs."""
        return self.root / "run" / "admin.args"

    @property
    def lock(self) -> FileLock:
        """Held while the server is started or stopped; the system frees it if its holder dies."""
        return FileLock(self.root / "lock")

    def make(self) -> None:
        """Create the folders, readable by their owner alone. Raises ServerError."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.conf, self.data, self.console.parent, self.arguments.parent):
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise ServerError(
                f"The folder {self.root} cannot be made: {error.strerror}",
                remedy="Free its name or its disk, or set SAYSO_HOME to another folder",
            ) from error

    @property
    def password_file(self) -> Path:
        """The generated password, readable by its owner alone."""
        return self.root / "password"

    def password(self) -> str:
        """The password of the user `neo4j`, generated on first use. Raises ServerError."""
        file = self.password_file
        if file.exists():
            return file.read_text("ascii").strip()
        if (self.data / "databases").exists():
            raise ServerError(
                f"The password of the local Neo4j is gone: there is no {file}",
                remedy=f"Put the file back, or delete {self.root} to begin with an empty store",
            )
        # Hexadecimal: Neo4j's admin program takes a password that begins with "-" for an option.
        write_private(file, secrets.token_hex(24) + "\n")
        return self.password()

    def state(self) -> State | None:
        """What was noted about the server, None where nothing (whole) is."""
        try:
            return State(**json.loads(self._state_file.read_text("utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def note(self, state: State) -> None:
        """Replace what is noted about the server."""
        write_private(self._state_file, json.dumps(asdict(state), indent=1) + "\n")

    @property
    def _state_file(self) -> Path:
        return self.root / "run" / "server.json"


def write_private(file: Path, content: str) -> None:
    """Write a file that only its owner can read; it appears whole or not at all."""
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    partial.replace(file)
