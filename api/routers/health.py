"""Whether the server and its store answer, and what the server counts."""

from importlib import metadata

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.auth.door import needs
from api.problems import documented
from api.responses import Health
from api.routers import StoreOf

router = APIRouter(tags=["health"])


@router.get("/health", responses=documented(503))
async def health(store: StoreOf) -> Health:
    """Answers `ok` once the store does."""
    return Health(status="ok", version=metadata.version("sayso"), store=await store.version())


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    dependencies=[needs("read")],
    responses=documented(401, 403, 429),
)
async def metrics(request: Request) -> PlainTextResponse:
    """What Prometheus reads: requests by path and status, their durations, those running."""
    shown = generate_latest(request.app.state.metrics.registry)
    return PlainTextResponse(shown, media_type=CONTENT_TYPE_LATEST)
