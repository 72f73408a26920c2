"""Claims about `sayso extract`: its lines, its stored text, its exit status, its quick start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.errors import DocumentError, SaysoError, SettingsError
from ingest.cli import app
from tests.chat import Answer, endpoint

DATA = Path(__file__).parents[1] / "data" / "readers"


def extract(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=given)


def test_each_document_is_one_line_of_json_whose_offsets_fit_the_stored_text(
    tmp_path: Path,
) -> None:
    result = extract("--text-out", tmp_path, DATA / "report.txt", DATA / "article.html")
    assert result.exit_code == 0
    lines = result.stdout_bytes.decode().splitlines()
    assert len(lines) == 2
    mentioned = 0
    for line in lines:
        found = json.loads(line)
        assert set(found) >= {"document", "entities", "channels", "claims", "relations"}
        stored = tmp_path / f"{found['document']['id'].replace(':', '-')}.txt"
        text = stored.read_bytes().decode()
        assert len(text) == found["document"]["length"]
        mentions = [m for e in (*found["entities"], *found["channels"]) for m in e["mentions"]]
        mentioned += len(mentions)
        assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)
        assert all(text[c["start"] : c["end"]] == c["text"] for c in found["claims"])
    assert mentioned


def test_what_cannot_be_read_goes_to_standard_error_and_the_rest_is_printed(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes("Привіт".encode()[:-1])
    (tmp_path / "b.txt").write_text("The governor said no.")
    result = extract(tmp_path)
    assert result.exit_code == 3
    assert (
        "a.txt: its UTF-8 is broken at byte 10. Fetch or save it again as UTF-8." in result.stderr
    )
    (line,) = result.stdout_bytes.decode().splitlines()
    assert json.loads(line)["document"]["length"] == len("The governor said no.")


def test_standard_input_is_read(tmp_path: Path) -> None:
    out = tmp_path / "stored.txt"
    given = "The governor said\u00a0no.\r\n".encode("utf-16")
    result = extract("--text-out", out, "-", given=given)
    assert result.exit_code == 0
    assert out.read_bytes() == b"The governor said no."
    nothing = extract("-", given=b" \n")
    assert nothing.exit_code == 3
    assert "standard input: it holds no text" in nothing.stderr


def test_an_export_of_chats_on_standard_input_is_refused_and_none_of_it_shown() -> None:
    export = {"chats": {"list": [{"type": "personal_chat", "messages": [{"text": "Secret."}]}]}}
    result = extract("-", given=json.dumps(export).encode())
    assert (result.exit_code, result.stdout) == (3, "")
    assert "standard input: it is JSON and no article. Save it to a file" in result.stderr
    assert "Secret" not in result.stderr


@pytest.mark.parametrize(
    "options",
    [("--preset", "cnt"), ("--platform", "y"), ("--channel", "lesna"), ("--map", "channel=who")],
)
def test_options_for_posts_are_refused_with_standard_input(options: tuple[str, str]) -> None:
    result = CliRunner().invoke(app, ["ingest", "-", *options], input=b"message_id\n1\n")
    assert isinstance(result.exception, DocumentError)
    assert result.exception.reason.startswith("it is read as an article, and --preset,")
    assert result.exception.remedy == "Save it to a file, and name that"


def test_summary_is_for_reading() -> None:
    result = extract("--format", "text", DATA / "report.txt")
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().startswith("Why the bridge was closed")


def test_several_documents_do_not_overwrite_one_stored_text(tmp_path: Path) -> None:
    result = extract("--text-out", tmp_path / "one.txt", DATA / "report.txt", DATA / "article.md")
    assert isinstance(result.exception, SaysoError)
    assert "Name an existing folder" in result.exception.remedy


@pytest.mark.parametrize("mapping", ["text", "body=text", "text=", "=body"])
def test_mapping_that_makes_no_sense_names_the_fields(mapping: str) -> None:
    result = extract("--map", mapping, DATA / "articles.csv")
    assert result.exit_code == 2
    assert "FIELD=COLUMN" in result.stderr


def test_pipeline_that_is_not_installed_is_named() -> None:
    result = extract("--model", "xx_no_such_pipeline", DATA / "report.txt")
    assert isinstance(result.exception, SettingsError)
    assert "xx_no_such_pipeline cannot be loaded" in result.exception.message


def test_nothing_but_spacy_and_the_reader_is_imported() -> None:
    program = (
        "import sys; from ingest.cli import app\n"
        "try: app(['extract', sys.argv[1]])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = 'neo4j fastapi trafilatura pypdf markdown_it pydantic_settings py3langid jgo'\n"
        "print([name for name in heavy.split() if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, DATA / "report.txt"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_help_does_not_import_spacy() -> None:
    program = (
        "import sys; from ingest.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: print('spacy' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stderr == "False\n"


def test_what_a_model_proposed_and_what_came_of_it_is_told_on_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Ada Quill said that the dam was empty.")
    proposed = [
        {"type": "Person", "name": name, "quote": name} for name in ("Ada Quill", "Otto Kern")
    ]
    answer = Answer(json.dumps({"entities": proposed, "claims": [], "relations": []}))
    with endpoint(answer) as chat:
        monkeypatch.setenv("SAYSO_LLM_URL", chat.url)
        monkeypatch.setenv("SAYSO_LLM_MODEL", "tiny")
        result = extract(tmp_path / "a.txt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == (
        "llm tiny proposed 2: 0 accepted, 1 merged, 1 dropped (1 quote not in text); "
        "0 without a usable answer."
    )
    assert len(result.stdout_bytes.splitlines()) == 1
