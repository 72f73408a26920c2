"""A watchlist as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from api.watch.records import Item, Watchlist
from graph.exports.cells import xml

MEDIA_TYPE = "application/atom+xml"


def atom(watchlist: Watchlist, items: Sequence[Item], *, base: str) -> str:
    """The feed; what comes from documents is text, escaped, and never markup."""
    updated = items[0].at if items else watchlist.created
    own = f"{base}/v1/watchlists/{watchlist.id}/feed"
    entries = "".join(_entry(item, base) for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<id>urn:sayso:watchlist:{watchlist.id}</id><title>{xml(watchlist.name)}</title>"
        f"<updated>{updated}</updated><author><name>Sayso</name></author>"
        f'<link rel="self" href="{xml(own)}"/>\n{entries}</feed>\n'
    )


def _entry(item: Item, base: str) -> str:
    said = item.entry
    title = f"{said['source']['name']} {said['type']} {said['target']['name']}"
    if said.get("modality", "asserted") != "asserted":
        title += f" ({said['modality']})"
    link = f"{base}/v1/citations/{quote(item.edge, safe=':')}"
    origin = ", ".join(str(said[name]) for name in ("title", "published_at") if said.get(name))
    via = f'<link rel="via" href="{xml(said["url"])}"/>' if said.get("url") else ""
    return (
        f"<entry><id>urn:sayso:citation:{xml(quote(item.edge, safe=':'))}</id>"
        f"<title>{xml(title)}</title><updated>{item.at}</updated>"
        f'<link rel="alternate" type="application/json" href="{xml(link)}"/>{via}'
        f"<summary>{xml(said['quote'])}</summary>"
        f'<content type="text">{xml(said["quote"])}&#10;{xml(origin)}</content></entry>\n'
    )
