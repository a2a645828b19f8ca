"""The rep's own voice, if one was kept: for their takes and their microphone, never for recordings of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audio.errors import VoiceError

if TYPE_CHECKING:
    from pathlib import Path

    from audio.voice.voice import Voice


def own_voice(path: Path) -> tuple[Voice | None, str | None]:
    """Read it anew each time: the set-up may just have kept it. None with the sentence that says why, if any."""
    if not path.exists():
        return None, None
    from audio.voice.keeping import kept  # noqa: PLC0415 - numpy and the rest: only who has a voice waits for them

    try:
        return kept(path), None
    except VoiceError as error:
        return None, str(error)
