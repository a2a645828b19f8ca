"""What a take, and what is said of it, can be in this world: whatever came in a file is held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from audio.segment import Segment
    from coach.review.review import Comment, Review
    from coach.take import Take
    from coach.verdict import Close, Utterance, Verdict

LONGEST_NAME = 200
LONGEST_NOTE = 20_000  # letters
LONGEST_S = 100 * 3600.0
MOST_SAID = 10_000  # reviews or comments of one take, utterances in it
_YEARS = 1980, 2200


def sane_take(take: Take) -> None:
    """Raise `ValueError` for what nobody can have spoken."""
    _day(take.started_at)
    _names([take.rep, take.drill, take.offer, take.bands_name, take.content])
    _notes([take.note, take.fault, take.source])
    _verdict(take.verdict)


def sane_said(reviews: Iterable[Review], comments: Iterable[Comment], take_id: str) -> None:
    """Raise `ValueError` for what nobody can have said of that take."""
    reviews, comments = list(reviews), list(comments)
    if len(reviews) > MOST_SAID or len(comments) > MOST_SAID:
        raise ValueError("more was said of a take than anybody can")
    if {take_id, *(one.take for one in reviews), *(one.take for one in comments)} != {take_id}:
        raise ValueError("what was said of a take belongs to another one")
    for review in reviews:
        _day(review.changed_at)
        _names([review.by, *(one.check for one in review.opinions)])
        _notes(one.reason for one in review.opinions)
        _utterances(review.words or ())
    for comment in comments:
        _day(comment.made_at)
        _names([comment.by])
        _notes([comment.text])
        _span(comment.at, comment.until or 0.0)


def _verdict(verdict: Verdict) -> None:
    _span(verdict.duration)
    _notes([verdict.headline, verdict.advice, verdict.reason])
    _utterances(verdict.utterances)
    for close in (*verdict.closes, *([verdict.close] if verdict.close else [])):
        _close(close)
    for line in verdict.prospect:
        _span(line.start, line.end)
    for check in verdict.checks:
        _names([check.name, check.word, check.unit])
        _span(*(number for number in (check.value, check.error, check.low, check.high) if number is not None))


def _close(close: Close) -> None:
    _segments([close.ok, close.farewell])
    _span(close.pause, close.pause_error, close.silence, close.silence_error)


def _utterances(said: Iterable[Utterance]) -> None:
    segments = [one.segment for one in said]
    if len(segments) > MOST_SAID:
        raise ValueError("more was spoken in it than anybody can")
    _segments(segments)


def _segments(segments: Iterable[Segment]) -> None:
    for segment in segments:
        _span(segment.start, segment.end)


def _span(*numbers: float) -> None:
    # Written so that what is no number fails, too.
    if not all(-LONGEST_S <= number <= LONGEST_S for number in numbers):
        raise ValueError("a time in it is none of a take")


def _day(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise ValueError("a moment in it knows no time zone")
    if not _YEARS[0] <= moment.year <= _YEARS[1]:
        raise ValueError(f"it was not spoken in the year {moment.year}")


def _names(names: Iterable[str | None]) -> None:
    if any(len(name) > LONGEST_NAME for name in names if name):
        raise ValueError("a name in it is far too long")


def _notes(notes: Iterable[str | None]) -> None:
    if any(len(note) > LONGEST_NOTE for note in notes if note):
        raise ValueError("a text in it is far too long")
