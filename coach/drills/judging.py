"""Judges a take by its drill: one piece of code, whatever the prospect said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.checks import not_measured
from coach.closing import LOSS_REACH_S, overall, typical_snr, with_the_far
from coach.drills import checks, sentences
from coach.drills.offer_reading import reading
from coach.drills.reply import apart, reply_to
from coach.drills.ruling import Ruling, rule
from coach.naming import named
from coach.sentences import advise, sound_was_lost
from coach.tone import middle_hz, tone_checks
from coach.verdict import Kind, Result, Utterance, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audio.segment import Segment, SoundEnded, VoiceKnown
    from coach.bands import Bands
    from coach.drills.encounter import Encounter
    from coach.drills.reply import Reply
    from coach.verdict import OfferReading


def judge_drill(
    encounter: Encounter,
    segments: Sequence[Segment],
    lost: Sequence[float],
    ended: SoundEnded,
    bands: Bands,
    voice: VoiceKnown | None = None,
) -> Verdict:
    """`segments` is all that the microphone heard, the prospect's leaking voice too; `lost` where sound was lost."""
    own, _ = apart(segments, encounter.lines)
    reply = reply_to(encounter, own, ended.duration, bands, voice)
    answered = reply.answers[0] if reply.answers else None
    answered_at = None if answered is None else answered.start
    offer = None if encounter.nobody else reading(reply.before(answered), encounter, answered_at)
    ruling = _with_the_wait(rule(reply), encounter, offer)
    result, headline, advice, reason = concluded(ruling, _broken(reply, lost))
    made = ruling.checks if ruling.close is None else (*ruling.checks, *tone_checks(ruling.close))
    return Verdict(
        result,
        headline,
        advice,
        made if reason is None else not_measured(made, reason),
        ruling.close,
        () if ruling.close is None else (ruling.close,),
        _named(reply, ruling, segments),
        ended.duration,
        ended.noise_dbfs,
        typical_snr(list(reply.voices)),
        reason,
        encounter.drill,
        encounter.lines,
        offer,
        middle_hz(reply.voices, voice),
    )


def _with_the_wait(ruling: Ruling, encounter: Encounter, offer: OfferReading | None) -> Ruling:
    """Where the prospect is slow, waiting for the answer is what is trained."""
    if not encounter.slow or offer is None or offer.waited is None or ruling.unmeasured:
        return ruling
    if offer.spoke_again:
        check = checks.simple("waited", Result.FAIL, "spoke again", "You spoke into their thinking.", offer.waited)
    else:
        check = checks.simple("waited", Result.PASS, "waited", "They had room to think.", offer.waited)
    return replace(ruling, checks=(*ruling.checks, check))


def _broken(reply: Reply, lost: Sequence[float]) -> str | None:
    """Why the take cannot be judged, however it was."""
    if reply.encounter.failed is not None:
        return reply.encounter.failed
    since = reply.answers[0].start - LOSS_REACH_S if reply.answers else 0.0
    return sound_was_lost() if any(at >= since for at in lost) else None


def concluded(ruling: Ruling, broken: str | None) -> tuple[Result, str, str, str | None]:
    """Result, headline, advice and the reason where it is not measured; `broken` is why it cannot be."""
    if broken is not None:
        return (Result.NOT_MEASURED, *advise(Result.NOT_MEASURED, ()), broken)
    if ruling.unmeasured is not None:
        headline, advice = ruling.unmeasured
        return Result.NOT_MEASURED, headline, advice, headline
    result = overall(check.result for check in ruling.checks)
    said = advise(result, ruling.checks, sentences.EVERY_FAULT, sentences.DRILL_NAMES, ruling.clean)
    return (result, *said, None)


def _named(reply: Reply, ruling: Ruling, segments: Sequence[Segment]) -> tuple[Utterance, ...]:
    argued = set(ruling.extras)
    plain = named(reply.voices, [] if ruling.pair is None else [ruling.pair])
    mine = [Utterance(said.segment, Kind.EXTRA) if said.segment in argued else said for said in plain]
    return with_the_far(mine, segments, reply.voices)
