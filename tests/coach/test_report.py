from __future__ import annotations

import json
import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audio.segment import Segment, Tone
from coach.report import as_json, error_as_json
from coach.verdict import Check, Close, Kind, OfferReading, ProspectLine, Result, Utterance, Verdict

number = st.floats() | st.integers(-10, 10).map(float)
maybe = st.none() | number
text = st.text(max_size=20)
segments = st.builds(Segment, number, number, number, number, maybe, number)
closes = st.builds(Close, segments, segments, number, number, number, number, text, st.booleans())
checks = st.builds(Check, text, st.sampled_from(Result), maybe, maybe, text, maybe, maybe, text, text)
verdicts = st.builds(
    Verdict,
    st.sampled_from(Result),
    text,
    text,
    st.lists(checks, max_size=3).map(tuple),
    st.none() | closes,
    st.lists(closes, max_size=3).map(tuple),
    st.lists(st.builds(Utterance, segments, st.sampled_from(Kind)), max_size=3).map(tuple),
    number,
    number,
    maybe,
    st.none() | text,
    st.none() | text,
    st.lists(st.builds(ProspectLine, number, number, text, text), max_size=3).map(tuple),
    st.none() | st.builds(OfferReading, number, number, st.integers(0, 99), maybe, maybe, st.booleans()),
)

OK = Segment(1.02, 1.31, level_dbfs=-19.23, tone=Tone((180.0, 190.0, 200.0, 210.0, 220.0), 0.24, -2.345))
FAREWELL = Segment(2.11, 2.65)
CLOSE = Close(OK, FAREWELL, 0.80000001, 0.01234567, 4.78, 0.02, "end")
PAUSE = Check("pause", Result.PASS, 0.8, 0.012, "s", 0.5, 2.0, "clear", "Two separate statements.")
VERDICT = Verdict(
    Result.PASS,
    "A clean close.",
    "Keep it just so.",
    (PAUSE,),
    CLOSE,
    (CLOSE,),
    (Utterance(OK, Kind.OK), Utterance(FAREWELL, Kind.FAREWELL)),
    7.43,
    -61.23,
    34.04,
    middle_hz=100.0,
)


def test_the_line_of_the_contract():
    assert as_json(VERDICT, path="take.wav", sample_rate_hz=16_000) == {
        "path": "take.wav",
        "duration_s": 7.43,
        "sample_rate_hz": 16_000,
        "noise_dbfs": -61.2,
        "snr_db": 34.0,
        "speech": [
            {"start_s": 1.02, "end_s": 1.31, "kind": "ok", "text": None},
            {"start_s": 2.11, "end_s": 2.65, "kind": "farewell", "text": None},
        ],
        "voice_hz": 100.0,
        "close": {
            "ok": {
                "start_s": 1.02,
                "end_s": 1.31,
                "length_s": 0.29,
                "level_dbfs": -19.2,
                "f0_hz": 200.0,
                "f0_st": 12.0,
                "slope_st": -2.35,
            },
            "farewell": {
                "start_s": 2.11,
                "end_s": 2.65,
                "length_s": 0.54,
                "level_dbfs": None,
                "f0_hz": None,
                "f0_st": None,
                "slope_st": None,
            },
            "pause_s": 0.8,
            "pause_error_s": 0.0123,
            "silence_s": 4.78,
            "silence_error_s": 0.02,
            "ended_by": "end",
            "together": False,
        },
        "checks": [
            {
                "name": "pause",
                "value": 0.8,
                "error": 0.012,
                "unit": "s",
                "low": 0.5,
                "high": 2.0,
                "result": "pass",
                "says": "Two separate statements.",
            }
        ],
        "verdict": "pass",
        "headline": "A clean close.",
        "advice": "Keep it just so.",
    }


def test_what_only_some_recordings_have():
    twice = Verdict(
        Result.NOT_MEASURED, "", "", (), CLOSE, (CLOSE, CLOSE), (), 9.0, math.nan, None, "Some sound was lost."
    )
    line = as_json(twice, path="x", sample_rate_hz=8_000, note="x is cut short.")
    assert len(line["closes"]) == 2
    assert line["closes"][-1] == line["close"]
    assert line["reason"] == "Some sound was lost."
    assert line["note"] == "x is cut short."
    assert line["snr_db"] is None
    assert line["noise_dbfs"] is None


def test_a_recording_without_a_close_says_so_with_null():
    none = Verdict(Result.NOT_MEASURED, "", "", (), None, (), (), 3.0, -60.0, None, "No voice was heard.")
    line = as_json(none, path="x", sample_rate_hz=8_000)
    assert (line["close"], line["checks"], line["speech"], line["verdict"]) == (None, [], [], "not_measured")
    assert "closes" not in line


@given(verdicts, text)
def test_every_verdict_is_strict_json_with_each_key_of_the_contract(verdict, path):
    line = json.loads(json.dumps(as_json(verdict, path=path, sample_rate_hz=48_000), allow_nan=False))
    assert line["path"] == path
    assert {"duration_s", "noise_dbfs", "snr_db", "speech", "close", "checks", "verdict"} <= set(line)
    assert ("closes" in line) == (len(verdict.closes) > 1)
    assert ("reason" in line) == (verdict.reason is not None)
    assert line["verdict"] == verdict.result
    if math.isfinite(verdict.duration):
        assert math.isclose(line["duration_s"], verdict.duration, abs_tol=5.1e-5)


def test_zero_has_no_sign():
    flat = Verdict(Result.NOT_MEASURED, "", "", (), None, (), (), -0.0, -0.01, -0.04, None)
    assert "-0.0" not in json.dumps(as_json(flat, path="x", sample_rate_hz=8_000))


def test_the_line_for_what_cannot_be_used():
    line = error_as_json(path="x.wav", kind="unreadable", says="x.wav is not a sound file this program can read: why.")
    assert line == {
        "path": "x.wav",
        "error": {"kind": "unreadable", "says": "x.wav is not a sound file this program can read: why."},
    }


def test_a_rehearsed_take_has_its_drill_and_the_prospect():
    lines = (ProspectLine(0.5, 1.12345678, "no", "No."),)
    reading = OfferReading(2.0, 14.0, 36, 180.0, 0.9)
    line = as_json(replace(VERDICT, drill="busy", prospect=lines, offer=reading), path="x.flac", sample_rate_hz=16_000)
    assert line["drill"] == "busy"
    assert line["prospect"] == [{"start_s": 0.5, "end_s": 1.1235, "kind": "no", "text": "No."}]
    assert line["offer"] == {
        "start_s": 2.0,
        "end_s": 14.0,
        "words": 36,
        "words_per_minute": 180.0,
        "waited_s": 0.9,
        "spoke_again": False,
    }
    assert "drill" not in as_json(VERDICT, path="x.flac", sample_rate_hz=16_000)
