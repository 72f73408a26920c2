"""The join over sparse shares finds the network that the rule and the compiled window find."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.amplification import sparse
from graph.amplification.asking import parameters
from graph.amplification.coshare import count, open_windows
from graph.amplification.network import joined
from graph.amplification.parts import pass_in_parts
from graph.amplification.posts import Posts, open_posts
from graph.amplification.share_table import share_table
from graph.amplification.shares import read_shares
from graph.amplification.sparse import is_sparse, join_edges

Row = tuple[str, int, list[str]]  # channel, time in microseconds, links


@pytest.fixture(scope="module")
def posts() -> Iterator[Posts]:
    with open_posts(threads=1) as opened:
        yield opened


def fill(posts: Posts, rows: list[Row]) -> None:
    posts.connection.execute(
        "CREATE OR REPLACE TABLE posts (id VARCHAR, channel VARCHAR, time TIMESTAMP, "
        "forward_of VARCHAR, forward_from VARCHAR, links VARCHAR[])"
    )
    posts.connection.executemany(
        "INSERT INTO posts VALUES (?, ?, make_timestamp(?), NULL, NULL, ?)",
        [(str(number), *row) for number, row in enumerate(rows)],
    )


@st.composite
def many_posts(draw: st.DrawFn) -> list[Row]:
    """Posts of few channels on few links, some of them on several, before and after 1970."""
    return draw(
        st.lists(
            st.tuples(
                st.sampled_from("abcd"),
                st.integers(-9, 9),
                st.sets(st.sampled_from(["u", "v", "w"]), min_size=1).map(sorted),
            ),
            min_size=1,
            max_size=30,
        )
    )


@given(rows=many_posts(), window=st.integers(0, 7), least=st.integers(1, 3))
@settings(max_examples=100)
def test_the_join_counts_what_the_rule_counts(
    posts: Posts, rows: list[Row], window: int, least: int
) -> None:
    beside: dict[tuple[str, str], set[int]] = defaultdict(set)
    after: dict[tuple[str, str], set[int]] = defaultdict(set)
    for (n, (a, at, ours)), (b, then, theirs) in product(enumerate(rows), rows):
        if a != b and set(ours) & set(theirs):
            if abs(at - then) <= window:
                beside[a, b].add(n)
            if 0 < at - then <= window:
                after[a, b].add(n)
    fill(posts, rows)
    with share_table(posts, "link") as table:
        for expected, backward in ((beside, False), (after, True)):
            found = join_edges(table, window, backward=backward, min_weight=least).fetch()
            assert found.weights() == {
                pair: len(counted) for pair, counted in expected.items() if len(counted) >= least
            }


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("backward", [False, True])
def test_the_join_and_the_compiled_window_give_the_same_edges_in_the_same_order(
    posts: Posts, seed: int, backward: bool
) -> None:
    chance = np.random.default_rng(seed)
    rows: list[Row] = [
        (f"c{chance.integers(20)}", int(chance.integers(5_000)), [f"u{chance.integers(9)}"])
        for _ in range(800)
    ]
    fill(posts, rows)
    with share_table(posts, "link") as table:
        a = join_edges(table, 90, backward=backward).fetch()
        b = count(open_windows(read_shares(table), 90, backward=backward))
    assert len(a) > 100
    for name in ("source", "target", "weight", "first", "last"):
        assert getattr(a, name).tolist() == getattr(b, name).tolist()
        assert getattr(a, name).dtype == getattr(b, name).dtype


@pytest.mark.parametrize(("limit", "below"), [("MOST_PAIRS", 9), ("MOST_SHARES", 3)])
def test_what_is_too_much_for_the_join_gives_the_same_network(
    posts: Posts, monkeypatch: pytest.MonkeyPatch, limit: str, below: int
) -> None:
    fill(posts, [("a", 0, ["u"]), ("b", 1, ["u"]), ("b", 2, ["u"]), ("c", 900, ["u"])])
    asked = parameters("co-share", "link", 5)
    with share_table(posts, "link") as table:
        assert is_sparse(table, 5)
    by_join = joined(pass_in_parts(posts, asked)).weights()
    monkeypatch.setattr(sparse, limit, below)
    with share_table(posts, "link") as table:
        assert not is_sparse(table, 5)
    assert (
        joined(pass_in_parts(posts, asked)).weights() == by_join == {("a", "b"): 1, ("b", "a"): 2}
    )


def test_a_small_file_waits_for_no_compiled_code_and_no_arrays(tmp_path: Path) -> None:
    file = tmp_path / "posts.csv"
    file.write_text("message_id,user_id,timestamp,repost_id\n1,a,0,x\n2,b,1,x\n", encoding="utf-8")
    command = ["amplification", "coshare", str(file), "--object", "repost"]
    command += ["--out", str(tmp_path / "edges.csv")]
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; from api.cli import app; app({command}, standalone_mode=False); "
            "print('numba' in sys.modules, 'numpy' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines()[-1] == "False False"
    assert len((tmp_path / "edges.csv").read_text(encoding="utf-8").splitlines()) == 3
