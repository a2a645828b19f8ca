"""A rep's voice as one small file, always written and read as a whole."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
import zlib
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from audio.errors import VoiceError
from audio.segment import Word
from audio.voice.saying import Saying
from audio.voice.voice import Voice

VERSION = 1
MOST_BYTES = 8 * 2**20  # dozens of sayings

# Everything that numpy and zipfile say of bytes that are none of theirs, or no longer.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    KeyError,
    TypeError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
)


def keep(voice: Voice, path: Path) -> None:
    """Replace the file as a whole: a crash leaves the old one or the new one. Raise `VoiceError`."""
    head = {
        "version": VERSION,
        "level_dbfs": voice.level_dbfs,
        "spread_db": voice.spread_db,
        "f0_hz": voice.f0_hz,
        "sayings": [asdict(replace(saying, pcm=b"")) | {"pcm": len(saying.pcm) // 2} for saying in voice.sayings],
    }
    sound = np.frombuffer(b"".join(saying.pcm for saying in voice.sayings), "<i2")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # for its user alone to read
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, head=np.frombuffer(json.dumps(head).encode(), np.uint8), sound=sound)
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise VoiceError(
            f"Your voice could not be kept ({error.strerror}): {path}. "
            "What was kept before is as it was. Make room or allow the folder, and keep it again."
        ) from error


def kept(path: Path) -> Voice | None:
    """Read the voice back; None where none was kept. Raise `VoiceError` for a file that is of no use."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _unusable(path, "it is far too large for one")
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            head = json.loads(stored["head"].tobytes())
            if int(head["version"]) > VERSION:
                raise _unusable(path, "a newer version of this program wrote it")
            return _voice(head, stored["sound"].astype("<i2", casting="safe").tobytes())
    except FileNotFoundError:
        return None
    except _DAMAGE as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is damaged"
        raise _unusable(path, reason) from error


def _voice(head: dict[str, Any], pcm: bytes) -> Voice:
    sayings, at = [], 0
    for row in head["sayings"]:
        end = at + 2 * int(row["pcm"])
        sayings.append(
            Saying(Word(row["word"]), pcm[at:end], float(row["start"]), float(row["end"]), float(row["level_dbfs"]))
        )
        at = end
    if at != len(pcm) or not sayings:
        raise ValueError("the sound is not what the head says")
    f0_hz = None if head["f0_hz"] is None else float(head["f0_hz"])
    return Voice(tuple(sayings), float(head["level_dbfs"]), float(head["spread_db"]), f0_hz)


def _unusable(path: Path, reason: str) -> VoiceError:
    return VoiceError(
        f"The kept voice {path.name} cannot be used: {reason}. Words are heard without it, and the file was left as it "
        "is. Say the words again in the microphone set-up to keep a new one."
    )
