"""Whether the server and its store answer."""

from importlib import metadata

from fastapi import APIRouter

from api.problems import documented
from api.responses import Health
from api.routers import StoreOf

router = APIRouter(tags=["health"])


@router.get("/health", responses=documented(503))
async def health(store: StoreOf) -> Health:
    """Answers `ok` once the store does."""
    return Health(status="ok", version=metadata.version("sayso"), store=await store.version())
