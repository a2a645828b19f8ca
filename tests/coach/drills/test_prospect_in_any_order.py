"""Whatever is told and heard, in whatever order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from told import line

from audio.segment import (
    Segment,
    SegmentHeard,
    SoundEnded,
    SoundLost,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
    SpeechWithdrawn,
    TimePassed,
)
from coach.drills.drill import HangsUp
from coach.drills.events import (
    LineBegan,
    LineEnded,
    LineFailed,
    OfferDone,
    Over,
    Play,
    RepHungUp,
    Say,
)
from coach.drills.line import Meaning
from coach.drills.prospect import Prospect
from coach.drills.scene import Scene

scenes = st.builds(
    Scene,
    drill=st.just("any"),
    picks_up=st.booleans(),
    hello=st.none() | st.just(line(Meaning.HELLO)),
    hello_again=st.none() | st.just(line(Meaning.HELLO)),
    answer=st.none() | st.sampled_from([*map(line, Meaning)]),
    second=st.none() | st.sampled_from([*map(line, Meaning)]),
    reaction=st.none() | st.sampled_from([line(Meaning.STAY), line(Meaning.THANKS)]),
    bye=st.none() | st.just(line(Meaning.BYE)),
    answers_after=st.floats(0, 8),
    cuts_in_after=st.none() | st.floats(0, 8),
    reaction_after=st.floats(0, 8),
    hangs_up=st.sampled_from(HangsUp),
    hangs_up_after=st.floats(0, 8),
)
moments = st.none() | st.floats(0, 400)
told = st.one_of(
    st.builds(LineBegan, moments),
    st.builds(LineEnded, moments),
    st.builds(OfferDone, moments),
    st.builds(RepHungUp, moments),
    st.just(LineFailed("Gone.")),
)
at = st.floats(0, 400)
heard = st.one_of(
    st.builds(SpeechStarted, at),
    st.builds(SpeechPaused, at),
    st.builds(SpeechResumed, at),
    st.builds(SpeechWithdrawn, at),
    st.builds(SoundLost, at),
    st.builds(
        lambda start, length: SegmentHeard(Segment(start, start + length, level_dbfs=-20.0)), at, st.floats(0, 5)
    ),
    st.floats(0.01, 30.0),  # so much time passes
)


@given(scenes, st.lists(heard | told, max_size=60))
def test_whatever_happens_it_never_fails_speaks_in_turn_and_ends(scene, happening):
    prospect, now, asked_with, over = Prospect(scene), 0.0, -1, 0
    for happened in [*happening, *[4.0] * 60, "end"]:
        if isinstance(happened, LineBegan | LineEnded | OfferDone | RepHungUp | LineFailed):
            prospect.tell(happened)
            continue
        now += happened if isinstance(happened, float) else 0.0
        event = TimePassed(now, -60.0, -65.0) if isinstance(happened, float) else happened
        act = prospect.hear(SoundEnded(now, -60.0) if event == "end" else event)
        assert not (over and act), "nothing is asked after the end"
        if isinstance(act, Say | Play):
            assert len(prospect.encounter.lines) > asked_with, "two lines at once"
            asked_with = len(prospect.encounter.lines)
        over += isinstance(act, Over)
    assert over == 1
    lines = prospect.encounter.lines
    assert all(line.start <= line.end for line in lines)
    assert all(first.end <= second.start for first, second in pairwise(lines))
