"""An export beside the window: stopped, it leaves nothing; broken, it says so."""

from threading import Event

import pytest
from sample_takes import take

from app.archive import Archive
from app.exporting import BROKE, STOPPED, Exporting
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.takes import Wanted


class SlowTakes:
    """Its second take comes once it is let through."""

    def __init__(self):
        self.through = Event()

    def newest(self, wanted):
        yield take(2)
        self.through.wait(30)
        yield take(1)


@pytest.fixture
def exporting(qtbot):
    exporting = Exporting()
    yield exporting
    exporting.close()


class NothingSaid:
    """Nobody has said a word of any take."""

    def of(self, take):
        return ()


@pytest.fixture
def archive(tmp_path):
    return Archive(SlowTakes(), None, NothingSaid(), NothingSaid(), SoundFolder(tmp_path / "sound"), "Ana", Bands())


def test_it_says_how_far_it_is_and_how_it_ended(exporting, archive, qtbot, tmp_path):
    advanced = []
    exporting.advanced.connect(advanced.append)
    archive.takes.through.set()
    with qtbot.waitSignal(exporting.ended) as ended:
        exporting.start(tmp_path / "takes.okbye", archive, Wanted())
    assert ended.args == [f"2 takes exported to {tmp_path / 'takes.okbye'}."]
    qtbot.waitUntil(lambda: advanced == [0, 1])


def test_stopped_it_leaves_nothing(exporting, archive, qtbot, tmp_path):
    with qtbot.waitSignal(exporting.advanced):
        exporting.start(tmp_path / "takes.okbye", archive, Wanted())
    with qtbot.waitSignal(exporting.ended) as ended:
        exporting.stop()
        archive.takes.through.set()
    assert ended.args == [STOPPED]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.expected_log("an export broke")
def test_a_fault_of_ours_is_told_and_leaves_nothing(exporting, archive, qtbot, tmp_path):
    archive.takes.newest = lambda wanted: 1 / 0
    with qtbot.waitSignal(exporting.ended) as ended:
        exporting.start(tmp_path / "takes.okbye", archive, Wanted())
    assert ended.args == [BROKE]
    assert list(tmp_path.iterdir()) == []
