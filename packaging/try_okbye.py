"""Tries an installed Okbye: version, store, window, and a take whose pause is known.

try_okbye.py COMMAND     COMMAND is the okbye to try: of a wheel's environment, or of the bundle
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import tomllib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

ROOT = Path(__file__).parent.parent
WORDS = ROOT / "assets" / "voices" / "af_heart"
RATE = 24_000  # of the words
PAUSE, SILENCE = 0.9, 4.0  # seconds
EXACT = 0.05  # seconds; how exact the measuring is belongs to ./dev bench
PATIENCE = 120.0  # seconds


def word(name: str) -> npt.NDArray[np.float64]:
    """From its first to its last sample within 30 dB of the loudest."""
    samples, _rate = soundfile.read(WORDS / f"{name}.flac", dtype="float64")
    heard = np.flatnonzero(np.abs(samples) > 10 ** (-30 / 20) * np.abs(samples).max())
    return samples[heard[0] : heard[-1] + 1]


def compose(path: Path) -> None:
    """A quiet room, "Ok", the pause, "Goodbye", the silence."""
    still = [np.zeros(round(seconds * RATE)) for seconds in (1.0, PAUSE, SILENCE)]
    take = np.concatenate([still[0], word("ok"), still[1], word("goodbye"), still[2]])
    take += np.random.default_rng(1).normal(0, 10 ** (-65 / 20), len(take))
    soundfile.write(path, take, RATE)


def okbye(command: Path, *arguments: str, home: Path) -> str:
    """What it prints. From another folder, so that nothing of this tree is found by chance."""
    run = subprocess.run(
        [command, *arguments],
        cwd=home,
        env=surroundings(home),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if run.returncode:
        sys.exit(f"{command} {' '.join(arguments)} ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    return run.stdout


def open_window(command: Path, home: Path) -> None:
    """Up to its first paint, on a screen that nobody sees."""
    unseen = surroundings(home) | {"QT_QPA_PLATFORM": "offscreen", "OKBYE_TRACE": "1"}
    with subprocess.Popen([command], cwd=home, env=unseen, stderr=subprocess.PIPE, text=True) as window:
        patience = threading.Timer(PATIENCE, window.kill)
        patience.start()
        told = window.stderr.readline() if window.stderr else ""
        patience.cancel()
        window.terminate()
        rest = window.communicate()[1]
    if not told.startswith("first paint"):
        sys.exit(f"{command} should open its window, but says:\n{told}{rest}")


def surroundings(home: Path) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return plain | {"OKBYE_HOME": str(home / "okbye")}


def main() -> None:
    command = Path(sys.argv[1]).absolute()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        told = okbye(command, "--version", home=home)
        if version not in told:
            sys.exit(f"{command} should be version {version}, but says: {told}")
        okbye(command, "takes", "--json", home=home)
        open_window(command, home)
        compose(home / "take.wav")
        judged = json.loads(okbye(command, "analyze", "--json", "take.wav", home=home))
    close = judged["close"]
    if judged["verdict"] != "pass" or abs(close["pause_s"] - PAUSE) > EXACT:
        sys.exit(f"{command} should find a pause of {PAUSE} s and let it pass, but says: {judged}")
    if close["farewell"]["f0_hz"] is None:
        sys.exit(f"{command} should hear the pitch of a plain “Goodbye”, but says: {judged}")
    print(f"{command} is version {version} and measures {close['pause_s']:.3f} s where the pause is {PAUSE} s.")


if __name__ == "__main__":
    main()
