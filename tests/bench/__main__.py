"""Runs the parts of the bench that were asked for, all by default."""

from __future__ import annotations

import argparse
import importlib
import sys

import app.__main__  # noqa: F401 - sets what numpy reads when it is loaded, as in the program

PARTS = {
    "pause": "the error of the pause on composed takes of our own voices, by noise",
    "takes": "the same on a folder of takes with a truth.json (--takes DIR)",
    "speed": "analyze against the length of the sound, and the command's start-up",
    "hours": "memory and processor time while listening, a simulated hour long",
    "window": "first paint, and how soon the stage reacts to sound in a virtual microphone",
    "progress": "how soon the Progress page is there with ten thousand takes",
}


def main() -> int:
    wanted = argparse.ArgumentParser(prog="./dev bench", formatter_class=argparse.RawTextHelpFormatter)
    listed = "\n".join(f"{name:8} {about}" for name, about in PARTS.items())
    wanted.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], help=listed)
    wanted.add_argument("--takes", help="a folder of takes with a truth.json")
    asked = wanted.parse_args()
    for name in asked.parts or PARTS:
        sys.stdout.write(f"\n{name}: {PARTS[name]}\n")
        sys.stdout.flush()
        importlib.import_module(f"bench.{name}").run(asked.takes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
