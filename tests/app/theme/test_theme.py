import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel

from app.theme.colours import DARK, LIGHT
from app.theme.theme import Theme
from app.theme.typeface import SIZES


class Hints:
    """What the system says it shows, at the time a test says so."""

    def __init__(self, hints):
        self.colorSchemeChanged = hints.colorSchemeChanged
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self):
        return self.scheme

    def setColorScheme(self, scheme):
        self.asked = scheme


@pytest.fixture
def hints(qapp, monkeypatch):
    fake = Hints(qapp.styleHints())
    monkeypatch.setattr(qapp, "styleHints", lambda: fake, raising=False)
    return fake


@pytest.fixture
def theme(qapp, hints):
    made = Theme(qapp)
    yield made
    hints.colorSchemeChanged.disconnect(made._apply)
    made.deleteLater()


def test_it_follows_the_system(theme, hints, qapp):
    assert theme.colours is LIGHT
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.page


def test_a_wish_is_stronger_than_the_system(theme, hints):
    theme.follow("light")
    hints.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is LIGHT
    assert hints.asked is Qt.ColorScheme.Light
    theme.follow("system")
    assert theme.colours is DARK


def test_who_paints_hears_of_it(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.follow("dark")


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (80, 80), (150, 150), (200, 200), (900, 200)])
def test_the_text_keeps_within_80_and_200_per_cent(theme, asked, given):
    theme.resize_text(asked)
    assert theme.percent == given
    assert theme.font("script").pixelSize() == round(24 * theme.scale)


def test_the_face_is_the_shipped_one_in_its_weight(theme):
    for name, (_, weight) in SIZES.items():
        shown = QFontInfo(theme.font(name))
        assert shown.family().startswith("Inter")
        assert shown.weight() == weight


@pytest.mark.parametrize("name", SIZES)
def test_figures_are_equally_wide(theme, name):
    widths = [theme.metrics(name).horizontalAdvance(figure) for figure in "0123456789"]
    assert max(widths) - min(widths) < 0.1


def test_labels_take_size_and_figures_from_the_style_sheet(theme, qtbot):
    label = QLabel("1")
    label.setProperty("face", "verdict")
    qtbot.addWidget(label)
    label.ensurePolished()
    one = label.sizeHint().width()
    label.setText("8")
    assert label.font().pixelSize() == 30
    assert label.sizeHint().width() == one
