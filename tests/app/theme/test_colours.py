from itertools import product

import pytest

from app.theme.colours import DARK, LIGHT, OF_REPS, Colours, of_rep
from app.theme.stylesheet import stylesheet

GROUNDS = {
    "ink": ("page", "panel", "accent_soft"),
    "soft": ("page", "panel", "track"),
    "on_accent": ("accent",),
    "accent": ("page", "panel", "accent_soft"),
    "unsure": ("page", "panel"),
    "wrong": ("page", "panel"),
}
TEXT = [(words, ground) for words, grounds in GROUNDS.items() for ground in grounds]
SHAPES = [("noise", "panel"), ("accent", "track"), ("soft", "aside"), ("soft", "accent_soft")]


def luminance(colour):
    def linear(channel):
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("colours", "pair"), list(product((LIGHT, DARK), TEXT)))
def test_words_can_be_read(colours, pair):
    words, ground = (getattr(colours, name) for name in pair)
    assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize(("colours", "pair"), list(product((LIGHT, DARK), SHAPES)))
def test_shapes_can_be_told_apart(colours, pair):
    shape, ground = (getattr(colours, name) for name in pair)
    assert contrast(shape, ground) >= 3.0


@pytest.mark.parametrize(("colours", "name"), list(product((LIGHT, DARK), OF_REPS)))
def test_the_colour_of_a_rep_can_be_seen_in_a_list(colours, name):
    for ground in ("panel", "accent_soft"):
        assert contrast(of_rep(colours, name), getattr(colours, ground)) >= 3.0


def test_a_colour_of_another_version_is_none():
    assert of_rep(LIGHT, "ultraviolet") is None
    assert of_rep(DARK, None) is None


def test_light_and_dark_differ_in_every_colour():
    assert not [name for name in Colours.__slots__ if getattr(LIGHT, name) == getattr(DARK, name)]


def test_the_style_sheet_names_no_colour_of_its_own():
    used = {word.strip(";,") for word in stylesheet(LIGHT, round).split() if word.startswith("#")}
    colours = {word for word in used if len(word) == 7 and set(word[1:]) <= set("0123456789ABCDEF")}
    assert colours <= {getattr(LIGHT, name) for name in Colours.__slots__}
