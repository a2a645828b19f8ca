import math
from dataclasses import replace

import pytest

from app.widgets.curves import Cursor, Curve, Curves, Pair

TIMES = tuple(n / 100 for n in range(50))
FLAT = Curve(0.5, TIMES, (0.0,) * 50, (-6.0,) * 50)
FALLING = replace(FLAT, semitones=tuple(2 - n / 10 for n in range(50)))
UNVOICED = replace(FLAT, semitones=(None,) * 50)


@pytest.fixture
def curves(theme, show):
    return show(Curves(theme), 800, 240)


def colours(curves, tone):
    """Where that colour is, as a share of the height: the rows of pixels that have it."""
    image = curves.grab().toImage()
    wanted = curves.theme.colour(tone).rgb()
    x = range(100, image.width() - 4)
    return [
        y / image.height() for y in range(image.height()) if sum(image.pixel(column, y) == wanted for column in x) > 20
    ]


def test_it_tells_lengths_and_where_the_pitch_ends(curves):
    curves.show_pairs([Pair(FALLING, FLAT), Pair(replace(FLAT, duration=0.61), UNVOICED)])
    assert curves.accessibleName() == (
        "Your curves over the sample's. "
        "Ok: 0.50 s, in the sample 0.50 s; at its end the pitch is −2.9 semitones from your middle, in the sample 0. "
        "Good-bye: 0.61 s, in the sample 0.50 s."
    )


def test_pitch_stands_above_level(curves):
    curves.show_pairs([Pair(FLAT, UNVOICED)] * 2)
    lines = colours(curves, "accent")
    assert any(y < 0.5 for y in lines)
    assert any(y > 0.6 for y in lines)


def test_without_any_pitch_the_level_has_all_the_room(curves):
    curves.show_pairs([Pair(UNVOICED, UNVOICED)] * 2)
    assert {math.floor(y * 10) for y in colours(curves, "accent")} == {2}


def test_a_gap_in_the_pitch_is_not_bridged(curves):
    gap = replace(FLAT, semitones=tuple(None if 10 <= n < 40 else 0.0 for n in range(50)))
    curves.show_pairs([Pair(gap, UNVOICED), Pair(FLAT, UNVOICED)])
    image = curves.grab().toImage()
    row = next(_Row for _Row in curves._rows(curves_field(curves)))
    y = round(row.y(0.0))
    (first, scale), (second, _) = curves._places(row.field)
    accent = curves.theme.colour("accent").rgb()
    assert image.pixel(round(first.left() + 0.05 * scale), y) == accent
    assert image.pixel(round(first.left() + 0.25 * scale), y) != accent
    assert image.pixel(round(second.left() + 0.25 * scale), y) == accent


def curves_field(curves):
    seen = []
    places = curves._rows
    curves._rows = lambda field: seen.append(field) or places(field)
    curves.grab()
    curves._rows = places
    return seen[0]


def test_both_words_have_one_scale(curves):
    curves.show_pairs([Pair(FLAT, FLAT), Pair(replace(FLAT, duration=1.0), FLAT)])
    (ok, scale), (farewell, same) = curves._places(curves_field(curves))
    assert scale == same
    assert farewell.width() == pytest.approx(2 * ok.width())


def test_the_cursor_is_in_the_word_that_is_heard(curves):
    curves.show_pairs([Pair(FLAT, FLAT)] * 2)
    before = curves.grab().toImage()
    curves.show_cursor(Cursor(1, 0.25))
    during = curves.grab().toImage()
    changed = [x for x in range(before.width()) if before.pixel(x, 120) != during.pixel(x, 120)]
    assert changed
    assert min(changed) > before.width() / 2
    curves.show_cursor(None)
    assert curves.grab().toImage() == before


def test_nothing_to_compare_paints_nothing(curves):
    curves.show_pairs(())
    image = curves.grab().toImage()
    assert {image.pixel(x, y) for x in range(0, 800, 20) for y in range(0, 240, 20)} == {image.pixel(0, 0)}
