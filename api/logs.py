"""Structured logs of the service: one JSON object a line on standard error.

A line names what happened and to which request; it never holds the text of an article, the values
of parameters or a key.
"""

from __future__ import annotations

import sys
import traceback

import structlog
from structlog.typing import FilteringBoundLogger


def configure() -> None:
    """Write every event of this process as a line of JSON."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger("info"),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def logger() -> FilteringBoundLogger:
    """The log that the service writes its events to."""
    bound: FilteringBoundLogger = structlog.get_logger()
    return bound


def frames(error: BaseException) -> list[str]:
    """Where an error came from, without its message, which may quote an article."""
    found = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in found]
