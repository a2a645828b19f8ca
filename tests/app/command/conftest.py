from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest
import soundfile
from drawing import RATE, speak
from typer.testing import CliRunner

from app.command.root import app

HOUSE = Path(__file__).parents[3]

# Each letter of a gap is 100 ms.
CLEAN = "..........###........#####" + "." * 40  # a pause of 0.8 s, a silence of 4.0 s
RUSHED = "..........###...#####" + "." * 40  # a pause of 0.3 s


@pytest.fixture
def okbye():
    """The command in this process."""

    def run(*arguments):
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return run


@contextmanager
def ctrl_c_heeded():
    """What a shell runs in the background ignores Ctrl-C, and so would all that is started from there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def start_okbye(tmp_path):
    """The command as a process of its own, which is ended with the test."""
    started = []

    def start(*arguments, stderr=subprocess.PIPE, **changes):
        environment = {**os.environ, "PYTHONPATH": str(HOUSE), **changes}
        with ctrl_c_heeded():
            process = subprocess.Popen(
                [sys.executable, "-m", "app", *map(os.fsencode, arguments)],
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=stderr,
                start_new_session=True,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # whatever it has started, too
        process.communicate()


@pytest.fixture
def take(tmp_path):
    """Speak a recording: `take("a.wav", CLEAN)`."""

    def write(name, picture=CLEAN):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, speak(picture), RATE, "PCM_16")
        return path

    return write


@pytest.fixture
def hours(tmp_path):
    """Hours of digital silence that take no room on the disk."""

    def write(name, hours):
        path = tmp_path / name
        soundfile.write(path, np.zeros(0), RATE, "PCM_16", format="RF64")
        header = bytearray(path.read_bytes())
        frames = int(hours * 3_600) * RATE
        chunk = header.index(b"ds64") + 8
        header[chunk : chunk + 24] = b"".join(
            size.to_bytes(8, "little") for size in (len(header) + 2 * frames - 8, 2 * frames, frames)
        )
        path.write_bytes(header)
        os.truncate(path, len(header) + 2 * frames)
        return path

    return write


def lines(text):
    """The JSON of each line; strict, as any other program reads it."""

    def refuse(constant):
        raise AssertionError(f"{constant} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]
