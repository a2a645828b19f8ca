"""Praat's long text format: tiers of intervals that fill all of the time, and tiers of points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Span(NamedTuple):
    """From `start` to `end`, in seconds, and what it is."""

    start: float
    end: float
    label: str


class Point(NamedTuple):
    """A moment, in seconds, and what it is."""

    at: float
    label: str


def textgrid(
    tiers: Mapping[str, Iterable[Span]], duration: float, points: Mapping[str, Iterable[Point]] | None = None
) -> str:
    """The interval tiers first, in the order given."""
    points = points or {}
    lines = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {duration:.6f}",
        "tiers? <exists>",
        f"size = {len(tiers) + len(points)}",
        "item []:",
    ]
    for number, (name, spans) in enumerate(tiers.items(), 1):
        lines += _head(number, "IntervalTier", name, duration)
        intervals = list(without_holes(spans, duration))
        lines.append(f"        intervals: size = {len(intervals)}")
        for place, span in enumerate(intervals, 1):
            lines += [
                f"        intervals [{place}]:",
                f"            xmin = {span.start:.6f}",
                f"            xmax = {span.end:.6f}",
                f"            text = {_quoted(span.label)}",
            ]
    for number, (name, moments) in enumerate(points.items(), 1 + len(tiers)):
        lines += _head(number, "TextTier", name, duration)
        apart = list(_apart(moments, duration))
        lines.append(f"        points: size = {len(apart)}")
        for place, point in enumerate(apart, 1):
            lines += [
                f"        points [{place}]:",
                f"            number = {point.at:.6f}",
                f"            mark = {_quoted(point.label)}",
            ]
    return "\n".join(lines) + "\n"


def without_holes(spans: Iterable[Span], until: float) -> Iterator[Span]:
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


def _apart(points: Iterable[Point], until: float) -> Iterator[Point]:
    """Praat has one point at a moment: what falls on another's is written with it."""
    found: dict[str, list[str]] = {}
    for point in sorted(points):
        found.setdefault(f"{min(max(0.0, point.at), until):.6f}", []).append(point.label)
    for at, labels in found.items():
        yield Point(float(at), " / ".join(labels))


def _head(number: int, kind: str, name: str, duration: float) -> list[str]:
    return [
        f"    item [{number}]:",
        f'        class = "{kind}"',
        f"        name = {_quoted(name)}",
        "        xmin = 0",
        f"        xmax = {duration:.6f}",
    ]


def _quoted(label: str) -> str:
    """On one line, and with Praat's own way of writing a quotation mark."""
    plain = " ".join(label.split()).replace('"', '""')
    return f'"{plain}"'
