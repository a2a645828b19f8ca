"""Names for files that are made out of what a person has written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_NAME: Final = 40


def plain_name(text: str, nothing: str = "line") -> str:
    """A file's name out of a text: "I'm busy." is im-busy; `nothing` where no letter of it can be kept."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    return "-".join(words)[:LONGEST_NAME].rstrip("-") or nothing


def free(file: Path) -> Path:
    """The same name, or one with a number where it is taken."""
    number, free_one = 1, file
    while free_one.exists():
        number += 1
        free_one = file.with_stem(f"{file.stem}-{number}")
    return free_one
