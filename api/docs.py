"""The page on which people read and try the API, with nothing fetched from elsewhere.

FastAPI's own page takes its scripts from a public network, which stays blank where there is none
and tells strangers who investigates. These come out of a package that holds Swagger UI.
"""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from api.requests import PREFIX

PAGE = f"{PREFIX}/docs"
_ASSETS = f"{PAGE}/assets"


def install(app: FastAPI) -> None:
    """Serve the page and what it is made of."""
    app.mount(_ASSETS, StaticFiles(packages=[("fastapi_offline", "static")]))

    @app.get(PAGE, include_in_schema=False)
    async def page() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url=f"{PREFIX}/openapi.json",
            title=app.title,
            swagger_js_url=f"{_ASSETS}/swagger-ui-bundle.js",
            swagger_css_url=f"{_ASSETS}/swagger-ui.css",
            swagger_favicon_url=f"{_ASSETS}/favicon.png",
        )
