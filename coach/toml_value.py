"""A value as TOML text."""

from __future__ import annotations

import json


def toml_value(value: object) -> str:
    """Texts, numbers, lists and small tables are written in TOML as in JSON, but for the sign between key and value."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml_value(item)}' for key, item in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml_value(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
