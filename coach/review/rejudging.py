"""A take judged once more, by its words as the trainer set and named them. What the machine said stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.bands import Band, Bands
from coach.checks import check_all, not_measured
from coach.closing import measured, overall
from coach.drills.judging_again import as_named, judge_again
from coach.naming import pairs_as_named
from coach.nearness import near
from coach.review.editing import BY_HAND_S
from coach.sentences import advise, nothing_heard
from coach.tone import TONE_CHECKS, tone_checks
from coach.verdict import Check, Close, Kind, Result, Utterance, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audio.segment import Segment
    from coach.naming import Pair

_MOVED = ("moved", "Its end was set by hand. How it was intoned was measured up to the old one.")


def rejudged(verdict: Verdict, words: Sequence[Utterance], bands: Bands) -> Verdict:
    """`words` in order of time. A take whose sound was lost, or whose prospect failed, is measured no better by it."""
    broken = None if verdict.reason == verdict.headline else verdict.reason
    judge = _judged if verdict.drill is None else judge_again
    found = judge(verdict, words, bands, broken)
    return replace(found, checks=_tones_told(found.checks, found.close), utterances=tuple(words))


def bands_of(verdict: Verdict, otherwise: Bands) -> Bands:
    """The limits that a take was held to, as its checks tell; `otherwise` where they do not."""
    held = {c.name: Band(low=c.low or 0.0, high=c.high) for c in verdict.checks if c.name in _BANDS}
    return otherwise.model_copy(update=held)


_BANDS = frozenset(Bands.model_fields) - {"name"}


def _judged(verdict: Verdict, words: Sequence[Utterance], bands: Bands, broken: str | None) -> Verdict:
    pairs = _with_what_came_before(pairs_as_named(words), words)
    if not pairs:
        headline, advice = nothing_heard(_spoken(verdict, words))
        return replace(
            verdict,
            result=Result.NOT_MEASURED,
            headline=headline,
            advice=advice,
            checks=(),
            close=None,
            closes=(),
            reason=headline,
        )
    closes = tuple(measured(pair, verdict.duration) for pair in pairs)
    deciding = check_all(closes[-1], pairs[-1], bands)
    result = Result.NOT_MEASURED if broken else overall(check.result for check in deciding)
    headline, advice = advise(result, deciding)
    checks = (*deciding, *tone_checks(closes[-1]))
    return replace(
        verdict,
        result=result,
        headline=headline,
        advice=advice,
        checks=checks if broken is None else not_measured(checks, broken),
        close=closes[-1],
        closes=closes,
        reason=broken,
    )


def _with_what_came_before(pairs: list[Pair], words: Sequence[Utterance]) -> list[Pair]:
    """What the trainer calls something else counts, said before the first "Ok" too."""
    if not pairs:
        return pairs
    first, *others = pairs
    early = [word.segment for word in words if word.kind is Kind.EXTRA and word.segment.end <= first.ok.start]
    return [replace(first, extras=(*early, *first.extras)), *others]


def _spoken(verdict: Verdict, words: Sequence[Utterance]) -> list[Segment]:
    """Without the voices behind."""
    return near([word.segment for word in as_named(verdict, words)]).voices


def _tones_told(checks: tuple[Check, ...], close: Close | None) -> tuple[Check, ...]:
    if close is None:
        return checks
    ends = dict(zip(TONE_CHECKS, (close.ok.end_error, close.farewell.end_error), strict=True))
    word, says = _MOVED
    return tuple(
        replace(check, word=word, says=says)
        if ends.get(check.name) == BY_HAND_S and check.value is None and check.word != "not measured"
        else check
        for check in checks
    )
