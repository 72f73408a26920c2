"""`sayso serve`: the API, until Ctrl-C."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

import typer

from api.auth import LOOPBACK
from graph.errors import SaysoError

Address: TypeAlias = tuple[int, int, int, tuple[Any, ...]]
"""Family, type and protocol of a socket, and where to bind it, as the resolver tells them."""

app = typer.Typer()


@app.command("serve")
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    allow_beyond_loopback: Annotated[
        bool,
        typer.Option(
            "--allow-beyond-loopback",
            help="Listen without keys on an address others may reach. Only where something else "
            "keeps them out, as docker-compose.yml does: it publishes the port on 127.0.0.1.",
        ),
    ] = False,
) -> None:
    """Serve the API until you press Ctrl-C."""
    exposed = host not in LOOPBACK and not allow_beyond_loopback
    address = _address(host, port)
    if exposed:
        _refuse_without_keys(host)
    _refuse_taken(address, f"{host}:{port}")
    import uvicorn

    from api import logs
    from api.app import create_app
    from api.jobs.worker import working
    from graph.cli.progress import announce, download_bar
    from graph.settings import load_settings
    from graph.store.connection import find_connection

    settings = load_settings()
    # The app would start the store by itself, but in silence.
    with download_bar() as progress:
        find_connection(settings, announce=announce, progress=progress)
    announce(f"Serving http://{host}:{port}/v1/docs until Ctrl-C")
    logs.configure()
    # Requests and faults are in our own log; uvicorn's would repeat an error with its message.
    app = create_app(settings, exposed=exposed)
    with working(settings):
        uvicorn.run(app, host=host, port=port, log_level="critical", access_log=False)
    if settings.is_local:
        announce("No longer serving. The store runs on; `sayso down` stops it")


def _refuse_without_keys(host: str) -> None:
    """Say that others could read everything, before they can."""
    from api.auth.keys import key_ring, utc_now
    from graph.settings import load_settings

    keys = key_ring(load_settings()).read().values()
    if not any(key.holds(utc_now()) for key in keys):
        raise SaysoError(
            f"{host} can be reached by other machines, and there is no key that says who may ask",
            remedy="Make one with `sayso keys create NAME`, or leave --host away",
        )


def _address(host: str, port: int) -> Address:
    """What a host stands for, before anything is said about who can reach it."""
    import socket

    try:
        [(family, kind, protocol, _, address), *_] = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )
    except (OSError, UnicodeError) as error:  # the latter where it cannot be a name of the DNS
        raise SaysoError(
            f"There is no address {host}",
            remedy="Name an address of this machine, or leave --host away",
        ) from error
    return family, kind, protocol, address


def _refuse_taken(address: Address, shown: str) -> None:
    """Say that a port is taken before the store is started for nothing."""
    import socket

    family, kind, protocol, place = address
    try:
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        raise SaysoError(
            f"{shown} cannot be listened on: {error.strerror}",
            remedy="Choose another with --port, or end the program that uses it",
        ) from error
