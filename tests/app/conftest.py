"""A store and a folder of sounds, for what keeps takes and finds them again."""

import sys

import pytest

from app.keeper import TakeKeeper
from audio.sound_folder import SoundFolder
from coach.store.opening import open_store


@pytest.fixture(autouse=True)
def no_kept_layout_items():
    """None may be left in Python: it would outlive the row it belongs to, and stand in for whatever Qt puts there next.

    They come of adding a row to a layout after it was filled, and of `itemAt`.
    """
    yield
    if widgets := sys.modules.get("PySide6.QtWidgets"):
        import shiboken6  # noqa: PLC0415

        kept = [one for one in shiboken6.getAllValidWrappers() if isinstance(one, widgets.QWidgetItem)]
        assert not kept, "add a row to its layout before filling it"


@pytest.fixture
def sounds(tmp_path):
    return SoundFolder(tmp_path / "sound")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "okbye.db") as store:
        yield store


@pytest.fixture
def takes(store):
    return store.takes


@pytest.fixture
def keeper(sounds, takes):
    return TakeKeeper(sounds, takes)
