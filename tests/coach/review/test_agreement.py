"""Cohen's kappa by its definition, and what is counted for it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.review.agreement import Both, agreements, kappa
from coach.review.review import WHOLE
from coach.verdict import Result

P, F, U, N = Result.PASS, Result.FAIL, Result.UNSURE, Result.NOT_MEASURED


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # 50 grant proposals, two readers: 0.7 observed, 0.5 by chance.
        ({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}, 0.4),
        # The same 60 of 100 agreed on, with other shares of each answer: (0.6 - 0.54) / 0.46, (0.6 - 0.46) / 0.54.
        ({("y", "y"): 45, ("y", "n"): 15, ("n", "y"): 25, ("n", "n"): 15}, 6 / 46),
        ({("y", "y"): 25, ("y", "n"): 35, ("n", "y"): 5, ("n", "n"): 35}, 14 / 54),
        # Three answers: 0.9 observed; by chance 0.5 * 0.4 + 0.3 * 0.4 + 0.2 * 0.2 = 0.36.
        ({(1, 1): 4, (1, 2): 1, (2, 2): 3, (3, 3): 2}, (0.9 - 0.36) / 0.64),
        ({("y", "y"): 3, ("n", "n"): 2}, 1.0),
        ({("y", "n"): 3, ("n", "y"): 3}, -1.0),
        ({("y", "y"): 1, ("y", "n"): 1, ("n", "y"): 1, ("n", "n"): 1}, 0.0),
        ({("y", "y"): 9, ("y", "n"): 1}, 0.0),
        ({("y", "y"): 7}, None),
        ({("y", "n"): 7}, 0.0),
        ({}, None),
    ],
)  # fmt: skip
def test_by_hand(table, expected):
    found = kappa(table)
    assert found is expected if expected is None else found == pytest.approx(expected, abs=1e-12)


tables = st.dictionaries(st.tuples(st.sampled_from("pfun"), st.sampled_from("pfun")), st.integers(0, 10**6))


@given(tables)
def test_it_is_what_its_definition_says(table):
    count = sum(table.values())
    answers = {answer for pair in table for answer in pair}
    if count:
        share = lambda pick: Fraction(sum(n for pair, n in table.items() if pick(pair)), count)  # noqa: E731
        po = share(lambda pair: pair[0] == pair[1])
        pe = sum(share(lambda pair, a=a: pair[0] == a) * share(lambda pair, a=a: pair[1] == a) for a in answers)
    if not count or pe == 1:
        assert kappa(table) is None
    else:
        assert kappa(table) == pytest.approx(float((po - pe) / (1 - pe)), abs=1e-12)


@given(tables, st.integers(1, 9), st.permutations("pfun"))
def test_neither_who_is_asked_first_nor_the_names_nor_the_number_of_times_matter(table, times, names):
    found = kappa(table)
    other = dict(zip("pfun", names, strict=True))
    assert kappa({(b, a): n for (a, b), n in table.items()}) == found
    assert kappa({(other[a], other[b]): n for (a, b), n in table.items()}) == found
    assert kappa({pair: n * times for pair, n in table.items()}) == pytest.approx(found, abs=1e-12)


@given(tables)
def test_it_is_never_more_than_one_and_that_only_where_all_agree(table):
    found = kappa(table)
    if found is not None:
        differ = any(n for (a, b), n in table.items() if a != b)
        assert -1 <= found <= 1
        assert (found == 1) == (not differ)


def test_it_is_counted_check_by_check():
    said = [
        *(Both(f"take{n}", "pause", P, P) for n in range(4)),
        *(Both(f"take{n}", "pause", F, F) for n in range(4, 8)),
        Both("take8", "pause", P, F),
        Both("take9", "pause", U, P),
        Both("take10", "pause", N, F),
        Both("take11", "pause", U, U),
        Both("take8", WHOLE, P, F),
        Both("take8", "welcome", P, P),
        Both("take8", "ok", P, P),
    ]
    pause, ok, welcome, whole = agreements(said)
    assert [one.check for one in (pause, ok, welcome, whole)] == ["pause", "ok", "welcome", WHOLE]
    assert (pause.judged, pause.disagreed, pause.settled) == (9, ("take8",), ("take9", "take10"))
    # 8 of 9 the same; 5/9 * 4/9 + 4/9 * 5/9 by chance.
    assert pause.kappa == pytest.approx((8 / 9 - 40 / 81) / (1 - 40 / 81))
    assert (ok.judged, ok.kappa) == (1, None)
    assert (whole.judged, whole.disagreed, whole.kappa) == (1, ("take8",), 0.0)
    assert agreements([]) == ()
    assert Counter(one.kappa is None for one in (ok, welcome)) == {True: 2}
