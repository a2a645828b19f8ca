"""The real window on a screen and a microphone without hardware: first paint, reaction of the stage, processor time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import soundfile
import soxr
from end_to_end import screen as screens
from end_to_end import virtual_microphone as microphones
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app import build, wiring
from app.folders import folders
from app.listener import Listener
from app.take import Take
from app.window.look import Look
from audio.block import Block
from audio.compose import compose
from audio.words import find, load
from coach.stage import Stage

RATE = 16_000
WORDS = 40
STARTS = 7
WATCHED_S = 15.0

hear = Take.hear


def run(_asked: Namespace) -> None:
    if absent := [*screens.missing(), *microphones.missing()]:
        sys.stdout.write(f"skipped: {', '.join(absent)} not installed\n")
        return
    screen = screens.Screen()
    with tempfile.TemporaryDirectory() as folder:
        microphone = microphones.VirtualMicrophone(Path(folder))
        try:
            screen.start()
            microphone.start()
            microphone.plug()
            surroundings = {**screen.environment, **microphone.environment, "OKBYE_HOME": f"{folder}/home"}
            os.environ.update(surroundings)
            _past_the_first_start(Path(folder) / "home")
            _first_paint()
            words = Path(folder) / "words.wav"
            _write_words(words)
            _processor(screen, microphone, words)
            _reaction(microphone, words)
        finally:
            screen.stop()
            microphone.stop()


def _past_the_first_start(home: Path) -> None:
    """The microphone's set-up was left, and the plain take chosen."""
    home.mkdir()
    (home / "settings.json").write_text('{"set_up": "skipped", "drill": "just-the-close"}', encoding="utf-8")


def _first_paint() -> None:
    """The process's own word for it, seconds since it was started."""
    seconds = []
    for _ in range(STARTS):
        app = subprocess.Popen(
            [sys.executable, "-m", "app"], env={**os.environ, "OKBYE_TRACE": "1"}, stderr=subprocess.PIPE, text=True
        )
        assert app.stderr is not None
        for line in app.stderr:
            if told := re.search(r"first paint after ([\d.]+) s", line):
                seconds.append(float(told[1]))
                break
        app.kill()
        app.communicate()
    warm = sorted(seconds[1:])
    sys.stdout.write(
        f"first paint: {median(warm):.2f} s median of {len(warm)} warm starts, {warm[-1]:.2f} s the slowest\n"
    )


def _write_words(path: Path) -> None:
    voices = ("af_heart", "am_michael", "bf_emma", "bm_george", "af_bella", "am_fenrir")
    laid = compose(
        [(1.3 + 0.0137 * i, load(find(voices[i % 6], "okay"))[0]) for i in range(WORDS)],
        24_000,
        tail_s=1.0,
        noise_dbfs=-62,
    )
    soundfile.write(path, soxr.resample(laid.samples, 24_000, RATE), RATE, subtype="PCM_16")


def _processor(screen: screens.Screen, microphone: microphones.VirtualMicrophone, words: Path) -> None:
    """The share of one core that the real program takes, before and during a take."""
    app = subprocess.Popen([sys.executable, "-m", "app"], env=dict(os.environ), stderr=subprocess.DEVNULL)
    try:
        with microphone.playing(words):
            screen.await_control("start", enabled=True)
            idle = _share(app.pid)
            screen.key("space")
            screen.await_control("hang_up")
            sys.stdout.write(
                f"processor: {100 * idle:.1f} % of one core idle, {100 * _share(app.pid):.1f} % in a take\n"
            )
    finally:
        app.kill()
        app.wait()


def _share(pid: int) -> float:
    """Processor seconds per second, over some seconds."""

    def spent() -> float:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    before, began = spent(), time.monotonic()
    time.sleep(WATCHED_S)
    return (spent() - before) / (time.monotonic() - began)


class Eye(QObject):
    """Notes when each new word is first painted, in seconds after its sound, on the microphone's clock."""

    def __init__(self, listener: Listener, stage: QWidget) -> None:
        super().__init__()
        self.late: list[float] = []
        self._listener = listener
        self._since: float | None = None
        self._due = False
        self._begins_at = 0
        listener.stage_changed.connect(self._told)
        for part in [stage, *stage.findChildren(QWidget)]:
            part.installEventFilter(self)

    def hear(self, take: Take, blocks: Iterable[Block], begins_at: int, *rest: Any) -> Iterator[Block]:
        """Stands before `Take.hear`, to learn where on the microphone's clock the take begins."""
        self._begins_at = begins_at
        return hear(take, blocks, begins_at, *rest)

    def _told(self, stage: Stage) -> None:
        if stage.since not in {None, self._since}:
            self._since, self._due = stage.since, True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._due and self._since is not None:
            self._due = False
            if (microphone := self._listener._microphone) is not None:
                self.late.append((microphone.position() - self._begins_at) / RATE - self._since)
        return False


def _reaction(microphone: microphones.VirtualMicrophone, words: Path) -> None:
    app = QApplication([])
    shown = build.window(app, Look())
    parts = wiring.parts(folders())
    build.bring_to_life(shown, parts)
    eye = Eye(parts.listener, shown.rehearse.practice.stage)
    Take.hear = lambda take, *given: eye.hear(take, *given)  # noqa: PLW0108 - a method must be a function
    shown.show()
    with microphone.playing(words) as player:
        _loop(lambda: parts.listener.meter.level_dbfs > -100)
        parts.listener.start_take()
        _loop(lambda: player.poll() is not None)
    shown.close()
    ms = np.array(eye.late) * 1000
    sys.stdout.write(
        f"stage: {len(ms)} of {WORDS} onsets painted {np.median(ms):.0f} ms (median) and "
        f"{np.quantile(ms, 0.95):.0f} ms (95th percentile) after the sound\n"
    )


def _loop(over: Callable[[], bool]) -> None:
    """Qt's own loop, so that no polling of ours is counted."""
    loop, timer = QEventLoop(), QTimer()
    timer.setInterval(200)
    timer.timeout.connect(lambda: over() and loop.quit())
    timer.start()
    loop.exec()
