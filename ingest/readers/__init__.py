"""Readers: a source of any kind to Documents, each text normalised once."""

from ingest.readers.base import DEFAULT_MAX_BYTES, ReadOptions
from ingest.readers.registry import Source, count, read

__all__ = ["DEFAULT_MAX_BYTES", "ReadOptions", "Source", "count", "read"]
