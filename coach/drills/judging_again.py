"""Judges a take by its drill once more, by its words as somebody has set and named them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audio.segment import Word
from coach.checks import not_measured
from coach.drills.encounter import Encounter
from coach.drills.judging import concluded
from coach.drills.line import Meaning
from coach.drills.reply import Reply, apart
from coach.drills.ruling import rule
from coach.nearness import near
from coach.tone import tone_checks
from coach.verdict import Kind, Utterance, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audio.segment import Segment
    from coach.bands import Bands

_NAMED: Final = {
    Kind.OK: (Word.OK, (1.0, 0.0, 0.0)),
    Kind.FAREWELL: (Word.FAREWELL, (0.0, 1.0, 0.0)),
    Kind.EXTRA: (Word.OTHER, (0.0, 0.0, 1.0)),
    Kind.OTHER: (Word.OTHER, (0.0, 0.0, 1.0)),
}
_OF_THE_OFFER = {"waited", "spoke again"}  # words of the check that is made of the offer, not of the reply


def judge_again(verdict: Verdict, words: Sequence[Utterance], bands: Bands, broken: str | None) -> Verdict:
    """The checks follow the words; the offer as it was read stays. `broken` is why the take cannot be judged at all."""
    named = as_named(verdict, words)
    kinds = {word.segment: word.kind for word in named}
    reply = Reply(encounter_of(verdict), tuple(_voices(verdict, named)), verdict.duration, bands, kinds)
    ruling = rule(reply)
    waited = tuple(c for c in verdict.checks if c.name == "waited" and c.word in _OF_THE_OFFER)
    if not ruling.unmeasured:
        ruling = replace(ruling, checks=(*ruling.checks, *waited))
    result, headline, advice, reason = concluded(ruling, broken)
    heard = dict(zip((word.segment for word in named), (word.segment for word in words), strict=True))
    close = ruling.close and replace(ruling.close, ok=heard[ruling.close.ok], farewell=heard[ruling.close.farewell])
    checks = ruling.checks if close is None else (*ruling.checks, *tone_checks(close))
    return replace(
        verdict,
        result=result,
        headline=headline,
        advice=advice,
        checks=checks if reason is None else not_measured(checks, reason),
        close=close,
        closes=() if close is None else (close,),
        reason=reason,
    )


def encounter_of(verdict: Verdict) -> Encounter:
    """What the prospect said and did, as far as a verdict tells."""
    gone = next((line.start for line in verdict.prospect if line.kind == "hung_up"), None)
    spoken = any(line.kind in set(Meaning) for line in verdict.prospect)
    nobody = not spoken and any(check.name == "no_close" for check in verdict.checks)
    return Encounter(
        verdict.drill or "",
        verdict.prospect,
        they_hung_up=gone,
        rep_hung_up=_hung_up(verdict),
        nobody=nobody,
    )


def _hung_up(verdict: Verdict) -> float | None:
    """When the rep did, where that was judged; everywhere else the end of the sound says as much."""
    for check in verdict.checks:
        if check.name == "no_close" and check.word == "hung up":
            return verdict.duration
        if check.name == "stayed" and check.value is not None:
            stay = next(line for line in verdict.prospect if line.kind == Meaning.STAY)
            return stay.end + check.value
    return None


def as_named(verdict: Verdict, words: Iterable[Utterance]) -> list[Utterance]:
    """What somebody named anew is known to be that; where the machine's name stands, so does the ear's belief."""
    return [replace(word, segment=_as_named(verdict, word)) for word in words]


def _as_named(verdict: Verdict, word: Utterance) -> Segment:
    named_so = (its.segment for its in verdict.utterances if its.kind is word.kind)
    if word.kind not in {Kind.OK, Kind.FAREWELL} and any(_overlap(word.segment, segment) for segment in named_so):
        return word.segment
    heard, beliefs = _NAMED[word.kind]
    return replace(word.segment, word=heard, beliefs=beliefs)


def _overlap(one: Segment, another: Segment) -> bool:
    return one.start < another.end and another.start < one.end


def _voices(verdict: Verdict, words: Sequence[Utterance]) -> list[Segment]:
    """The rep's own: all that has a part in the close, and of the rest what is near and no line of the prospect's."""
    own, _ = apart([word.segment for word in words if word.kind is Kind.OTHER], verdict.prospect)
    parts = [word.segment for word in words if word.kind is not Kind.OTHER]
    those_near = {*parts, *near([*parts, *own]).voices}
    return [word.segment for word in words if word.segment in those_near]
