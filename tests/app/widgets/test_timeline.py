from dataclasses import replace

import pytest
import staged

from app.widgets.timeline import Timeline, brackets


@pytest.fixture
def timeline(theme, show):
    return show(Timeline(theme), 800, 200)


def test_the_gaps_are_brackets_with_times_and_marks():
    pause, silence = brackets(staged.FAILED)
    assert (pause.start, pause.end, pause.words, pause.tone) == (2.93, 3.82, "✓ 0.89 s", "accent")
    assert (silence.start, silence.words, silence.tone) == (4.38, "✗ 1.48 s", "wrong")
    assert silence.end == pytest.approx(5.86)


def test_without_a_close_there_is_no_bracket(timeline):
    assert brackets(staged.NOT_MEASURED) == ()
    timeline.show_verdict(staged.NOT_MEASURED, staged.peaks(4.6, staged.OK))
    assert timeline.accessibleName() == "Timeline. No close was heard."


def test_who_spoke_again_did_not_hang_up(timeline):
    spoken = replace(staged.FAILED, close=replace(staged.FAILED.close, ended_by="speech"))
    timeline.show_verdict(spoken, staged.peaks(6.0))
    assert timeline.accessibleName().endswith("then you spoke again.")


def test_a_short_take_is_shown_whole(timeline):
    timeline.show_verdict(staged.FAILED, staged.ended(staged.FAILED).peaks)
    assert timeline._ruler().start == 0.0
    assert timeline._ruler().x(staged.FAILED.duration) < timeline.width()


def test_a_long_take_is_shown_around_its_close(timeline):
    close = staged.FAILED.close
    ok, farewell = (replace(s, start=s.start + 100, end=s.end + 100) for s in (close.ok, close.farewell))
    later = replace(staged.FAILED, close=replace(close, ok=ok, farewell=farewell), duration=300.0)
    timeline.show_verdict(later, staged.peaks(300.0))
    ruler = timeline._ruler()
    assert 95 < ruler.start < ok.start
    assert farewell.end + close.silence < ruler.end < 120


def test_the_cursor_paints_two_stripes(timeline, repaints):
    timeline.show_verdict(staged.FAILED, staged.ended(staged.FAILED).peaks)
    timeline.show_cursor(1.0)
    asked = repaints(timeline)
    timeline.show_cursor(1.1)
    assert [area.width() for area in asked] == [8, 8]
    timeline.show_cursor(None)
    assert len(asked) == 3
