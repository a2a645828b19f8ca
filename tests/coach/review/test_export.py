"""Takes with the trainer's word, read back by programs that did not write them."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from label_readers import read_audacity, read_rttm, read_textgrid
from sample_takes import NOON, take, verdict

from coach.bands import Bands
from coach.review.export import TAKE_COLUMNS, take_labels, take_rttm, take_table, take_textgrid
from coach.review.rejudging import rejudged
from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.review.reviewed import Reviewed
from coach.verdict import Kind, Result

MACHINE = verdict()


def moved():
    """The trainer heard "Ok" end 100 ms later."""
    ok, farewell = MACHINE.utterances
    return (replace(ok, segment=replace(ok.segment, end=1.4)), farewell)


@pytest.fixture
def reviewed():
    review = Review("take1", "Kim", NOON, moved(), (Opinion("pause", Result.FAIL, "=Too quick"),))
    comments = (
        Comment("c1", "take1", 1.5, 'Count\tto "one".\nThen speak.', "Kim", NOON),
        Comment("c2", "take1", 3.0, "", "Ana", NOON, until=4.0, sound="2026/11/c2.flac"),
    )
    by_hand = rejudged(MACHINE, moved(), Bands())
    return Reviewed(take(1), review, comments, by_hand, {"pause": Result.FAIL, WHOLE: Result.FAIL})


def near(labels):
    return [(pytest.approx(start, abs=2e-3), pytest.approx(end, abs=2e-3), text) for start, end, text in labels]


def test_praat_reads_both_ways_of_hearing_it_and_the_comments(reviewed, tmp_path):
    tiers = read_textgrid(take_textgrid(reviewed), tmp_path)
    assert list(tiers) == ["speech", "gaps", "trainer", "trainer gaps", "comments"]
    assert tiers["speech"] == near([(1.0, 1.3, "ok"), (2.1, 2.7, "farewell")])
    assert tiers["trainer"] == near([(1.0, 1.4, "ok"), (2.1, 2.7, "farewell")])
    assert tiers["trainer gaps"][0] == near([(1.4, 2.1, "pause")])[0]
    assert tiers["comments"] == near([(1.5, 1.5, 'Kim: Count to "one". Then speak.'), (3.0, 3.0, "Ana: spoken")])


def test_audacity_reads_the_words_that_count_and_the_comments(reviewed):
    assert read_audacity(take_labels(reviewed)) == near(
        [
            (1.0, 1.4, "ok"),
            (1.4, 2.1, "pause"),
            (1.5, 1.5, 'Kim: Count to "one". Then speak.'),
            (2.1, 2.7, "farewell"),
            (2.7, 7.4, "silence"),
            (3.0, 4.0, "Ana: spoken"),
        ]
    )


def test_rttm_has_the_words_that_count(reviewed):
    assert read_rttm(take_rttm(reviewed)) == near([(1.0, 1.4, "rep"), (2.1, 2.7, "rep")])


def test_a_table_has_both_words_on_it(reviewed):
    rows = list(csv.DictReader(io.StringIO(take_table([reviewed, Reviewed(take(2, rep="=1+1"))]))))
    assert tuple(rows[0]) == TAKE_COLUMNS
    first, second = rows
    assert (first["take"], first["rep"], first["verdict"], first["pause_s"]) == ("take1", "Ana", "pass", "0.8000")
    assert (first["trainer"], first["trainer_verdict"], first["trainer_pause_s"]) == ("Kim", "fail", "0.7000")
    assert (first["overruled"], first["comments"]) == ("pause: fail (=Too quick)", "2")
    assert (second["rep"], second["trainer"], second["trainer_verdict"], second["comments"]) == ("'=1+1", "", "", "0")


def test_without_a_trainer_it_is_what_the_machine_heard(tmp_path):
    plain = Reviewed(take(1))
    assert list(read_textgrid(take_textgrid(plain), tmp_path)) == ["speech", "gaps"]
    assert len(read_audacity(take_labels(plain))) == 4


moments = st.floats(0, 8)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from('\t\n"\\'), max_size=12)
comments = st.lists(
    st.builds(lambda at, text: Comment("c", "take1", at, text, "Kim", NOON), moments, texts), max_size=5
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(comments, st.sampled_from(Kind))
def test_whatever_was_said_of_it_each_program_reads_it(tmp_path, said, kind):
    words = tuple(replace(word, kind=kind) for word in moved())
    of = Reviewed(take(1), None, tuple(said), rejudged(MACHINE, words, Bands()))
    assert "speech" in read_textgrid(take_textgrid(of), tmp_path)
    assert len(read_audacity(take_labels(of))) >= len(said)
    assert len(read_rttm(take_rttm(of))) == 2
