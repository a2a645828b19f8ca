import pytest

from app.widgets.gap_bar import GapBar


@pytest.fixture
def bar(theme, show):
    made = GapBar(theme, "pause")
    made.show_band(0.5, 2.0)
    return show(made, 125, 70)


def colour(bar, seconds):
    """What is painted in the middle of the bar, at that many seconds."""
    image = bar.grab().toImage()
    x = round(seconds / bar.full * image.width())
    y = round((bar.metrics("value").height() + 13) * image.height() / bar.height())
    return image.pixelColor(x, y).name().upper()


def test_the_band_is_drawn_into_the_bar(bar, theme):
    assert colour(bar, 0.25) == theme.colours.track
    assert colour(bar, 1.2) == theme.colours.accent_soft
    assert colour(bar, 2.2) == theme.colours.track


def test_it_fills_as_far_as_the_pause_has_come(bar, theme):
    bar.show_value(1.0, running=True)
    assert colour(bar, 0.8) == theme.colours.accent
    assert colour(bar, 1.2) == theme.colours.accent_soft


def test_a_pause_beyond_the_bar_fills_it(bar, theme):
    bar.show_value(60.0)
    assert colour(bar, 2.2) == theme.colours.accent
    assert bar.shown == "60.00 s"


def test_a_band_without_an_end_goes_on_to_the_right(theme, show):
    bar = show(GapBar(theme, "silence"), 125, 70)
    bar.show_band(3.0, None)
    assert colour(bar, 2.0) == theme.colours.track
    assert colour(bar, 4.5) == theme.colours.accent_soft


def test_a_running_value_has_one_decimal_and_a_final_one_two(bar):
    bar.show_value(0.6249, running=True)
    assert bar.shown == "0.6 s"
    bar.show_value(0.6249)
    assert bar.accessibleName() == "pause: 0.62 s, wanted 0.5–2 s"
    bar.show_value(None)
    assert bar.accessibleName() == "pause: none yet, wanted 0.5–2 s"


def test_it_paints_only_what_can_be_seen_to_change(bar, repaints):
    bar.show_value(0.6, running=True)
    asked = repaints(bar)
    bar.show_value(0.6001, running=True)
    assert asked == []
    bar.show_value(0.7, running=True)
    assert len(asked) == 1
