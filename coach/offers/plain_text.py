"""Reads an offer that is kept as plain text, in whichever encoding an editor wrote it."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Final

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
    """UTF-8, UTF-16 where it says so, else as Windows writes it: so short a text gives nothing away by its letters."""
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
