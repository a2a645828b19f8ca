"""News comes through at once, the mere passing of time at a rate the eye can follow."""

from app.pace import EVERY_S, Pace
from coach.stage import Part, Stage


def shown(pace, stages):
    return [stage for stage in stages if pace.due(stage)]


def test_time_alone_comes_through_17_times_a_second():
    stages = [Stage(Part.PAUSE, now=n * 0.02, pause=n * 0.02) for n in range(50)]
    assert len(shown(Pace(), stages)) == round(1 / EVERY_S)


def test_news_is_never_held_back():
    stages = [Stage(now=0.0), Stage(now=0.02, speaking=True, since=0.01), Stage(Part.PAUSE, now=0.04), Stage(now=0.05)]
    assert shown(Pace(), stages) == stages


def test_bars_are_kept_and_given_once():
    pace = Pace()
    pace.draw(7, (0.1,))
    pace.draw(8, (0.2, 0.3))
    assert pace.bars() == (7, (0.1, 0.2, 0.3))
    assert pace.bars() is None
    pace.draw(10, (0.4,))
    assert pace.bars() == (10, (0.4,))
