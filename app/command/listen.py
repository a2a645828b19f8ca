"""`okbye listen`: measures the microphone live, an event a line as it is known, the verdict last."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.command.live import Live
    from audio.block import Block
    from audio.errors import MicrophoneError
    from audio.microphone import Microphone
    from audio.segment import Heard


def listen(
    *,
    device: Annotated[str | None, typer.Option(metavar="NAME", help="The microphone, by its name or a part.")] = None,
    seconds: Annotated[float | None, typer.Option(min=0, metavar="S", help="End after so long; else Ctrl-C.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Measure the microphone: each event as soon as it is known, the verdict last."""
    # Loaded here, so that the other commands and --help need not wait for it.
    from app.command.live import Lines, Words  # noqa: PLC0415
    from app.folders import folders  # noqa: PLC0415
    from app.own_voice import own_voice  # noqa: PLC0415
    from app.take_lock import take_lock  # noqa: PLC0415
    from audio.ears import best_ear  # noqa: PLC0415
    from audio.listen import listen as hear  # noqa: PLC0415
    from audio.microphone import Microphone  # noqa: PLC0415
    from coach.judge import judge  # noqa: PLC0415
    from coach.profile import load  # noqa: PLC0415
    from coach.verdict import Verdict  # noqa: PLC0415

    bands = load()
    voice, bad_voice = own_voice(folders().voice)
    if bad_voice:
        typer.echo(bad_voice, err=True)
    live: Live = Lines() if as_json else Words()
    microphone = Microphone(device)
    with take_lock(folders().home), ended_by_signal(microphone):
        sound = Sound(microphone, seconds, live)
        for said in judge(told(hear(sound, best_ear(voice)), live), bands):
            if isinstance(said, Verdict):
                live.verdict(said, microphone)
    if sound.fault is not None:
        raise sound.fault


class Sound:
    """The microphone's blocks up to the wanted length. What was heard before a `fault` is judged all the same."""

    def __init__(self, microphone: Microphone, seconds: float | None, live: Live) -> None:
        self.fault: MicrophoneError | None = None
        self._microphone = microphone
        self._seconds = seconds
        self._live = live

    def __iter__(self) -> Iterator[Block]:
        from audio.block import lost_from  # noqa: PLC0415
        from audio.errors import MicrophoneError  # noqa: PLC0415
        from audio.mute import MuteWatch  # noqa: PLC0415

        watch, rate_hz, heard = MuteWatch(), 0, 0
        try:
            for block in self._microphone:
                if not rate_hz:
                    rate_hz = block.rate_hz
                    self._live.began(self._microphone)
                was_muted = watch.muted
                watch.hear(block)
                if watch.muted != was_muted:
                    self._live.muted(self._microphone, on=watch.muted)
                room = len(block.samples) if self._seconds is None else round(self._seconds * rate_hz) - heard
                heard += len(block.samples)
                yield replace(block, samples=block.samples[: max(0, room)])
                if room <= len(block.samples) and self._seconds is not None:
                    return
        except MicrophoneError as fault:
            if not rate_hz:
                raise
            self.fault = fault
            yield lost_from(rate_hz)


def told(events: Iterable[Heard], live: Live) -> Iterator[Heard]:
    """Tell each event on its way to the judge."""
    for event in events:
        live.event(event)
        yield event


@contextmanager
def ended_by_signal(microphone: Microphone) -> Iterator[None]:
    """Ctrl-C and a polite kill hang up: the verdict still comes."""
    before = {number: signal.signal(number, lambda *_: microphone.stop()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
