"""What is right after each answer, and whether it was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audio.segment import Word
from coach.checks import answer_time, check_all, length
from coach.closing import measured
from coach.drills import checks, sentences
from coach.drills.line import Meaning
from coach.drills.reply import speech
from coach.naming import LONGEST_OK_S, Pair
from coach.sentences import nothing_heard
from coach.verdict import Check, Close, ProspectLine, Result

if TYPE_CHECKING:
    from audio.segment import Segment
    from coach.drills.reply import Reply

HAD_NO_CHANCE_S = 3.0  # who hangs up sooner after their no leaves no room for an "Ok"
ASKED_S = 1.0
AWAITED_S = 1.5
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Ruling:
    """`clean` is what to say where all was right; `unmeasured` the headline and advice where nothing can be judged."""

    checks: tuple[Check, ...] = ()
    clean: tuple[str, str] = sentences.CLEAN_CLOSE
    close: Close | None = None
    pair: Pair | None = None
    extras: tuple[Segment, ...] = ()
    unmeasured: tuple[str, str] | None = None


def rule(reply: Reply) -> Ruling:
    """By the answer they gave."""
    if reply.encounter.nobody:
        return _nobody(reply)
    answers = reply.answers
    if not answers:
        return _unanswered(reply)
    first = answers[0]
    if first.kind in {Meaning.VAGUE, Meaning.QUESTION}:
        return _vague(reply, first, answers[1] if len(answers) > 1 else None)
    other_than_no = {Meaning.YES: _yes, Meaning.MESSAGE: _machine, Meaning.GATEKEEPER: _gatekeeper}
    return other_than_no.get(Meaning(first.kind), _no)(reply, first)


def _no(reply: Reply, line: ProspectLine, argued: str = "more") -> Ruling:
    reaction = reply.reaction
    if reaction is not None and (reply.encounter.rep_hung_up or reply.duration) - reaction.start < checks.BARELY_S:
        reaction = None  # the rep was hanging up already
    said = reply.after(line, reaction.start if reaction else reply.encounter.they_hung_up)
    found = reply.closes_in(said)
    if not found:
        return _no_close(reply, line, said)
    pair = found[0]
    close = measured(pair, reply.duration, _theirs(reply, reaction))
    before = reply.argued(s for s in said if s.end <= pair.ok.start)
    on_time = answer_time(pair.ok, line.end, reply.encounter.clock_error, reply.bands.answer_time)
    made = (*check_all(close, pair, reply.bands), on_time, checks.before_ok(before, argued))
    ruling = Ruling(made, sentences.CLEAN_CLOSE, close, pair, tuple(before))
    return ruling if reaction is None else _reacted(reply, ruling, close, reaction)


def _theirs(reply: Reply, reaction: ProspectLine | None) -> list[tuple[float, str]]:
    theirs = [] if reply.encounter.they_hung_up is None else [(reply.encounter.they_hung_up, "they_hung_up")]
    return theirs if reaction is None else [*theirs, (reaction.start, "they_spoke")]


def _no_close(reply: Reply, line: ProspectLine, said: list[Segment]) -> Ruling:
    gone = reply.encounter.they_hung_up
    oks = [s for s in said if s.word is Word.OK or (s.word is None and s.duration <= LONGEST_OK_S)]
    other = reply.argued(s for s in said if s not in oks)
    if gone is not None and (oks or gone - line.end <= HAD_NO_CHANCE_S):
        return _they_went(reply, line, oks[:1], other)
    if checks.seconds(other)[0] > checks.BEFORE_OK_S:
        return Ruling((checks.before_ok(other, "went on"),), extras=tuple(other))
    if reply.into(line):
        return Ruling(unmeasured=sentences.BOTH_AT_ONCE)
    if said or not reply.voices:
        return Ruling(unmeasured=nothing_heard(said))
    return Ruling((checks.simple("close", Result.FAIL, "missing", "They do not know whether you heard them."),))


def _they_went(reply: Reply, line: ProspectLine, oks: list[Segment], other: list[Segment]) -> Ruling:
    """Before the close was done; what was said until then is judged all the same."""
    made = [length("ok", ok, reply.bands.ok) for ok in oks]
    made += [answer_time(ok, line.end, reply.encounter.clock_error, reply.bands.answer_time) for ok in oks]
    before = [s for s in other if not oks or s.end <= oks[0].start]
    made.append(checks.before_ok(before, "went on"))
    says = "They hung up first. That is never a fault."
    made.append(checks.simple("they_hung_up", Result.PASS, "they went first", says))
    return Ruling(tuple(made), sentences.THEY_WENT, extras=tuple(before))


def _reacted(reply: Reply, ruling: Ruling, close: Close, reaction: ProspectLine) -> Ruling:
    said = speech(reply.after(reaction))
    hung_up = reply.encounter.rep_hung_up
    if reaction.kind == Meaning.STAY:
        after = None if hung_up is None else hung_up - reaction.end
        made = checks.stayed(after, closed=bool(reply.closes_in(reply.after(reaction))))
        return replace(ruling, checks=(*ruling.checks, made), clean=sentences.STAYED)
    if close.ended_by != "they_spoke":  # the rep had spoken into the silence before
        return ruling
    they_went = reply.encounter.they_hung_up is not None
    silence = checks.silence_after(said, reaction.end, reply.until, reply.bands.silence, they_went=they_went)
    others = tuple(silence if check.name == "silence" else check for check in ruling.checks)
    return replace(ruling, checks=(*others, checks.welcome(said)), clean=sentences.THANKED)


def _vague(reply: Reply, first: ProspectLine, second: ProspectLine | None) -> Ruling:
    said = reply.after(first, second.start if second else None)
    if second is not None:
        return _asked(reply, second, checks.seconds(speech(said))[0])
    found = reply.closes_in(said)
    before = speech(s for s in said if not found or s.end <= found[0].ok.start)
    asked, _ = checks.seconds(before)
    if found and asked >= ASKED_S:
        return _asked_and_closed(reply, first, found[0], before)
    if found:
        fault = checks.simple("clarified", Result.FAIL, str(first.kind), "They had not said no.")
        return Ruling((fault,), close=measured(found[0], reply.duration, _theirs(reply, None)), pair=found[0])
    if asked >= ASKED_S:
        return Ruling(unmeasured=sentences.HUNG_UP_EARLY)
    if not reply.voices:
        return Ruling(unmeasured=nothing_heard([]))
    return Ruling((checks.simple("clarified", Result.FAIL, "not asked", "They had not said no."),))


def _asked(reply: Reply, second: ProspectLine, asked: float) -> Ruling:
    once = checks.simple("clarified", Result.PASS, "once", "They were asked what they mean, and said it.", asked)
    if second.kind == Meaning.YES:
        ruling, clean = _yes(reply, second), sentences.ASKED_THEN_WENT_ON
    else:
        ruling, clean = _no(reply, second, argued="again"), sentences.ASKED_THEN_CLOSED
    if ruling.clean is sentences.THEY_WENT:
        clean = ruling.clean
    return ruling if ruling.unmeasured else replace(ruling, checks=(*ruling.checks, once), clean=clean)


def _asked_and_closed(reply: Reply, first: ProspectLine, pair: Pair, before: list[Segment]) -> Ruling:
    """Nothing came back: after some silence, that is no yes either."""
    close = measured(pair, reply.duration, _theirs(reply, None))
    made = check_all(close, pair, reply.bands)
    awaited = before[-1].gap_to(pair.ok) >= AWAITED_S
    result, word = (Result.PASS, "once") if awaited else (Result.FAIL, "not awaited")
    clarified = checks.simple("clarified", result, word, "They were asked what they mean.", pair.ok.start - first.end)
    return Ruling((*made, clarified), sentences.ASKED_THEN_CLOSED, close, pair)


def _yes(reply: Reply, line: ProspectLine) -> Ruling:
    said = reply.after(line)
    found = reply.closes_in(said)
    hung_up = reply.encounter.rep_hung_up is not None
    if found or any(s.word is Word.FAREWELL for s in said):
        fault = checks.simple("no_close", Result.FAIL, "on a yes", "They had said yes.")
        pair = found[0] if found else None
        return Ruling((fault,), close=measured(pair, reply.duration) if pair else None, pair=pair)
    if not reply.voices:
        return Ruling(unmeasured=nothing_heard([]))
    word = "hung up" if hung_up else "only “Ok”" if said else "nothing said"
    if all(_is_ok(s) for s in speech(said)):
        return Ruling((checks.simple("no_close", Result.FAIL, word, "They had said yes."),))
    return Ruling((checks.simple("no_close", Result.PASS, "open", "The conversation goes on."),), sentences.WENT_ON)


def _is_ok(segment: Segment) -> bool:
    """Surely: “Why?” is short, too."""
    return segment.word is Word.OK and segment.beliefs is not None and segment.beliefs[0] >= SURE


def _machine(reply: Reply, line: ProspectLine) -> Ruling:
    said = reply.after(line)
    found = reply.closes_in(said)
    spoken = speech(said)
    if found and not [s for s in spoken if s.end <= found[0].ok.start]:
        fault = checks.simple("no_close", Result.FAIL, "on a machine", "Nobody hears it as an answer.")
        return Ruling((fault,), close=measured(found[0], reply.duration), pair=found[0])
    says = "A machine has not said no."
    clean = sentences.LEFT_MESSAGE if spoken else sentences.NO_MESSAGE
    return Ruling((checks.simple("no_close", Result.PASS, "open", says),), clean)


def _gatekeeper(reply: Reply, line: ProspectLine) -> Ruling:
    said = reply.after(line)
    found = reply.closes_in(said)
    left = speech(s for s in said if not found or s.end <= found[0].ok.start)
    if not reply.voices:
        return Ruling(unmeasured=nothing_heard([]))
    made = checks.message(left, closed=bool(found))
    pair = found[0] if found else None
    return Ruling((made,), sentences.PASSED_ON, measured(pair, reply.duration) if pair else None, pair)


def _nobody(reply: Reply) -> Ruling:
    found = reply.closes_in(reply.voices)
    value, _ = checks.seconds(speech(reply.voices))
    if found:
        fault = checks.simple("no_close", Result.FAIL, "on nobody", "Nobody heard it.")
        return Ruling((fault,), close=measured(found[0], reply.duration), pair=found[0])
    if value > checks.BEFORE_OK_S:
        return Ruling((checks.simple("no_close", Result.FAIL, "spoke", "Nobody heard it.", value),))
    says = "There was nobody to close with."
    return Ruling((checks.simple("no_close", Result.PASS, "nothing said", says),), sentences.NOBODY)


def _unanswered(reply: Reply) -> Ruling:
    """They had not come to an answer."""
    knows_words = reply.kinds is not None or all(voice.beliefs is not None for voice in reply.voices)
    found = reply.closes_in(reply.voices) if knows_words else []
    if found:
        fault = checks.simple("waited", Result.FAIL, "too early", "They had not answered yet.")
        return Ruling((fault,), close=measured(found[0], reply.duration), pair=found[0])
    return Ruling(unmeasured=sentences.HUNG_UP_EARLY if reply.voices else nothing_heard([]))
