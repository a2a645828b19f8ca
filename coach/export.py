"""A verdict's times in the formats of other programs: Praat, Audacity, RTTM, and rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from coach.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.verdict import Close, Verdict

COLUMNS = (
    "recording",
    "verdict",
    "pause_s",
    "pause_error_s",
    "silence_s",
    "ok_s",
    "farewell_s",
    "duration_s",
    "noise_dbfs",
    "snr_db",
    "headline",
)


class Span(NamedTuple):
    """From `start` to `end`, in seconds, and what it is."""

    start: float
    end: float
    label: str


def textgrid(verdict: Verdict) -> str:
    """Praat's long format: a tier with everything said, one with the two gaps of each close, one with the prospect."""
    tiers = {"speech": _speech(verdict), "gaps": _gaps(verdict)}
    if verdict.prospect:
        tiers["prospect"] = _prospect(verdict)
    lines = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {verdict.duration:.6f}",
        "tiers? <exists>",
        f"size = {len(tiers)}",
        "item []:",
    ]
    for number, (name, spans) in enumerate(tiers.items(), 1):
        intervals = list(_without_holes(spans, verdict.duration))
        lines += [
            f"    item [{number}]:",
            '        class = "IntervalTier"',
            f'        name = "{name}"',
            "        xmin = 0",
            f"        xmax = {verdict.duration:.6f}",
            f"        intervals: size = {len(intervals)}",
        ]
        for place, span in enumerate(intervals, 1):
            lines += [
                f"        intervals [{place}]:",
                f"            xmin = {span.start:.6f}",
                f"            xmax = {span.end:.6f}",
                f'            text = "{span.label}"',
            ]
    return "\n".join(lines) + "\n"


def audacity(verdict: Verdict) -> str:
    """A label track, to be imported as labels."""
    spans = sorted(_speech(verdict) + _gaps(verdict))
    return "".join(f"{span.start:.6f}\t{span.end:.6f}\t{span.label}\n" for span in spans)


def rttm(verdict: Verdict, name: str) -> str:
    """Who spoke when: the near voice is `rep`, every other `other`."""
    recording = "_".join(name.split())
    return "".join(
        f"SPEAKER {recording} 1 {said.segment.start:.3f} {said.segment.duration:.3f} <NA> <NA> "
        f"{'other' if said.kind is Kind.OTHER else 'rep'} <NA> <NA>\n"
        for said in verdict.utterances
    )


def table(rows: Iterable[tuple[str, Verdict]]) -> str:
    """A CSV row for each recording under one row of names."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(_row(name, verdict) for name, verdict in rows)
    return text.getvalue()


def _row(name: str, verdict: Verdict) -> list[str]:
    close = verdict.close
    times: list[float | None] = [None] * 5
    if close is not None:
        times = [close.pause, close.pause_error, close.silence, close.ok.duration, close.farewell.duration]
    return [
        _harmless(name),
        verdict.result.value,
        *("" if time is None else f"{time:.4f}" for time in (*times, verdict.duration)),
        f"{verdict.noise_dbfs:.1f}",
        "" if verdict.snr_db is None else f"{verdict.snr_db:.1f}",
        _harmless(verdict.headline),
    ]


def _harmless(text: str) -> str:
    """Spreadsheets run what looks like a formula; an apostrophe keeps it a text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _speech(verdict: Verdict) -> list[Span]:
    return [Span(said.segment.start, said.segment.end, said.kind.value) for said in verdict.utterances]


def _prospect(verdict: Verdict) -> list[Span]:
    lines = [line for line in verdict.prospect if line.end > line.start]
    return [Span(line.start, line.end, (line.text or line.kind).replace('"', '""')) for line in lines]


def _gaps(verdict: Verdict) -> list[Span]:
    return [span for close in verdict.closes for span in _gaps_of(close) if span.end > span.start]


def _gaps_of(close: Close) -> tuple[Span, Span]:
    return (
        Span(close.ok.end, close.ok.end + close.pause, "pause"),
        Span(close.farewell.end, close.farewell.end + close.silence, "silence"),
    )


def _without_holes(spans: Iterable[Span], until: float) -> Iterator[Span]:
    """Fill a tier from 0 to `until`, as Praat wants it: nothing overlaps, and nothing is missing."""
    now = 0.0
    for span in sorted(spans):
        start, end = max(span.start, now), min(span.end, until)
        if end <= start:
            continue
        if start > now:
            yield Span(now, start, "")
        yield Span(start, end, span.label)
        now = end
    if now < until:
        yield Span(now, until, "")
