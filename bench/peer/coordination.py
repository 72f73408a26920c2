"""Runs coordination-network-toolkit in its own environment: CSV in, co-retweet edges out.

Its command line cannot export CSV in 1.5.2 (a wrong argument), so its own functions are called:
preprocess, compute, and the rows that its CSV export would have written.
"""

import contextlib
import csv
import io
import json
import sys
import tempfile
import time
from pathlib import Path

BEGAN = time.perf_counter()

from coordination_network_toolkit.compute_networks import compute_co_retweet_parallel  # noqa: E402
from coordination_network_toolkit.graph import get_edge_rows  # noqa: E402
from coordination_network_toolkit.preprocess import preprocess_csv_files  # noqa: E402


def main() -> None:
    posts, out, window, processes = sys.argv[1:]
    imported = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "posts.db")
        with contextlib.redirect_stdout(io.StringIO()):
            preprocess_csv_files(db, [posts])
            compute_co_retweet_parallel(db, int(window), n_threads=int(processes))
        with Path(out).open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["source", "target", "weight"])
            rows.writerows(row[:3] for row in get_edge_rows(db, "co_retweet"))
    done = time.perf_counter()
    sys.stdout.write(json.dumps({"imports": imported - BEGAN, "work": done - imported}))


if __name__ == "__main__":
    main()
