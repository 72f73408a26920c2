"""Writes the golden answers of the catalogue anew: `python -m tests.golden`.

Read the difference before committing it: each changed line is an answer that changed.
"""

import os
import sys

import pytest

UPDATE = "SAYSO_GOLDEN_UPDATE"

if __name__ == "__main__":
    os.environ[UPDATE] = "1"
    sys.exit(pytest.main(["-q", "tests/neo4j/test_queries.py", "-k", "golden"]))
