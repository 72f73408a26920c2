"""A limit on one message of the server, for which the driver has no setting.

The server counts what a statement holds, not what it sends: `RETURN range(1, 1000000000)` is a few
bytes to it and gigabytes to whoever reads the answer, and no timeout looks at them once they are
on their way. So the asynchronous driver's reading of a message is wrapped here: a message that
outgrows its room ends the connection, and the server stops sending.

The driver also starts a task with a timer for every piece of every message, twice a row. What has
arrived already is taken at once instead: it was most of what reading an answer of fifty rows cost.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, cast

from neo4j._async.io._bolt import _common as bolt

from graph.errors import QueryError


@dataclass(slots=True)
class _Room:
    size: int
    exceeded: bool = False


_room: ContextVar[_Room | None] = ContextVar("room", default=None)
_receive = cast("Callable[[Any, Any, int], Awaitable[None]]", bolt.receive_into_buffer)


async def _receive_within(socket: Any, buffer: Any, length: int) -> None:
    """Read `length` bytes more of a message, or fail as a broken connection does."""
    room = _room.get()
    if room and buffer.used + length > room.size:
        room.exceeded = True
        raise OSError(f"The message is larger than {room.size} bytes")
    if len(socket._reader._buffer) < length:
        await _receive(socket, buffer, length)
        return
    end = buffer.used + length
    if end > len(buffer.data):
        buffer.data += bytearray(end - len(buffer.data))
    buffer.data[buffer.used : end] = await socket._reader.read(length)
    buffer.used = end


bolt.receive_into_buffer = _receive_within


@contextmanager
def messages_within(size: int) -> Iterator[None]:
    """Refuse messages of more than `size` bytes that this task reads here; raises QueryError."""
    room = _Room(size)
    token = _room.set(room)
    try:
        yield
    except Exception as error:
        if not room.exceeded:
            raise
        raise QueryError(
            f"One row of the answer is larger than {size / 1e6:.0f} MB",
            remedy="Return less in one row",
        ) from error
    finally:
        _room.reset(token)
