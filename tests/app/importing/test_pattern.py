"""What a file's name tells, by a pattern."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.pattern import FIELDS, BadPattern, NamePattern, Told


def at(*numbers):
    return datetime(*numbers).astimezone()


@pytest.mark.parametrize(
    ("pattern", "name", "told"),
    [
        ("{rep}_{date}", "Dana Reyes_2026-11-23", Told("Dana Reyes", at(2026, 11, 23, 12))),
        ("{rep}_{date}", "Dana_Reyes_20261123", Told("Dana_Reyes", at(2026, 11, 23, 12))),
        ("{date} {time} {rep}", "2026.11.23 14-30 Bo", Told("Bo", at(2026, 11, 23, 14, 30))),
        ("{date}T{time}", "20261123T143005", Told(None, at(2026, 11, 23, 14, 30, 5))),
        ("{rep} ({any})", "Ana (2)", Told("Ana")),
        ("call {rep}", "CALL Ana", Told("Ana")),
        ("{any}-{rep}.v{any}", "a-b-c.v2", Told("b-c")),
        ("[{rep}]+{any}", "[Ana]+x", Told("Ana")),
    ],
)
def test_a_name_that_follows_it_tells(pattern, name, told):
    assert NamePattern.compiled(pattern).read(name) == told


@pytest.mark.parametrize("name", ["Dana", "_2026-11-23", "Dana_2026-13-01", "Dana_2026-02-30", "Dana_2026-11-23 x", ""])
def test_a_name_that_does_not_tells_nothing(name):
    assert NamePattern.compiled("{rep}_{date}").read(name) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{who}", "{who} stands for nothing"),
        ("{rep}{any}", "something that parts them"),
        ("{rep}_{rep}", "{rep} is in it twice"),
        ("{rep", "a brace in it is open"),
        ("rep}", "a brace in it is open"),
        ("{}", "stands for nothing"),
        ("{{rep}}", "a brace in it is open"),
        ("recording", "neither who spoke nor when"),
        ("", "neither who spoke nor when"),
        ("{rep} {time}", "a {time} needs its {date}"),
    ],
)
def test_a_pattern_that_cannot_be_is_told(pattern, why):
    with pytest.raises(BadPattern) as error:
        NamePattern.compiled(pattern)
    assert why in str(error.value)
    assert "Nothing was imported" in str(error.value)


@given(st.text(max_size=20), st.text(max_size=40))
def test_whatever_is_written_it_is_a_pattern_or_a_sentence(pattern, name):
    try:
        told = NamePattern.compiled(pattern).read(name)
    except BadPattern:
        return
    assert told is None or isinstance(told, Told)


@given(st.lists(st.sampled_from([*FIELDS, "_", " - ", "x"]), max_size=6), st.text("ab_-0123456789 ", max_size=30))
def test_fields_in_any_order(parts, name):
    pattern = "".join(f"{{{part}}}" if part in FIELDS else part for part in parts)
    try:
        told = NamePattern.compiled(pattern).read(name)
    except BadPattern:
        return
    assert told is None or told.rep is None or told.rep in name
