"""Reads an offer that is kept as plain text, in whichever encoding an editor wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from charset_normalizer import from_bytes

from coach.errors import BadScript
from coach.toml_file import MOST_BYTES

SUFFIX: Final = ".txt"


def read_text(file: Path) -> str:
    """Raise `BadScript` with the file's name and why it cannot be used."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise BadScript(f"{file.name} was not found: there is no offer at {file}.") from error
    except OSError as error:
        raise BadScript(f"{file.name} could not be opened as an offer: {error.strerror}.") from error
    if len(data) > MOST_BYTES:
        raise BadScript(f"{file.name} is far too long for an offer, which has at most 45 words.")
    text = _decoded(data)
    if text is None or "\0" in text:
        raise BadScript(f"{file.name} is not text. Save it as plain text (UTF-8), and try again.")
    if not text.strip():
        raise BadScript(f"{file.name} is empty. Write the offer into it.")
    return text.strip()


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = from_bytes(data).best()
        return None if found is None else str(found)
