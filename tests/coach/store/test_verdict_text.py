import json

from hypothesis import given
from hypothesis import strategies as st
from sample_takes import verdict

from coach.store.verdict_text import from_text, to_text
from coach.verdict import Result, Verdict


@given(st.from_type(Verdict))
def test_any_verdict_survives(any_verdict):
    back = from_text(to_text(any_verdict), any_verdict.duration)
    assert repr(back) == repr(any_verdict)  # equal in everything, NaN included


@given(st.from_type(Verdict))
def test_the_text_is_json_by_the_letter(any_verdict):
    def refuse(word):
        raise AssertionError(word)

    json.loads(to_text(any_verdict), parse_constant=refuse)


def test_a_field_of_a_newer_version_does_no_harm():
    newer = json.loads(to_text(verdict())) | {"pitch": 3}
    assert from_text(json.dumps(newer), 7.4) == verdict()


def test_a_verdict_of_an_older_version_had_no_prospect():
    older = {key: value for key, value in json.loads(to_text(verdict())).items() if key not in {"prospect", "drill"}}
    assert from_text(json.dumps(older), 7.4) == verdict()


def test_what_cannot_be_read_is_not_measured_and_says_why():
    broken = from_text('{"result": "pass"', 7.4)
    assert broken.result is Result.NOT_MEASURED
    assert broken.duration == 7.4
    assert "damaged" in broken.reason
