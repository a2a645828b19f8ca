"""What a report says of one take, in words: the same on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.reporting.picture import Picture, picture
from app.widgets.wording import CHECKS, MARKS, RESULTS, measured, seconds, span
from coach.review.review import WHOLE
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.reporting.entry import Clip, Entry
    from coach.review.review import Comment
    from coach.review.reviewed import Reviewed
    from coach.verdict import Check

COLOURS: Final = {Result.PASS: "accent", Result.FAIL: "wrong", Result.UNSURE: "unsure", Result.NOT_MEASURED: "soft"}


@dataclass(frozen=True, slots=True)
class Row:
    """One check; `opinion` is the trainer's."""

    name: str
    measured: str
    wanted: str
    mark: str
    colour: str
    says: str
    opinion: str


@dataclass(frozen=True, slots=True)
class Word:
    """The trainer's on the whole take."""

    by: str
    says: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A comment."""

    at: str
    by: str
    text: str
    clip: Clip | None


@dataclass(frozen=True, slots=True)
class Page:
    """`label` tells the picture to whoever does not see it; `trainer` heads the trainer's column, if `trained`."""

    number: int
    when: str
    mark: str
    colour: str
    headline: str
    advice: str
    word: Word | None
    picture: Picture
    label: str
    clip: Clip | None
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    trainer: str
    comments: tuple[Note, ...]

    @property
    def trained(self) -> bool:
        return any(row.opinion for row in self.rows)


def page(entry: Entry, drills: Mapping[str, str], number: int) -> Page:
    """`drills` has their titles by name; `number` is the take's in the report."""
    reviewed = entry.reviewed
    verdict, review = reviewed.verdict, reviewed.review
    changed = "The words stand as the trainer set them." if review and review.words is not None else ""
    return Page(
        number=number,
        when=_when(reviewed, drills),
        mark=MARKS[verdict.result],
        colour=COLOURS[verdict.result],
        headline=verdict.headline,
        advice=verdict.advice,
        word=_word(reviewed),
        picture=picture(verdict, entry.peaks, reviewed.comments),
        label=_label(reviewed),
        clip=entry.clip,
        notes=tuple(note for note in (verdict.reason, reviewed.take.fault, entry.note, changed) if note),
        rows=tuple(_row(check, reviewed) for check in verdict.checks),
        trainer=review.by if review else "",
        comments=tuple(_notes(reviewed.comments, dict(entry.spoken))),
    )


def _when(reviewed: Reviewed, drills: Mapping[str, str]) -> str:
    take = reviewed.take
    drill = drills.get(take.drill, take.drill) if take.drill else ""
    parts = take.rep, f"{take.started_at.astimezone():%Y-%m-%d %H:%M}", drill
    return " · ".join(part for part in parts if part)


def _word(of: Reviewed) -> Word | None:
    if of.review is None or WHOLE not in of.results:
        return None
    said = of.results[WHOLE]
    says = f"agrees, {RESULTS[said]}." if said is of.take.verdict.result else f"{MARKS[said]} {RESULTS[said]}."
    return Word(of.review.by, says, of.reason(WHOLE))


def _row(check: Check, reviewed: Reviewed) -> Row:
    return Row(
        name=CHECKS.get(check.name, check.name),
        measured=measured(check),
        wanted=span(check.low, check.high, check.unit) if (check.low, check.high) != (None, None) else "",
        mark=f"{MARKS[check.result]} {check.word}".strip(),
        colour=COLOURS[check.result],
        says=check.says,
        opinion=_opinion(reviewed, check),
    )


def _opinion(of: Reviewed, check: Check) -> str:
    """Where the trainer set the words, the row itself is theirs; what they say beside it is told."""
    said, reason = of.results.get(check.name), of.reason(check.name)
    if said is None or (of.rejudged is not None and of.opinion(check.name) is None):
        return ""
    word = "agrees" if said is check.result else f"{MARKS[said]} {RESULTS[said]}"
    return f"{word}: {reason}" if reason else word


def _notes(comments: Iterable[Comment], spoken: Mapping[str, Clip]) -> Iterable[Note]:
    for comment in comments:
        at = seconds(comment.at, 1)
        if comment.until is not None:
            at = f"{comment.at:.1f} to {seconds(comment.until, 1)}"
        text = comment.text or ("spoken" if comment.sound else "")
        yield Note(at, comment.by, text, spoken.get(comment.id))


def _label(reviewed: Reviewed) -> str:
    close = reviewed.verdict.close
    if close is None:
        return "Timeline. No close was heard."
    return f"Timeline. Pause {seconds(close.pause)}, silence {seconds(close.silence)}."
