"""How live hearing is shown: JSON for programs, a few words for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

import typer

from app.command.printable import visible
from app.command.show import MARK_WIDTH, MARKS
from audio import segment
from audio.mute import muted
from coach.report import as_json

if TYPE_CHECKING:
    from audio.microphone import Microphone
    from coach.verdict import Verdict

PROVISIONAL = {
    segment.SpeechStarted: "speech_started",
    segment.SpeechPaused: "speech_paused",
    segment.SpeechResumed: "speech_resumed",
    segment.SpeechWithdrawn: "speech_withdrawn",
    segment.SoundLost: "sound_lost",
}
NUMBERS = {"s": ".2f", "words": ".0f", "st": "+.1f"}  # by the unit


class Live(Protocol):
    def began(self, microphone: Microphone) -> None: ...
    def muted(self, microphone: Microphone, *, on: bool) -> None: ...
    def event(self, event: segment.Heard) -> None: ...
    def verdict(self, verdict: Verdict, microphone: Microphone) -> None: ...


class Lines:
    """One JSON object a line, told apart by its `event`; times are seconds since the first sample."""

    def began(self, microphone: Microphone) -> None:
        _line("listening", microphone=microphone.name, sample_rate_hz=microphone.rate_hz)

    def muted(self, microphone: Microphone, *, on: bool) -> None:
        _line("microphone_muted" if on else "microphone_heard", says=str(muted(microphone.name)) if on else None)

    def event(self, event: segment.Heard) -> None:
        match event:
            case segment.SegmentHeard(segment=heard):
                _line("segment_heard", **_segment(heard))
            case segment.SoundEnded(duration=duration, noise_dbfs=noise):
                _line("sound_ended", duration_s=round(duration, 4), noise_dbfs=round(noise, 1))
            case segment.TimePassed():
                pass  # a hundred a second would say nothing
            case segment.VoiceKnown(level_dbfs=level, spread_db=spread):
                _line("voice_known", level_dbfs=level, spread_db=spread)
            case _:
                _line(PROVISIONAL[type(event)], at_s=round(event.at, 4))

    def verdict(self, verdict: Verdict, microphone: Microphone) -> None:
        _line("verdict", **as_json(verdict, path=microphone.name, sample_rate_hz=microphone.rate_hz))


class Words:
    """What a person at a terminal wants to know; how to end it goes to stderr with the other messages."""

    def began(self, microphone: Microphone) -> None:
        typer.echo(f"Listening to “{visible(microphone.name)}”. Ctrl-C hangs up.", err=True)

    def muted(self, microphone: Microphone, *, on: bool) -> None:
        typer.echo(visible(str(muted(microphone.name))) if on else "The microphone is heard again.", err=True)

    def event(self, event: segment.Heard) -> None:
        match event:
            case segment.SegmentHeard(segment=heard):
                typer.echo(f"{heard.start:7.2f} to {heard.end:.2f} s  speech")
            case segment.SoundLost(at=at):
                typer.echo(f"{at:7.2f} s  sound was lost", err=True)
            case _:
                pass

    def verdict(self, verdict: Verdict, microphone: Microphone) -> None:
        del microphone  # was named when it began
        typer.echo(f"{MARKS[verdict.result][0]}  {verdict.headline} {verdict.advice}")
        for check in verdict.checks:
            value = "" if check.value is None else f"{check.value:{NUMBERS[check.unit]}} {check.unit}"
            typer.echo(f"  {MARKS[check.result][0]:{MARK_WIDTH}}  {check.name:13}  {value:7}  {check.says}")


def _line(event: str, **values: object) -> None:
    typer.echo(json.dumps({"event": event, **values}, allow_nan=False))


def _segment(heard: segment.Segment) -> dict[str, float | None]:
    return {
        "start_s": round(heard.start, 4),
        "end_s": round(heard.end, 4),
        "start_error_s": round(heard.start_error, 4),
        "end_error_s": round(heard.end_error, 4),
        "level_dbfs": None if heard.level_dbfs is None else round(heard.level_dbfs, 1),
        "snr_db": round(heard.snr_db, 1),
    }
