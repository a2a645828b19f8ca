"""The one door to PortAudio, which is not safe to enter twice and looks for devices only while no stream is open."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from audio.errors import AudioError

PATIENCE_S = 1.0

_turn = threading.RLock()
_open_streams: set[int] = set()


@contextmanager
def portaudio() -> Iterator[Any]:
    """The module `sounddevice`, to ourselves: PortAudio's own functions may not run side by side."""
    if not _turn.acquire(timeout=PATIENCE_S):
        raise AudioError(
            "The sound system does not answer. Nothing was lost. Unplug the microphone that hangs, or restart Okbye."
        )
    try:
        yield _sounddevice()
    finally:
        _turn.release()


def _sounddevice() -> Any:  # noqa: ANN401  (it has no types)
    try:
        import sounddevice  # noqa: PLC0415  (on Linux it fails without the system's PortAudio)
    except OSError as error:
        raise AudioError(
            "The sound library PortAudio is missing, so no microphone can be used. Recordings can still be measured. "
            "Install it (on Debian and Ubuntu: apt install libportaudio2) and start Okbye again."
        ) from error
    return sounddevice


def open_stream(kind: str, **settings: Any) -> Any:  # noqa: ANN401
    """A started stream of sounddevice's class `kind`. Raises what sounddevice raises."""
    with portaudio() as sd:
        stream = getattr(sd, kind)(**settings)
        try:
            stream.start()
        except sd.PortAudioError:
            stream.close()
            raise
        _open_streams.add(id(stream))
        return stream


def close_stream(stream: Any) -> None:  # noqa: ANN401
    """Let go of it. A driver that hangs is left to itself, so that the caller goes on."""
    closing = threading.Thread(target=_close, args=(stream,), name="closing a stream", daemon=True)
    closing.start()
    closing.join(PATIENCE_S / 2)


def _close(stream: Any) -> None:  # noqa: ANN401
    with portaudio():
        stream.abort()  # some versions of PortAudio hang in close() alone
        stream.close()
        _open_streams.discard(id(stream))


def reason(error: Exception) -> str:
    """Why sounddevice failed, in as few words as it has: the sound system's own, where PortAudio passes them on."""
    match error.args:
        case [_, _, (_, _, str(host))] if host:
            return host
        case [str(text), *_]:
            return text
    return str(error) or type(error).__name__


def in_use() -> bool:
    """Whether a stream of this process is open."""
    return bool(_open_streams)


def look_again() -> bool:
    """Find what was plugged in since; false where an open stream forbids it, for it would die."""
    with portaudio() as sd:
        if _open_streams:
            return False
        if sd._initialized:  # noqa: SLF001  (sounddevice has no public way)
            sd._terminate()  # noqa: SLF001
        sd._initialize()  # noqa: SLF001
        return True
