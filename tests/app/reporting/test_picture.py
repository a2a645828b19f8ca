"""The timeline as a drawing."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from sample_takes import NOON, verdict

from app.reporting.picture import WIDTH, picture
from app.said import Peaks
from audio.segment import Segment
from coach.review.review import Comment
from coach.verdict import Kind, ProspectLine, Utterance

PEAKS = Peaks(0.0, 0.02, (0.01,) * 370)


def test_it_has_the_words_the_gaps_and_the_seconds():
    drawn = picture(verdict(), PEAKS)
    assert [word.name for word in drawn.words] == ["Ok", "Good-bye"]
    assert [(gap.name, gap.colour) for gap in drawn.gaps] == [("✓ 0.80 s", "accent"), ("– 4.50 s", "soft")]
    assert [tick.name for tick in drawn.axis] == ["0 s", "1 s", "2 s", "3 s", "4 s", "5 s", "6 s", "7 s"]
    assert set(drawn.bars) == {"accent", "noise"}


def test_of_a_long_take_the_close_is_shown_and_what_was_commented_on():
    late = replace(verdict(), duration=300.0)
    assert len(picture(late, PEAKS).axis) < 10
    comments = [Comment("c", "take1", 200.0, "Here.", "Kim", NOON)]
    assert picture(late, PEAKS, comments).axis[-1].name == "180 s"


def test_the_prospects_words_are_shown_too():
    drilled = replace(verdict(), prospect=(ProspectLine(0.1, 0.8, "no", "No."), ProspectLine(7, 7, "hung_up", "")))
    assert [word.name for word in picture(drilled, PEAKS).words] == ["prospect", "Ok", "Good-bye"]


moments = st.floats(0, 40)
segments = st.builds(lambda start, length: Segment(start, start + length), moments, st.floats(0, 3))
said = st.lists(st.builds(Utterance, segments, st.sampled_from(Kind)), max_size=12)
comments = st.lists(
    st.builds(lambda at, until: Comment("c", "t", at, "", "Kim", NOON, until=until), moments, st.none() | moments)
)


@given(said, comments, st.floats(0, 40), st.lists(st.floats(0, 1), max_size=60))
def test_whatever_was_said_it_stays_inside_and_no_name_covers_another(utterances, notes, duration, peaks):
    given_ = replace(verdict(), utterances=tuple(utterances), duration=duration)
    drawn = picture(given_, Peaks(0.0, 0.02, tuple(peaks)), notes)
    boxes = (*drawn.words, *drawn.gaps, *drawn.pins, *drawn.axis)
    assert all(0 <= box.x <= WIDTH and box.width >= 0 and box.x + box.width <= WIDTH + 0.2 for box in boxes)
    names = [(box.at - len(box.name) * 3.3, box.at + len(box.name) * 3.3) for box in drawn.words if box.name]
    assert all(end <= start for (_, end), (start, _) in pairwise(names))
