"""Text that cannot disturb a terminal, and streams that can print any text."""

from __future__ import annotations

import io
import sys


def visible(text: str) -> str:
    """Spell out what would move the cursor or break the line: a file's name may hold anything."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def speak_utf8() -> None:
    """Print UTF-8 whatever the locale; bytes of a file's name that are not even text are spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
