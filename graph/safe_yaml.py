"""Reading YAML files without ever building a Python object from them, as fast as libyaml does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# libyaml reads about eight times as fast; some builds of PyYAML come without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(path: Path) -> Any:
    """The content of a UTF-8 YAML file; raises `OSError`, `UnicodeDecodeError`, `YAMLError`."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
