"""What tests of the API ask with."""

from __future__ import annotations

from typing import Any

import httpx


async def get(client: httpx.AsyncClient, path: str, **parameters: Any) -> Any:
    """What a path answers, which must be 200."""
    answer = await client.get(path, params=parameters or None)
    assert answer.status_code == 200, answer.text
    return answer.json()
