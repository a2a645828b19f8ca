"""Other bands on past verdicts say what they would have said then."""

from __future__ import annotations

from drawn_words import plain, spoken
from hypothesis import given, settings
from hypothesis import strategies as st
from lanes import CLOSED, take

from coach.bands import Band, Bands
from coach.review.what_if import Change, gather, past, what_if
from coach.verdict import Result

PASS, FAIL, UNSURE = Result.PASS, Result.FAIL, Result.UNSURE


def closes(*pauses):
    verdicts = [plain(spoken("o", 1.0, 1.3), spoken("f", 1.3 + pause, 1.9 + pause)) for pause in pauses]
    return [past(f"take{n}", verdict) for n, verdict in enumerate(verdicts)]


def test_a_narrower_pause_changes_some_verdicts():
    found = what_if(closes(0.6, 0.8, 1.8, 2.5, 0.705), Bands(pause=Band(low=0.7, high=1.6)))
    assert found.takes == 5
    assert found.changes == (
        Change("take0", PASS, FAIL),
        Change("take2", PASS, FAIL),
        Change("take4", PASS, UNSURE),
    )
    assert (found.to(FAIL), found.to(PASS)) == (2, 0)


def test_a_wider_one_lets_some_pass():
    found = what_if(closes(0.3, 2.5), Bands(pause=Band(low=0.2, high=3.0)))
    assert found.to(PASS) == 2


def test_what_they_ended_is_never_too_short():
    verdict = take(f"{CLOSED} 40", them=f"{len('......oooo.........ffffff') + 20} #")
    assert (verdict.close.ended_by, verdict.result) == ("they_hung_up", PASS)
    assert not what_if([past("take0", verdict)], Bands(silence=Band(low=6.0))).changes


def test_what_was_not_measured_stays_so():
    assert not what_if([past("take0", plain())], Bands(pause=Band(low=5.0))).changes


def test_reading_them_tells_how_far_it_is_and_stops_when_it_is_told_to():
    pasts = closes(*[0.8] * 250)
    told = []
    assert gather(pasts, lambda count: told.append(count) or True) == tuple(pasts)
    assert told == [100, 200]
    assert gather(pasts, lambda count: count < 200) is None


bands = st.builds(
    Bands,
    **{
        name: st.tuples(st.floats(0, 4), st.none() | st.floats(0.1, 4)).map(
            lambda ends: Band(low=ends[0], high=None if ends[1] is None else ends[0] + ends[1])
        )
        for name in ("pause", "silence", "answer_time", "ok", "farewell")
    },
)
gaps = st.sampled_from([1, 4, 5, 6, 9, 13, 20, 28])


reactions = st.sampled_from(["", "20 #", "45 tttttttt 12 #", "40 ssssssss"])


@settings(deadline=None)
@given(bands, gaps, gaps, st.sampled_from([1, 3, 4, 8, 12]), reactions)
def test_it_is_what_the_judge_would_have_said_with_them(other, before, pause, ok, them):
    after = f"{before} {'o' * ok} {pause} ffffff 40"
    then, now = take(after, them=them), take(after, them=them, bands=other)
    assert what_if([past("t", then)], other).changes == (
        () if then.result is now.result else (Change("t", then.result, now.result),)
    )


@given(bands, st.floats(0.0, 3.0), st.floats(0.1, 1.5), st.floats(0.2, 9.0), st.booleans())
def test_nor_does_it_matter_whether_it_was_a_drill(other, pause, ok, silence, speaks_again):
    farewell = 1.0 + ok + pause
    said = [spoken("o", 1.0, 1.0 + ok), spoken("f", farewell, farewell + 0.5)]
    if speaks_again:
        said.append(spoken("x", farewell + 0.5 + silence, farewell + 1.0 + silence))
    length = farewell + 2.0 + silence
    then, now = plain(*said, duration=length), plain(*said, duration=length, bands=other)
    changed = {change.would for change in what_if([past("t", then)], other).changes}
    assert changed == (set() if then.result is now.result else {now.result})
