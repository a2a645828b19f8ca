import pytest

from app.theme.theme import Theme


@pytest.fixture
def theme(qapp):
    made = Theme(qapp, "light")
    yield made
    made.deleteLater()


@pytest.fixture
def show(qtbot):
    def shown(widget, width=600, height=120):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown


@pytest.fixture
def repaints(monkeypatch):
    """What a widget asks to have painted again, as rectangles."""

    def watch(widget):
        asked = []
        monkeypatch.setattr(widget, "update", lambda *area: asked.append(area[0] if area else widget.rect()))
        return asked

    return watch
