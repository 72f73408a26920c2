"""`sayso keys`: making, listing and revoking the keys of the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from api.auth.keys import Key, Scope

keys_app = typer.Typer(no_args_is_help=True)
app = typer.Typer()
app.add_typer(keys_app, name="keys", help="Make, list and revoke keys of the API.")


@keys_app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="Whose key it is; judgements made with it say so.")],
    scope: Annotated[
        list[str] | None,
        typer.Option(help="read, write, review or admin; may be repeated. `read` unless given."),
    ] = None,
    days: Annotated[int, typer.Option(min=0, help="Days it holds; 0 is for ever.")] = 365,
) -> None:
    """Make a key and show it, this once."""
    from api.auth.keys import SCOPES, key_ring
    from graph.settings import load_settings

    wanted = tuple(scope or ("read",))
    for one in wanted:
        if one not in SCOPES:
            raise typer.BadParameter(
                f"{one!r} is none of {', '.join(SCOPES)}", param_hint="--scope"
            )
    now = datetime.now(UTC)
    key = key_ring(load_settings()).create(
        name,
        cast("tuple[Scope, ...]", wanted),
        now=now,
        expires=now + timedelta(days=days) if days else None,
    )
    typer.echo(key)
    typer.echo("Keep it now: only its hash is stored, and it cannot be shown again.", err=True)


@keys_app.command("list")
def list_keys() -> None:
    """List the keys, without their secrets."""
    from api.auth.keys import key_ring
    from graph.settings import load_settings

    keys = key_ring(load_settings()).read()
    for key in sorted(keys.values(), key=lambda one: one.created):
        typer.echo(f"{key.id}  {key.name}  {','.join(key.scopes)}  {_state(key)}")
    if not keys:
        typer.echo("No keys: the API is open to this machine, and to it alone.", err=True)


@keys_app.command("revoke")
def revoke(
    id_: Annotated[str, typer.Argument(metavar="ID", help="See `sayso keys list`.")],
) -> None:
    """Make a key worthless, for servers that run too."""
    from api.auth.keys import key_ring
    from graph.settings import load_settings

    key = key_ring(load_settings()).revoke(id_, now=datetime.now(UTC))
    typer.echo(f"Revoked {key.id}, {key.name}.")


def _state(key: Key) -> str:
    if key.revoked:
        return f"revoked {key.revoked:%Y-%m-%d}"
    if key.expires is None:
        return "holds for ever"
    verb = "holds until" if key.holds(datetime.now(UTC)) else "ended"
    return f"{verb} {key.expires:%Y-%m-%d}"
