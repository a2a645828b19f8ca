"""Where in a TOML text a value stands: tomllib gives values only."""

from __future__ import annotations

import tomllib
from bisect import bisect_left


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """Return the line, counted from 1, at which the value at `keys` ends.

    The TOML parser itself is asked: of ever more lines from the top, the first that hold the key end with
    its line. So tables, dotted keys, inline tables and strings over many lines are all read as they are meant.
    For a key that is not there it is the line of its table; 0 if `text` has nothing of all `keys`. The key of an entry
    of a list is its number, counted from 0.
    """
    lines = text.split("\n")
    while keys:
        found = bisect_left(range(len(lines) + 1), 1, key=lambda count: int(_holds(lines[:count], keys)))
        if found <= len(lines):
            return found
        keys = keys[:-1]
    return 0


def _holds(lines: list[str], keys: tuple[str, ...]) -> bool:
    """Whether these lines, up to the last one at which they are valid TOML, have a value at `keys`."""
    for count in range(len(lines), 0, -1):
        try:
            value = tomllib.loads("\n".join(lines[:count]) + "\n")
        except tomllib.TOMLDecodeError:
            continue
        return _has(value, keys)
    return False


def _has(value: object, keys: tuple[str, ...]) -> bool:
    if not keys:
        return True
    first, rest = keys[0], keys[1:]
    if isinstance(value, dict):
        return first in value and _has(value[first], rest)
    if isinstance(value, list) and first.isdecimal() and int(first) < len(value):
        return _has(value[int(first)], rest)
    return False
