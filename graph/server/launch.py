"""Start a program that outlives us: run as a file of its own, it starts the program in a new
session, prints the process id and ends, so that the program belongs to nobody's terminal and is
nobody's unreaped child.

Usage: launch.py FOLDER LOG PROGRAM ARGUMENT...
"""

from __future__ import annotations

import os
import subprocess
import sys


def main() -> None:
    """Start what the command line says."""
    folder, log, *command = sys.argv[1:]
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    started = subprocess.Popen(  # noqa: S603 - our own caller built this command
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=descriptor,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    sys.stdout.write(f"{started.pid}\n")
    sys.stdout.flush()
    # Leave at once: the interpreter's own farewell would warn about a child that still runs.
    os._exit(0)


if __name__ == "__main__":
    main()
