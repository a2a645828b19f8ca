"""Readers of label files that share nothing with what writes them; Praat itself for TextGrids."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import parselmouth
from parselmouth.praat import call


class Label(NamedTuple):
    start: float
    end: float
    text: str


def read_textgrid(text: str, folder: Path) -> dict[str, list[Label]]:
    """Each tier as Praat reads it; a point begins and ends at its moment, and what is not labelled is left out."""
    path = folder / "read.TextGrid"
    path.write_text(text, encoding="utf-8")
    grid = parselmouth.read(str(path))
    tiers: dict[str, list[Label]] = {}
    for tier in range(1, round(call(grid, "Get number of tiers")) + 1):
        name = call(grid, "Get tier name", tier)
        if call(grid, "Is interval tier", tier):
            tiers[name] = [_interval(grid, tier, one) for one in _up_to(call(grid, "Get number of intervals", tier))]
        else:
            tiers[name] = [_point(grid, tier, one) for one in _up_to(call(grid, "Get number of points", tier))]
    return {name: [label for label in labels if label.text] for name, labels in tiers.items()}


def _up_to(count: float) -> range:
    return range(1, round(count) + 1)


def _interval(grid: parselmouth.Data, tier: int, number: int) -> Label:
    start, end = (call(grid, f"Get {edge} time of interval", tier, number) for edge in ("start", "end"))
    return Label(start, end, call(grid, "Get label of interval", tier, number))


def _point(grid: parselmouth.Data, tier: int, number: int) -> Label:
    at = call(grid, "Get time of point", tier, number)
    return Label(at, at, call(grid, "Get label of point", tier, number))


def read_audacity(text: str) -> list[Label]:
    """As Audacity's manual has it: start, end and text with tabs between, a label a line."""
    labels = []
    for line in text.split("\n")[:-1]:
        start, end, label = line.split("\t")
        labels.append(Label(float(start), float(end), label))
    return labels


def read_rttm(text: str) -> list[Label]:
    """As NIST's evaluation plan has it: ten fields with one blank between, `SPEAKER` lines only."""
    labels = []
    for line in text.split("\n")[:-1]:
        kind, recording, channel, start, length, orthography, subtype, who, confidence, look_ahead = line.split(" ")
        assert (kind, channel) == ("SPEAKER", "1")
        assert {orthography, subtype, confidence, look_ahead} == {"<NA>"}
        assert recording
        labels.append(Label(float(start), float(start) + float(length), who))
    return labels
