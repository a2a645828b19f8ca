import pytest

from app.widgets.wording import measured, span
from coach.verdict import Check, Result


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (0.5, 2.0, "s", "0.5 – 2 s"),
        (3.0, None, "s", "3 s or more"),
        (0.0, 0.8, "s", "0.8 s or less"),
        (None, None, "s", "any"),
        (0, 0, "words", "0"),
        (None, 1.0, "st", "level or falling"),
    ],
)
def test_a_wanted_band(low, high, unit, words):
    assert span(low, high, unit) == words


@pytest.mark.parametrize(
    ("value", "error", "unit", "words"),
    [
        (0.894, 0.021, "s", "0.89 ± 0.02 s"),
        (0.894, 0.001, "s", "0.89 ± 0.01 s"),  # an error that the two decimals hide is not nothing
        (0.894, None, "s", "0.89 s"),
        (None, None, "s", "–"),
        (0, None, "words", "0 words"),
        (1, None, "words", "1 word"),
        (3.64, None, "st", "+3.6 st"),
        (-0.4, None, "st", "−0.4 st"),
    ],
)
def test_a_measured_value(value, error, unit, words):
    assert measured(Check("pause", Result.PASS, value, error, unit, None, None, "", "")) == words
