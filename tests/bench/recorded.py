"""Folders of longer recordings: whole calls, talk without a close in it, sentences labelled by hand."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from math import inf
from pathlib import Path

from audio.segment import Segment, Word
from bench.engines import Engine, heard
from bench.labelled import Json, Recording, recordings, words
from bench.markdown import ms, table
from bench.scoring import covered, quantile
from coach.nearness import near
from coach.verdict import Close, Verdict

Judged = list[tuple[Recording, Verdict]]


def run(asked: Namespace, measured: Sequence[Engine]) -> None:
    _print(asked.calls, "whole calls", measured, ("calls whose close was found", "closes invented"), _calls)
    _print(asked.talk, "recordings of talk", measured, ("recordings with an invented close", "closes invented"), _talk)
    onsets = ("speech found", "onset off, ms: median", "offset off, ms: median", "closes invented")
    _print(asked.sentences, "sentences labelled by hand", measured, onsets, _sentences)


def _print(
    folder: Path | None,
    what: str,
    measured: Sequence[Engine],
    head: Sequence[str],
    row: Callable[[Judged], Sequence[str]],
) -> None:
    if folder is None:
        return
    every = [(recording, heard(*recording.load())) for recording in recordings(folder)]
    rows = [(engine.name, *row([(one, engine.judge(sound)) for one, sound in every])) for engine in measured]
    sys.stdout.write(f"\n### {len(every)} {what}\n\n{table(('engine', *head), rows)}")


def _calls(judged: Judged) -> tuple[str, str]:
    found = invented = there = 0
    for recording, verdict in judged:
        true = _close(recording.row)
        hits = [true is not None and _is(close, true) for close in verdict.closes]
        there += true is not None
        found += any(hits)
        invented += hits.count(False)
    return f"{found} of {there}", str(invented)


def _talk(judged: Judged) -> tuple[str, str]:
    closes = [len(verdict.closes) for _, verdict in judged]
    return f"{sum(map(bool, closes))} of {len(closes)}", str(sum(closes))


def _sentences(judged: Judged) -> tuple[str, ...]:
    """From the first near sound to the last; a sentence in which nothing was heard is infinitely far off."""
    starts, ends = [], []
    for recording, verdict in judged:
        voices = near([said.segment for said in verdict.utterances]).voices
        starts.append(abs(voices[0].start - recording.row["speech_start_s"]) if voices else inf)
        ends.append(abs(voices[-1].end - recording.row["speech_end_s"]) if voices else inf)
    found = f"{sum(start < inf for start in starts)} of {len(judged)}"
    medians = (ms(quantile(values, 0.5)) for values in (starts, ends))
    return found, *medians, str(sum(len(verdict.closes) for _, verdict in judged))


def _close(row: Json) -> tuple[Segment, Segment] | None:
    if not row["close"]:
        return None
    said = {segment.word: segment for segment in words(row)}
    return said[Word.OK], said[Word.FAREWELL]


def _is(close: Close, true: tuple[Segment, Segment]) -> bool:
    return covered(true[0], close.ok) >= 0.5 and covered(true[1], close.farewell) >= 0.5
