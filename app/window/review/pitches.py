"""How the pitch of each word moves, measured beside the window as the words come into sight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import soxr
from PySide6.QtCore import QObject, QTimer

from app.aside import Aside
from audio.excerpt import excerpt
from audio.frames import RATE
from audio.pitch import contour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.window.review.editor_view import EditorView
    from app.window.review.shown import Span

_MOST: Final = 40  # words at a time; with more in sight a curve could not be told from the next
_AROUND_S: Final = 0.1
_SETTLED_MS: Final = 120


@dataclass(frozen=True, slots=True)
class Pitch:
    """Of one word: F0 in Hz at each of `times`, seconds of the recording; None where the voice has none."""

    times: tuple[float, ...]
    hertz: tuple[float | None, ...]


class Pitches(QObject):
    """`sound` names the file of the take that is shown, None where it cannot be heard."""

    def __init__(self, view: EditorView, sound: Callable[[], Path | None]) -> None:
        super().__init__(view)
        self._view = view
        self._sound = sound
        self._of: Path | None = None
        self._known: dict[Span, Pitch] = {}
        self.aside = Aside(self)
        self.aside.done.connect(self._learn)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._look)
        view.curves.toggled.connect(self._switch)
        view.wave.zoomed.connect(lambda _: self._settled.start())

    def close(self) -> None:
        self._settled.stop()
        self.aside.close()

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._view.wave.show_curves(shown=on)
        self._look()

    def _look(self) -> None:
        picture, sound = self._view.wave.picture, self._sound()
        if picture is None or sound is None or not self._view.wave.curves:
            return
        if sound != self._of:
            self._of, self._known = sound, {}
        seen = [
            span for span in picture.shown.spans() if span.end > picture.zoom.start and span.start < picture.zoom.end
        ]
        if len(seen) > _MOST:
            return
        self._view.wave.show_pitches(tuple(self._known[span] for span in seen if span in self._known))
        missing = [span for span in seen if span not in self._known]
        if missing:
            self.aside.want(partial(measured, sound, missing))

    def _learn(self, found: tuple[Path, dict[Span, Pitch]]) -> None:
        sound, pitches = found
        if sound == self._of:
            self._known |= pitches
            self._look()


def measured(sound: Path, spans: Sequence[Span]) -> tuple[Path, dict[Span, Pitch]]:
    """Raise `AudioError`; in any thread."""
    return sound, {span: _pitch(sound, span) for span in spans}


def _pitch(sound: Path, span: Span) -> Pitch:
    begin = max(0.0, span.start - _AROUND_S)
    samples, rate_hz = excerpt(sound, begin, span.end + _AROUND_S)
    if rate_hz != RATE:
        samples = soxr.resample(samples, rate_hz, RATE)
    found = contour(samples, span.start - begin, span.end - begin).steady()
    hertz = tuple(None if np.isnan(value) else float(value) for value in found.f0_hz)
    return Pitch(tuple((found.times + begin).tolist()), hertz)
