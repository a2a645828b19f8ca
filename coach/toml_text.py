"""Writes values as TOML: tomllib only reads."""

from __future__ import annotations

import json
from collections.abc import Mapping


def written(value: object) -> str:
    """Texts, numbers, lists and small tables are written in TOML as in JSON, but for the sign between key and value."""
    if isinstance(value, Mapping):
        return f"{{ {pairs(value, ', ')} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def pairs(table: Mapping[str, object], between: str = "\n") -> str:
    return between.join(f"{key} = {written(value)}" for key, value in table.items())
