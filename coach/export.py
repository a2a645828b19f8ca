"""A verdict's times in the formats of other programs: Praat, Audacity, RTTM, and rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from coach.textgrid import Span
from coach.textgrid import textgrid as tiers_as_textgrid
from coach.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.verdict import Close, Utterance, Verdict

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


def textgrid(verdict: Verdict) -> str:
    """For Praat: a tier with everything said, one with the two gaps of each close, one with the prospect."""
    return tiers_as_textgrid(tiers(verdict), verdict.duration)


def tiers(verdict: Verdict) -> dict[str, list[Span]]:
    found = {"speech": said(verdict.utterances), "gaps": gaps(verdict)}
    if verdict.prospect:
        found["prospect"] = _prospect(verdict)
    return found


def audacity(verdict: Verdict) -> str:
    """A label track, to be imported as labels."""
    spans = sorted(said(verdict.utterances) + gaps(verdict))
    return labels(spans)


def labels(spans: Iterable[Span]) -> str:
    """As Audacity has them; a comment may have tabs and lines, a label has neither."""
    return "".join(f"{span.start:.6f}\t{span.end:.6f}\t{' '.join(span.label.split())}\n" for span in spans)


def rttm(words: Iterable[Utterance], name: str) -> str:
    """Who spoke when: the near voice is `rep`, every other `other`."""
    recording = "_".join(name.split())
    return "".join(
        f"SPEAKER {recording} 1 {said.segment.start:.3f} {said.segment.duration:.3f} <NA> <NA> "
        f"{'other' if said.kind is Kind.OTHER else 'rep'} <NA> <NA>\n"
        for said in words
    )


def table(rows: Iterable[tuple[str, Verdict]]) -> str:
    """A CSV row for each recording under one row of names."""
    return as_csv(COLUMNS, (row(name, verdict) for name, verdict in rows))


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def row(name: str, verdict: Verdict) -> list[str]:
    close = verdict.close
    times: list[float | None] = [None] * 5
    if close is not None:
        times = [close.pause, close.pause_error, close.silence, close.ok.duration, close.farewell.duration]
    return [
        harmless(name),
        verdict.result.value,
        *("" if time is None else f"{time:.4f}" for time in (*times, verdict.duration)),
        f"{verdict.noise_dbfs:.1f}",
        "" if verdict.snr_db is None else f"{verdict.snr_db:.1f}",
        harmless(verdict.headline),
    ]


def harmless(text: str) -> str:
    """Spreadsheets run what looks like a formula; an apostrophe keeps it a text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def said(words: Iterable[Utterance]) -> list[Span]:
    return [Span(one.segment.start, one.segment.end, one.kind.value) for one in words]


def _prospect(verdict: Verdict) -> list[Span]:
    lines = [line for line in verdict.prospect if line.end > line.start]
    return [Span(line.start, line.end, line.text or line.kind) for line in lines]


def gaps(verdict: Verdict) -> list[Span]:
    return [span for close in verdict.closes for span in _gaps_of(close) if span.end > span.start]


def _gaps_of(close: Close) -> tuple[Span, Span]:
    return (
        Span(close.ok.end, close.ok.end + close.pause, "pause"),
        Span(close.farewell.end, close.farewell.end + close.silence, "silence"),
    )
