"""Posteriors are drawn: one sign for every 10 ms, `.` nothing, `o` ok, `f` farewell, `x` other speech."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.ear.decode import pieces
from audio.ear.network import CLASSES, FAREWELL, OK, OTHER
from audio.frames import FRAME

SIGNS = ".ofx"


def posteriors(drawing, sure=0.94):
    rows = np.full((len(drawing), CLASSES), (1 - sure) / 3, np.float32)
    for frame, sign in enumerate(drawing):
        rows[frame, SIGNS.index(sign)] = sure
    return rows


def sound(drawing, noise_dbfs=-80.0, level_dbfs=-20.0):
    """Noise that is loud wherever something is drawn."""
    rng = np.random.default_rng(1)
    gain = np.repeat([10 ** (level_dbfs / 20) if sign != "." else 0.0 for sign in drawing], FRAME)
    white = rng.standard_normal(len(drawing) * FRAME)
    return (white * gain + rng.standard_normal(len(white)) * 10 ** (noise_dbfs / 20)).astype(np.float32)


def heard(drawing, noise_dbfs=-80.0):
    return pieces(posteriors(drawing), sound(drawing, noise_dbfs))


def names(drawing):
    return [piece.name for piece in heard(drawing)]


def test_ok_pause_good_bye():
    found = heard("." * 30 + "o" * 40 + "." * 60 + "f" * 60 + "." * 40)
    assert [piece.name for piece in found] == [OK, FAREWELL]
    ok, farewell = found
    assert farewell.start.at - ok.end.at == pytest.approx(0.60, abs=0.016)
    assert (ok.start.at, farewell.end.at) == pytest.approx((0.30, 1.90), abs=0.009)


def test_silence_is_nothing():
    assert heard("." * 100) == []


def test_run_together_is_split_where_the_names_change():
    ok, farewell = heard("." * 40 + "o" * 35 + "f" * 50 + "." * 40)
    assert (ok.name, farewell.name) == (OK, FAREWELL)
    assert ok.end.glued
    assert farewell.start.glued
    assert ok.end.at == farewell.start.at == pytest.approx(0.75)


def test_a_word_whose_name_wavers_is_one_word():
    assert names("." * 40 + "o" * 5 + "f" * 45 + "." * 40) == [FAREWELL]
    assert names("." * 40 + "f" * 20 + "x" * 5 + "f" * 25 + "." * 40) == [FAREWELL]


def test_other_talk_in_the_same_breath_stays_apart():
    assert names("." * 40 + "f" * 50 + "x" * 60 + "." * 40) == [FAREWELL, OTHER]


def test_a_good_that_is_not_known_alone_belongs_to_its_bye():
    assert names("." * 40 + "x" * 25 + "f" * 50 + "." * 40) == [FAREWELL]


def test_what_a_neighbour_says_before_a_bye_does_not_belong_to_it():
    drawing = "." * 40 + "x" * 25 + "f" * 50 + "." * 40
    belief = posteriors(drawing)
    belief[40:65] = (0.2, 0.02, 0.02, 0.76)
    assert [piece.name for piece in pieces(belief, sound(drawing))] == [OTHER, FAREWELL]


def test_a_closure_does_not_break_a_word():
    assert names("." * 40 + "o" * 10 + "..." + "o" * 25 + "." * 40) == [OK]


def test_a_blip_is_nothing():
    assert heard("." * 40 + "x" * 4 + "." * 40) == []


def test_energy_says_more_exactly_than_the_network_where_the_word_ends():
    drawing = "." * 40 + "o" * 40 + "." * 60
    late = "." * 38 + "o" * 45 + "." * 57
    (piece,) = pieces(posteriors(late), sound(drawing))
    assert piece.start.at == pytest.approx(0.40, abs=0.009)
    assert piece.end.at == pytest.approx(0.80, abs=0.0125)


def test_in_noise_the_network_alone_decides():
    drawing = "." * 40 + "o" * 40 + "." * 60
    (piece,) = pieces(posteriors(drawing), sound(drawing, noise_dbfs=-35.0))
    assert piece.start.clear_db < 0
    assert piece.start.at == pytest.approx(0.40, abs=0.006)
    assert piece.snr_db == pytest.approx(15, abs=4)


@given(st.lists(st.tuples(st.sampled_from(SIGNS), st.integers(1, 60)), max_size=12))
def test_pieces_follow_one_another_inside_the_window(parts):
    drawing = "".join(sign * count for sign, count in parts) + "." * 30
    found = heard(drawing)
    ends = [end for piece in found for end in (piece.start.at, piece.end.at)]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(drawing) / 100 for end in ends)
    assert all(sum(piece.shares) == pytest.approx(1, abs=1e-4) for piece in found)
