"""The page on which people try the API."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest


@pytest.mark.anyio
async def test_page_is_made_of_what_this_server_has(client):
    page = await client.get("/v1/docs")
    assert page.status_code == 200
    parts = re.findall(r'(?:href|src)="([^"]+)"', page.text)
    assert len(parts) == 3
    for part in parts:
        answer = await client.get(part)
        assert answer.status_code == 200, part
        assert len(answer.content) > 1000


@pytest.mark.anyio
async def test_part_that_is_missing_is_a_problem(client):
    answer = await client.get("/v1/docs/assets/none.js")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_browser_shows_the_routes(served, tmp_path):
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("there is no chromium on this machine")
    command = [
        browser, "--headless", "--no-sandbox", "--disable-background-networking",
        f"--user-data-dir={tmp_path}", "--virtual-time-budget=20000", "--dump-dom",
        f"{served}/v1/docs",
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "/v1/entities/" in shown.stdout
    assert "Failed to load" not in shown.stdout
