"""Takes with the trainer's word in the formats of other programs; the machine's own times stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.export import COLUMNS, as_csv, gaps, harmless, labels, row, rttm, said, tiers
from coach.review.review import WHOLE
from coach.textgrid import Point, Span, textgrid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.review.review import Comment
    from coach.review.reviewed import Reviewed

TAKE_COLUMNS = (
    "take",
    "started_at",
    "rep",
    "drill",
    *COLUMNS[1:],
    "trainer",
    "trainer_verdict",
    "trainer_pause_s",
    "trainer_silence_s",
    "overruled",
    "comments",
)


def take_textgrid(take: Reviewed) -> str:
    """The machine's tiers, then the words and gaps as the trainer set them, and the comments as points."""
    machine = take.take.verdict
    found = tiers(machine)
    if take.rejudged is not None:
        found |= {"trainer": said(take.rejudged.utterances), "trainer gaps": gaps(take.rejudged)}
    points = {"comments": [Point(one.at, _told(one)) for one in take.comments]} if take.comments else {}
    return textgrid(found, machine.duration, points)


def take_labels(take: Reviewed) -> str:
    """For Audacity: the words and gaps that count, and the comments."""
    spans = said(take.verdict.utterances) + gaps(take.verdict)
    comments = [Span(one.at, one.at if one.until is None else one.until, _told(one)) for one in take.comments]
    return labels(sorted(spans + comments))


def take_rttm(take: Reviewed) -> str:
    """Who spoke when, by the words that count."""
    return rttm(take.verdict.utterances, take.take.id)


def take_table(takes: Iterable[Reviewed]) -> str:
    """A CSV row for each take: what the machine measured, and what the trainer says of it."""
    return as_csv(TAKE_COLUMNS, (_row(take) for take in takes))


def _row(of: Reviewed) -> list[str]:
    take, review, close = of.take, of.review, None if of.rejudged is None else of.rejudged.close
    return [
        take.id,
        take.started_at.isoformat(),
        harmless(take.rep),
        harmless(take.drill or ""),
        *row("", take.verdict)[1:],
        harmless(review.by) if review else "",
        of.results[WHOLE].value if WHOLE in of.results else "",
        f"{close.pause:.4f}" if close else "",
        f"{close.silence:.4f}" if close else "",
        harmless("; ".join(_overruled(of))),
        str(len(of.comments)),
    ]


def _overruled(of: Reviewed) -> Iterable[str]:
    for check in of.take.verdict.checks:
        result = of.results.get(check.name, check.result)
        if result is not check.result:
            reason = of.reason(check.name)
            yield f"{check.name}: {result.value}" + (f" ({reason})" if reason else "")


def _told(comment: Comment) -> str:
    return f"{comment.by}: {comment.text or 'spoken'}"
