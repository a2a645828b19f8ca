"""A microphone without hardware: a private PulseAudio server whose null sinks are recorded through ALSA and PortAudio.

Nothing outside the given folder is touched: the server has its own socket, state and configuration. What is
played into a sink comes out of the microphone of the same name, bit for bit where both have the same rate.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

RATE = 16_000
NEEDED = ("pulseaudio", "pactl", "paplay")
PATIENCE_S = 15.0


def missing() -> list[str]:
    """The programs this needs and the machine lacks."""
    return [program for program in NEEDED if shutil.which(program) is None]


def eventually(true: Callable[[], bool], what: str, within_s: float = PATIENCE_S) -> None:
    deadline = time.monotonic() + within_s
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {within_s:g} s: {what}")
        time.sleep(0.01)


class VirtualMicrophone:
    """`start()`, then `plug()` a microphone; every fault of the real thing is one call."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self._socket = folder / "native"
        self._plugged: list[str] = []
        self.environment = {
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_LATENCY_MSEC": "10",
            "PULSE_RUNTIME_PATH": str(folder / "run"),
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_STATE_PATH": str(folder / "state"),
        }

    def start(self) -> None:
        """The sound server, with no microphone yet."""
        for name in ("run", "state"):
            (self._folder / name).mkdir(mode=0o700, exist_ok=True)
        self._plugged.clear()
        self._list_devices()
        script = self._folder / "server.pa"
        script.write_text(
            f"load-module module-native-protocol-unix auth-anonymous=1 auth-cookie-enabled=0 socket={self._socket}\n"
        )
        self._socket.unlink(missing_ok=True)
        options = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--high-priority=no"]
        options += ["--realtime=no", "--disallow-exit", f"--log-target=file:{self._folder / 'server.log'}"]
        self._server = subprocess.Popen(
            ["pulseaudio", "-n", "-F", str(script), *options],
            env=self._surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in the test run must not take the server down with it
        )
        eventually(self._answers, "the sound server answers")

    def stop(self) -> None:
        if self._server is not None and self._server.poll() is None:
            self._server.terminate()
            try:
                self._server.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()

    def reset(self) -> None:
        """Nothing plugged in, and the server alive."""
        if self._server is None or self._server.poll() is not None:
            self.start()
        for name in list(self._plugged):
            self.unplug(name)

    def plug(self, name: str = "headset", rate_hz: int = RATE) -> None:
        sink = f"{name}_sink"
        self._pactl(
            "load-module", "module-null-sink", f"sink_name={sink}", "norewinds=1", f"rate={rate_hz}", "channels=1"
        )
        self._pactl("load-module", "module-remap-source", f"master={sink}.monitor", f"source_name={name}")
        if not self._plugged:
            self._pactl("set-default-source", name)
            self._pactl("set-default-sink", sink)
        self._plugged.append(name)
        self._list_devices()

    def unplug(self, name: str = "headset") -> None:
        for wanted in (f"source_name={name}", f"sink_name={name}_sink"):
            for line in self._pactl("list", "short", "modules").splitlines():
                number, _module, *arguments = line.split("\t")
                if any(wanted in argument.split() for argument in arguments):
                    self._pactl("unload-module", number)
        self._plugged.remove(name)
        self._list_devices()

    def stall(self, name: str = "headset") -> None:
        """The device stays, and delivers nothing more."""
        self._pactl("suspend-source", name, "1")
        self._pactl("suspend-sink", f"{name}_sink", "1")

    def flow(self, name: str = "headset") -> None:
        """After `stall`."""
        self._pactl("suspend-sink", f"{name}_sink", "0")
        self._pactl("suspend-source", name, "0")

    def mute(self, *, on: bool, name: str = "headset") -> None:
        """Muted, it delivers perfect zeros, as a system that denies access does."""
        self._pactl("set-source-mute", name, "1" if on else "0")

    def crash(self) -> None:
        """The sound server dies without a word."""
        if self._server is None:
            raise RuntimeError("the server was never started")
        self._server.send_signal(signal.SIGKILL)
        self._server.wait()
        self._plugged.clear()

    def play(self, sound: Path, name: str = "headset", volume: int = 65_536) -> None:
        """Into the microphone; returns when all of it was played."""
        with self.playing(sound, name, volume) as player:
            player.wait()

    @contextmanager
    def playing(self, sound: Path, name: str = "headset", volume: int = 65_536) -> Iterator[subprocess.Popen[bytes]]:
        """Into the microphone, beside what the block does; cut off at its end."""
        surroundings = self._surroundings()
        del surroundings["PULSE_LATENCY_MSEC"]  # a player in a hurry drops out
        command = ["paplay", "--latency-msec=200", f"--device={name}_sink", f"--volume={volume}", str(sound)]
        with subprocess.Popen(command, env=surroundings) as player:
            try:
                yield player
            finally:
                with suppress(ProcessLookupError):
                    player.terminate()

    def _list_devices(self) -> None:
        """What ALSA, and so PortAudio, finds; the distribution's own file with its dead devices is left out."""
        pulse = 'pcm {{ type pulse device {} fallback "" }}'.format
        devices = [
            f"pcm.{name} {{ type asym capture.{pulse(name)} playback.{pulse(name + '_sink')} }}\n"
            for name in self._plugged
        ]
        # PortAudio 19.6 aborts where there is not even a default.
        (self._folder / "asound.conf").write_text("".join(["pcm.!default { type pulse }\n", *devices]))

    def _answers(self) -> bool:
        if self._server is None or self._server.poll() is not None:
            raise RuntimeError(f"the sound server ended: {(self._folder / 'server.log').read_text()}")
        asked = subprocess.run(["pactl", "info"], env=self._surroundings(), capture_output=True, check=False)
        return asked.returncode == 0

    def _pactl(self, *words: str) -> str:
        done = subprocess.run(["pactl", *words], env=self._surroundings(), capture_output=True, check=True, text=True)
        return done.stdout

    def _surroundings(self) -> dict[str, str]:
        return os.environ | self.environment
