"""`sayso amplification coshare` turns a file of posts into a network, without a store."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import duckdb
import networkx as nx
import numpy as np
import pytest
from rich.console import Console
from typer.testing import CliRunner

from api.cli import app
from graph.amplification.edges import write_edges
from graph.amplification.explain import Explained
from graph.amplification.load import NO_TIME
from graph.amplification.measures import MEASURES
from graph.amplification.network import Edges
from graph.cli.amplification_told import print_explained
from graph.errors import PostsError
from tests.network import FOLDER

POSTS = (
    "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"
    "1,b,,,,,0,u1\n2,a,,,,,30,u1\n3,c,,,,,61,u1\n"
)
DAMAGED = f"{POSTS}4,c,,,,,oops,u1\n"


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    path = tmp_path / "posts.csv"
    path.write_text(POSTS, encoding="utf-8")
    return path


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(app, ["amplification", *arguments], catch_exceptions=False)
    assert result.exit_code == status, result.output
    return result.output


def test_help_says_of_each_measure_what_it_tells() -> None:
    lines = (line.split() for line in run("measure", "--help").splitlines())
    told = {line[0] for line in lines if len(line) > 4}
    assert set(MEASURES) <= told


def test_csv_and_parquet_hold_the_same_sorted_edges(posts: Path, tmp_path: Path) -> None:
    for name in ("edges.csv", "edges.parquet"):
        run(
            "coshare",
            str(posts),
            "--object",
            "link",
            "--window",
            "60s",
            "--out",
            str(tmp_path / name),
        )
    with (tmp_path / "edges.csv").open(encoding="utf-8") as file:
        rows = [tuple(row) for row in csv.reader(file)]
    assert rows == [
        ("source", "target", "weight", "first", "last"),
        ("a", "b", "1", "1970-01-01 00:00:30", "1970-01-01 00:00:30"),
        ("a", "c", "1", "1970-01-01 00:00:30", "1970-01-01 00:00:30"),
        ("b", "a", "1", "1970-01-01 00:00:00", "1970-01-01 00:00:00"),
        ("c", "a", "1", "1970-01-01 00:01:01", "1970-01-01 00:01:01"),
    ]
    found = duckdb.sql(f"FROM '{tmp_path / 'edges.parquet'}'").fetchall()
    assert [tuple(map(str, row)) for row in found] == rows[1:]


@pytest.mark.parametrize("more", [(), ("--significance",)])
def test_csv_and_json_are_printed_whole_with_the_columns_of_a_file(
    posts: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    def printed(format_: str) -> str:
        arguments = ["amplification", "coshare", str(posts), "-f", format_, *more]
        return CliRunner().invoke(app, arguments, catch_exceptions=False).stdout

    out = tmp_path / "edges.csv"
    run("coshare", str(posts), "--out", str(out), *more)
    told, *lines = csv.reader(StringIO(printed("csv")))
    header, *written = csv.reader(StringIO(out.read_text(encoding="utf-8")))
    assert told == header
    assert [line[:3] for line in lines] == [line[:3] for line in written]
    assert lines[0][3] == "1970-01-01T00:00:30+00:00"
    assert [list(row) for row in json.loads(printed("json"))["rows"]] == [header] * 4


def test_a_network_is_printed_or_written_and_not_both(posts: Path, tmp_path: Path) -> None:
    with pytest.raises(PostsError, match="Leave one of them away"):
        run("coshare", str(posts), "-f", "csv", "--out", str(tmp_path / "edges.csv"))


def test_a_number_alone_is_told_as_seconds(posts: Path) -> None:
    assert "Same link within 61s: that is no proof" in run("coshare", str(posts), "--window", "61")


def test_a_file_that_another_preset_fits_is_refused_with_its_name() -> None:
    with pytest.raises(PostsError, match=r"columns are those of --preset sayso$"):
        run("coshare", str(FOLDER / "posts.parquet"))


def test_gexf_is_a_network_networkx_reads(posts: Path, tmp_path: Path) -> None:
    run("coshare", str(posts), "--out", str(tmp_path / "edges.gexf"), "--significance")
    graph = nx.read_gexf(tmp_path / "edges.gexf", version="1.3")
    assert sorted(graph.edges) == [("a", "b"), ("a", "c"), ("b", "a"), ("c", "a")]
    said = graph.edges["c", "a"]
    assert (said["weight"], said["first"]) == (1, "1970-01-01T00:01:01+00:00")
    assert 0 < said["significance"] <= 1


def test_gexf_in_parts_is_the_whole_network_whatever_channels_are_called(tmp_path: Path) -> None:
    names = ("<b>", "no edge", '"q" & co', "Лесна")
    whole = nx.DiGraph()
    parts = []
    for source, target in ((0, 2), (3, 0)):
        number = np.array([source + 1])
        ends = (np.array([end], np.int32) for end in (source, target))
        parts.append(Edges(names, *ends, weight=number, first=number, last=number))
        whole.add_edge(names[source], names[target], weight=source + 1)
    assert write_edges(duckdb.connect(), iter(parts), tmp_path / "parts.gexf") == 2
    read = nx.read_gexf(tmp_path / "parts.gexf", version="1.3")
    assert set(read.nodes) == {"<b>", '"q" & co', "Лесна"}
    assert set(read.edges.data("weight")) == set(whole.edges.data("weight"))


def test_rows_set_aside_are_told_listed_and_end_with_status_3(posts: Path, tmp_path: Path) -> None:
    posts.write_text(DAMAGED, encoding="utf-8")
    told = run("coshare", str(posts), "--quarantine", str(tmp_path / "bad.csv"), status=3)
    assert "3 posts read" in told
    assert "1 set aside: no time" in told
    with (tmp_path / "bad.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["line", "reason"], ["5", NO_TIME]]


def test_no_network_is_called_an_agreement(posts: Path) -> None:
    assert "no proof of an agreement" in run("coshare", str(posts))


FORWARDS = (
    "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n"
    "1,b,,,,,0,u1\n2,a,,1,,,30,\n3,a,,1,,,90000,\n4,c,,1,,,61,\n"
)


def test_the_rule_forwards_needs_no_object_and_counts_any_age_unless_a_window_is_asked_for(
    tmp_path: Path,
) -> None:
    path, out = tmp_path / "posts.csv", tmp_path / "edges.csv"
    path.write_text(FORWARDS, encoding="utf-8")
    arguments = ("coshare", str(path), "--rule", "forwards", "--out", str(out))
    assert "Forwards of any age: that is no proof" in run(*arguments)
    with out.open(encoding="utf-8") as file:
        assert [row[:3] for row in csv.reader(file)][1:] == [["a", "b", "2"], ["c", "b", "1"]]
    assert "Forwards within 60s: that is no proof" in run(*arguments, "--window", "60s")
    with out.open(encoding="utf-8") as file:
        assert [row[:3] for row in csv.reader(file)][1:] == [["a", "b", "1"]]


def test_a_window_of_a_minute_is_usual_where_objects_are_shared(
    posts: Path, tmp_path: Path
) -> None:
    out = tmp_path / "edges.csv"
    for rule, edges in (("co-share", 4), ("follow", 2)):
        run("coshare", str(posts), "--rule", rule, "--out", str(out))
        usual = out.read_text(encoding="utf-8")
        run("coshare", str(posts), "--rule", rule, "--window", "60s", "--out", str(out))
        assert out.read_text(encoding="utf-8") == usual
        assert usual.count("\n") == edges + 1


def test_what_was_measured_of_edges_is_printed_with_them(
    posts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert "measures" not in run("coshare", str(posts))
    told = run("coshare", str(posts), "--significance")
    assert told.count("significance 1 ") == 4
    rule = ("--rule", "CooRTweet", "--min-participation", "1", "--fast", "30s")
    told = run("coshare", str(posts), *rule)
    assert (
        "symmetry 1, source posts 1, target posts 1, seconds apart 30, weight fast 1, strong no"
        in told
    )


def test_a_format_it_cannot_write_is_refused_first(posts: Path, tmp_path: Path) -> None:
    with pytest.raises(PostsError, match="no format for a network"):
        run("coshare", str(posts), "--out", str(tmp_path / "edges.xlsx"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("coshare", "--out", "{}/none/edges.csv"),
        ("coshare", "--quarantine", "{}/none/bad.csv"),
        ("measure", "movers", "--quarantine", "{}/none/bad.csv"),
    ],
)
def test_a_place_that_is_not_there_is_refused_before_any_work(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    # The file of posts is not there either, which would be told first if it were looked at.
    absent = str(tmp_path / "absent.csv")
    given = [argument.format(tmp_path) for argument in arguments]
    with pytest.raises(PostsError, match=r"There is no folder .*none\. Make it"):
        run(*given, absent)
    with pytest.raises(PostsError, match="cannot be written"):
        run("coshare", absent, "--quarantine", str(tmp_path))


@pytest.mark.parametrize("ending", ["csv", "parquet", "gexf"])
def test_a_network_that_fails_halfway_leaves_the_file_as_it_was(
    tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"edges.{ending}"
    out.write_text("old\n", encoding="utf-8")
    one = np.array([1])
    edges = Edges(("a", "b"), np.array([0]), np.array([1]), weight=one, first=one, last=one)

    def parts() -> Iterator[Edges]:
        yield edges
        raise PostsError("the pass failed")

    with pytest.raises(PostsError, match="the pass failed"):
        write_edges(duckdb.connect(), parts(), out)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_text(encoding="utf-8") == "old\n"
    assert write_edges(duckdb.connect(), [edges], out) == 1
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        (("coshare", "{0}", "--out", "{1}"), "FILE and --out"),
        (("coshare", "{0}", "--quarantine", "{1}"), "FILE and --quarantine"),
        (("measure", "movers", "{0}", "--quarantine", "{1}"), "FILE and --quarantine"),
        (("coshare", "{0}", "--out", "{2}", "--quarantine", "{2}"), "--out and --quarantine"),
    ],
)
def test_no_file_is_read_and_written_or_written_twice(
    posts: Path, tmp_path: Path, arguments: tuple[str, ...], same: str
) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(posts)
    given = [argument.format(posts, link, tmp_path / "new.csv") for argument in arguments]
    with pytest.raises(PostsError, match=f"{same} are the same file"):
        run(*given)
    assert posts.read_text(encoding="utf-8") == POSTS


def test_a_measure_lists_rows_set_aside_too(posts: Path, tmp_path: Path) -> None:
    posts.write_text(DAMAGED, encoding="utf-16")
    bad = tmp_path / "bad.csv"
    asked = ("--quarantine", str(bad), "--encoding", "utf-16")
    run("measure", "movers", str(posts), *asked, status=3)
    with bad.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["line", "reason"], ["5", NO_TIME]]


@pytest.mark.parametrize("held", ["", '{"message_id": "1"}\n'])
@pytest.mark.parametrize("command", [("coshare", "--out", "{}/edges.csv"), ("measure", "movers")])
def test_a_file_of_which_no_post_is_read_is_an_error_and_no_empty_network(
    tmp_path: Path, command: tuple[str, ...], held: str
) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(held, encoding="utf-8")
    given = [argument.format(tmp_path) for argument in command]
    with pytest.raises(PostsError, match=r"^No post of posts\.jsonl was read"):
        run(*given, str(path))
    assert list(tmp_path.iterdir()) == [path]


def test_presets_are_listed() -> None:
    assert {"cnt", "cooRTweet", "crowdtangle", "sayso", "x"} <= {
        line.split()[0] for line in run("presets").splitlines()
    }


@pytest.mark.parametrize("command", [("coshare", "{}"), ("run",)])
def test_what_a_rule_would_not_look_at_is_refused(posts: Path, command: tuple[str, ...]) -> None:
    given = [part.format(posts) for part in command]
    for option, value in (("--min-participation", "2"), ("--fast", "1s"), ("--percentile", "0.5")):
        with pytest.raises(PostsError, match=f"Leave {option} away, or use --rule CooRTweet"):
            run(*given, "--window", "60s", option, value)


def test_an_edge_is_explained_with_what_its_rule_measured() -> None:
    known = {
        "weight": 3, "posts": 2, "method": "CooRTweet/1", "parameters": "{}", "object": "link",
        "coverage": '{"posts": 9, "channels": 2, "first": "then", "last": "now"}',
        "symmetry": 0.5, "source_posts": 1, "strong": True, "weight_fast": 0,
    }  # fmt: skip
    told = Console(record=True, width=100, file=StringIO())
    print_explained(told, Explained("CO_SHARED", "a", "b", known, ()))
    lines = " ".join(told.export_text().split())
    assert " source posts 1, strong yes, symmetry 0.5, weight fast 0 looked at 9 " in lines
