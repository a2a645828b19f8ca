from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audio.segment import Segment
from coach.export import COLUMNS, audacity, rttm, table, textgrid
from coach.verdict import Close, Kind, ProspectLine, Result, Utterance, Verdict

BEFORE, OK, FAREWELL, MORE = Segment(0.2, 0.5), Segment(1.0, 1.3), Segment(2.1, 2.6), Segment(4.0, 4.5)
CLOSE = Close(OK, FAREWELL, 0.8, 0.01, 1.4, 0.02, "speech")
SAID = (
    Utterance(BEFORE, Kind.OTHER),
    Utterance(OK, Kind.OK),
    Utterance(FAREWELL, Kind.FAREWELL),
    Utterance(MORE, Kind.EXTRA),
)


def verdict(close: Close | None = CLOSE, said: tuple[Utterance, ...] = SAID, duration: float = 5.0) -> Verdict:
    closes = () if close is None else (close,)
    return Verdict(Result.FAIL, "=You said more", "", (), close, closes, said, duration, -61.23, 34.04)


def intervals(text: str) -> list[list[tuple[float, float, str]]]:
    """Each tier's intervals as Praat would read them."""
    tiers = re.split(r'class = "IntervalTier"', text)[1:]
    rows = [re.findall(r'xmin = ([\d.]+)\s+xmax = ([\d.]+)\s+text = "(.*)"', tier) for tier in tiers]
    counts = [int(count) for count in re.findall(r"intervals: size = (\d+)", text)]
    assert counts == [len(tier) for tier in rows]
    return [[(float(start), float(end), label) for start, end, label in tier] for tier in rows]


def test_a_textgrid_has_what_was_said_and_the_gaps():
    speech, gaps = intervals(textgrid(verdict()))
    assert [row for row in speech if row[2]] == [
        (0.2, 0.5, "other"),
        (1.0, 1.3, "ok"),
        (2.1, 2.6, "farewell"),
        (4.0, 4.5, "extra"),
    ]
    assert [row for row in gaps if row[2]] == [(1.3, 2.1, "pause"), (2.6, 4.0, "silence")]


times = st.floats(0, 10)
segments = st.builds(lambda start, length: Segment(start, start + length), times, st.floats(0, 3))


@given(st.lists(segments, max_size=6), times)
def test_a_tier_is_filled_from_start_to_end_whatever_was_heard(said, duration):
    said_ = tuple(Utterance(segment, Kind.EXTRA) for segment in said)
    for tier in intervals(textgrid(verdict(None, said_, duration))):
        ends = [0.0, *(end for _, end, _ in tier)]
        assert all(start <= end for start, end, _ in tier)
        assert [start for start, _, _ in tier] == ends[:-1]
        assert ends[-1] == round(duration, 6)


def test_audacity_labels():
    assert audacity(verdict()) == (
        "0.200000\t0.500000\tother\n"
        "1.000000\t1.300000\tok\n"
        "1.300000\t2.100000\tpause\n"
        "2.100000\t2.600000\tfarewell\n"
        "2.600000\t4.000000\tsilence\n"
        "4.000000\t4.500000\textra\n"
    )


def test_rttm():
    rows = [line.split(" ") for line in rttm(SAID, "my first take").splitlines()]
    assert {len(row) for row in rows} == {10}
    assert [(row[1], row[3], row[4], row[7]) for row in rows] == [
        ("my_first_take", "0.200", "0.300", "other"),
        ("my_first_take", "1.000", "0.300", "rep"),
        ("my_first_take", "2.100", "0.500", "rep"),
        ("my_first_take", "4.000", "0.500", "rep"),
    ]


def test_a_table_is_safe_to_open():
    rows = list(
        csv.DictReader(io.StringIO(table([("=cmd|'/c calc'!A1.wav", verdict()), ("a,b\n.wav", verdict(None))])))
    )
    assert rows[0]["recording"] == "'=cmd|'/c calc'!A1.wav"
    assert rows[0]["headline"] == "'=You said more"
    assert (rows[0]["pause_s"], rows[0]["silence_s"], rows[0]["ok_s"]) == ("0.8000", "1.4000", "0.3000")
    assert (rows[0]["noise_dbfs"], rows[0]["snr_db"]) == ("-61.2", "34.0")
    assert rows[1]["recording"] == "a,b\n.wav"
    assert rows[1]["pause_s"] == ""
    assert tuple(rows[0]) == COLUMNS


def test_nothing_heard_is_nothing_written():
    silent = verdict(None, (), 0.0)
    assert audacity(silent) == rttm((), "x") == ""
    assert intervals(textgrid(silent)) == [[], []]


def test_the_prospect_has_a_tier():
    lines = (ProspectLine(0.5, 1.5, "no", 'We said "no".'), ProspectLine(3.0, 3.0, "hung_up", ""))
    grid = textgrid(replace(verdict(), prospect=lines))
    assert "size = 3" in grid
    assert 'name = "prospect"' in grid
    assert 'text = "We said ""no""."' in grid
    assert 'name = "prospect"' not in textgrid(verdict())
