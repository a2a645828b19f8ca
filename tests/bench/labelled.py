"""Folders of recordings whose truth stands in a truth.json beside them: takes, whole calls, sentences, talk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import soundfile

from audio.block import Samples
from audio.segment import Segment, Word
from bench.truth import Take, Truth, by_noise, word

Json = dict[str, Any]

KINDS = {"ok": Word.OK, "farewell": Word.FAREWELL}
VOICES_BEHIND = {"babble", "cross-talk / meeting room", "talker", "talkers"}
SUBSETS: dict[str, Callable[[Json], bool]] = {
    "human voices": lambda row: row["human"],
    "a breath, click or key beside": lambda row: row["event"] is not None,
    "telephone": lambda row: row["telephone"],
    "other voices behind": lambda row: row["noise"] in VOICES_BEHIND,
    "run together": lambda row: row["kind"] == "together",
}


@dataclass(frozen=True, slots=True)
class Recording:
    """`row` is what truth.json says of it; empty where the folder has none."""

    path: Path
    row: Json

    def load(self) -> tuple[Samples, int]:
        return soundfile.read(self.path, dtype="float32", always_2d=True)


def recordings(folder: Path) -> list[Recording]:
    """Those that truth.json lists, or every FLAC and WAV file where there is none."""
    listed = folder / "truth.json"
    if listed.exists():
        return [Recording(folder / row["file"], row) for row in json.loads(listed.read_text(encoding="utf-8"))]
    return [Recording(path, {}) for path in sorted(folder.iterdir()) if path.suffix in {".flac", ".wav"}]


def takes(folder: Path) -> Iterator[Take]:
    for recording in recordings(folder):
        row = recording.row
        truth = Truth(words(row), row["pause_s"], row["silence_s"], row["extra"], row["kind"] == "together")
        yield Take(recording.path.name, *recording.load(), truth, subsets(row))


def words(row: Json) -> tuple[Segment, ...]:
    return tuple(word(KINDS.get(w["kind"], Word.OTHER), w["start_s"], w["end_s"]) for w in row["words"])


def subsets(row: Json) -> tuple[str, ...]:
    """By its noise, and whatever else a table has a row for."""
    return (by_noise(row["snr_db"]), *(name for name, holds in SUBSETS.items() if holds(row)))
