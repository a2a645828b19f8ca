"""Runs the parts of the bench that were asked for, all by default."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

import app.__main__  # noqa: F401 - sets what numpy reads when it is loaded, as in the program

PARTS = {
    "ear": "the ear beside other engines, on closes composed of our own voices and on the folders that are named",
    "tone": "F0 beside Praat's, and rises and falls of a known size",
    "voice": "words and whose they are, without and with the rep's own sayings",
    "speed": "analyze against the length of the sound, and the command's start-up",
    "hours": "memory and processor time while listening, a simulated hour long, or --hours N",
    "window": "first paint, and how soon the stage reacts to sound in a virtual microphone",
    "progress": "how soon the Progress page is there with ten thousand takes",
    "list": "due list, search and next prospect with a hundred thousand people and a million calls; their import",
    "review": "how soon the trainer's table is there with a hundred thousand takes, and what is counted of them",
}
FOLDERS = {
    "takes": "for ear: takes with a truth.json",
    "calls": "for ear: whole calls with a truth.json",
    "talk": "for ear: talk with no close in it",
    "sentences": "for ear: sentences with a truth.json",
    "examples": "where ear writes the closes that it measured worst",
}


def main() -> int:
    wanted = argparse.ArgumentParser(prog="./dev bench", formatter_class=argparse.RawTextHelpFormatter)
    listed = "\n".join(f"{name:8} {about}" for name, about in PARTS.items())
    wanted.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], help=listed)
    for name, about in FOLDERS.items():
        wanted.add_argument(f"--{name}", type=Path, metavar="DIR", help=about)
    wanted.add_argument("--hours", type=float, default=1.0, metavar="N", help="how long to listen")
    asked = wanted.parse_args()
    for name in ("takes", "calls", "talk", "sentences"):
        if (folder := getattr(asked, name)) is not None and not folder.is_dir():
            wanted.error(f"--{name}: there is no folder {folder}")
    if not asked.hours > 0:
        wanted.error("--hours: it must be more than 0")
    for name in asked.parts or PARTS:
        sys.stdout.write(f"\n{name}: {PARTS[name]}\n")
        sys.stdout.flush()
        importlib.import_module(f"bench.{name}").run(asked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
