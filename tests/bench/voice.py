"""What the ear takes words for, without and with the rep's own sayings; and whose words they are."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from audio.block import Block, Samples
from audio.compose import Composed, compose, room
from audio.ears import best_ear
from audio.errors import VoiceError
from audio.frames import RATE
from audio.listen import listen
from audio.segment import Segment, SegmentHeard, Word
from audio.voice.saying import find_saying, loudest_dbfs
from audio.voice.voice import Voice, learn
from bench.spoken import Speaker, english, foreign
from coach.bands import Bands
from coach.judge import judge
from coach.verdict import Kind, Verdict

SNRS_DB = (30, 20, 15, 10)
LEVEL_DBFS = -22.0
BEHIND_DB = (12, 9)
NAMES = {"ok": "“Ok”", "farewell": "the farewell", "form": "another form of it", "other": "something else"}

Table = dict[tuple[str, str, bool], list[bool]]


def run(_asked: Namespace) -> None:
    speakers = [*english(), *foreign()]
    if not any(speaker.language != "English" for speaker in speakers):
        sys.stdout.write("other languages skipped: espeak-ng is not installed\n")
    right: Table = defaultdict(list)
    alone: Table = defaultdict(list)
    spent = {False: 0.0, True: 0.0}
    for number, speaker in enumerate(speakers):
        try:
            voice = taught(speaker)
        except VoiceError as error:
            sys.stdout.write(f"a voice of {speaker.language} could not be learned: {error}\n")
            continue
        for known in (None, voice):
            before = time.process_time()
            for kind, sound in speaker.said:
                for snr_db in SNRS_DB:
                    row = f"{speaker.language:16} {NAMES[kind]:20}"
                    right[row, f"{snr_db} dB", known is not None].append(_right(kind, sound, snr_db, known))
            spent[known is not None] += time.process_time() - before
            if speaker.language == "English":
                _whose(alone, speaker, speakers[(number + 2) % len(speakers)], known)
    _print(right, "what is said, right")
    _print(alone, "whose it is: the rep's close found, and nothing else")
    sys.stdout.write(f"processor: {spent[False]:.0f} s without a voice, {spent[True]:.0f} s with it\n")


def taught(speaker: Speaker) -> Voice:
    return learn(
        find_saying(word, Block(_scene([(0.8, sound, 0)], 35).samples[:, None], RATE)) for word, sound in speaker.taught
    )


def _right(kind: str, sound: Samples, snr_db: int, voice: Voice | None) -> bool:
    scene = _scene([(2.0, sound, 0)], snr_db)
    heard = [
        event.segment
        for event in listen([Block(scene.samples[:, None], RATE)], best_ear(voice))
        if isinstance(event, SegmentHeard)
    ]
    words = [segment.word for segment in heard if _overlap(segment, scene.words[0])]
    if kind == "other":
        return not {Word.OK, Word.FAREWELL} & set(words)
    return words == [Word.OK if kind == "ok" else Word.FAREWELL]


def _whose(table: Table, speaker: Speaker, neighbour: Speaker, voice: Voice | None) -> None:
    """A neighbour says both words in the rep's silence, so much quieter; or somebody louder speaks before."""
    ok, farewell = (next(sound for kind, sound in speaker.said if kind == word) for word in ("ok", "farewell"))
    their_ok, their_bye = (next(sound for kind, sound in neighbour.said if kind == word) for word in ("ok", "farewell"))
    louder = next(sound for kind, sound in neighbour.said if kind == "other")
    scenes = {
        f"a neighbour closes too, {db} dB below": [
            (1.5, ok, 0),
            (0.9, farewell, 0),
            (1.2, their_ok, -db),
            (0.8, their_bye, -db),
        ]
        for db in BEHIND_DB
    }
    scenes["somebody 13 dB louder before"] = [(1.5, louder, 13), (2.0, ok, 0), (0.9, farewell, 0)]
    for name, words in scenes.items():
        for gain_db in (0, -10):
            scene = _scene(words, 30, gain_db)
            row = f"{name}, {'as calibrated' if not gain_db else 'microphone 10 dB lower'}"
            first = 1 if "louder" in name else 0
            *_, said = judge(listen([Block(scene.samples[:, None], RATE)], best_ear(voice)), Bands())
            assert isinstance(said, Verdict)
            table[f"{row:62}", "found", voice is not None].append(_only(said, scene.words[first : first + 2]))


def _only(verdict: Verdict, words: Iterable[Segment]) -> bool:
    close = verdict.close
    found = close is not None and all(map(_overlap, (close.ok, close.farewell), words))
    return found and not any(utterance.kind is Kind.EXTRA for utterance in verdict.utterances)


def _scene(words: Iterable[tuple[float, Samples, int]], snr_db: int, gain_db: float = 0.0) -> Composed:
    """Each word comes with the silence before it and its level over the rep's own."""
    levelled = [(gap, sound * 10 ** ((db - loudest_dbfs(sound)) / 20)) for gap, sound, db in words]
    laid = compose(levelled, RATE, tail_s=5.0, noise_dbfs=None)
    noise = room(len(laid.samples), -float(snr_db), len(laid.samples))
    gain = np.float32(10 ** ((LEVEL_DBFS + gain_db) / 20))
    return Composed((laid.samples + noise) * gain, RATE, laid.words)


def _overlap(measured: Segment, true: Segment) -> bool:
    return min(measured.end, true.end) - max(measured.start, true.start) >= true.duration / 3


def _print(table: Table, title: str) -> None:
    rows = list(dict.fromkeys(row for row, _, _ in table))
    columns = list(dict.fromkeys(column for _, column, _ in table))
    sys.stdout.write(f"\n{title}, without → with the own voice\n")
    for row in rows:
        cells = [
            f"{np.mean(table[row, column, False]):.2f} → {np.mean(table[row, column, True]):.2f}" for column in columns
        ]
        count = len(table[row, columns[0], True])
        sys.stdout.write(
            f"{row} ({count:3})  "
            + "   ".join(f"{column}: {cell}" for column, cell in zip(columns, cells, strict=True))
            + "\n"
        )
