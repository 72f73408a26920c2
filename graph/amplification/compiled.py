"""Loops over arrays, compiled by numba on first use and kept on disk for the next process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

_F = TypeVar("_F", bound=Callable[..., Any])


def compiled(function: _F) -> _F:
    """The function as machine code, with the same signature; other threads run beside it."""
    return cast(_F, numba.njit(cache=True, nogil=True)(function))
