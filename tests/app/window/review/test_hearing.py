from dataclasses import replace

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from staged_review import ident

from app.window.review.player import Cue, prepared
from app.window.review.shown import Span
from audio.content import content_of
from audio.errors import OutputError

AWAY = "The sound broke off: what it was played on went away."


def press(qtbot, page, key):
    qtbot.keyClick(page.board, key)


@pytest.fixture
def take(open_take):
    return open_take(0)


def test_space_plays_from_the_cursor_and_stops_where_it_was_heard(page, take, played, qtbot):
    wave = page.board.editor.wave
    wave.placed.emit(1.5)
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    samples, rate, playing = played[0]
    assert len(samples) / rate == pytest.approx(take.shown.duration - 1.5, abs=0.01)
    playing.position_s = 0.7
    qtbot.waitUntil(lambda: wave.picture.cursor == pytest.approx(2.2))
    press(qtbot, page, Qt.Key.Key_Space)
    assert not playing.playing
    assert wave.picture.cursor == pytest.approx(2.2)
    assert page.board.editor.play.accessibleName() == "Play"
    assert page.board.trainer.comment.placeholderText() == "Comment at 2.2 s…   C"


def test_at_its_end_the_cursor_is_where_it_was_begun(page, take, played, qtbot):
    wave = page.board.editor.wave
    wave.placed.emit(0.5)
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    played[0][2].playing = False
    qtbot.waitUntil(lambda: not page.work.hearing.player.playing)
    assert wave.picture.cursor == 0.5


def test_slower_is_longer_and_the_cursor_goes_slower(page, take, played, qtbot):
    press(qtbot, page, Qt.Key.Key_S)
    press(qtbot, page, Qt.Key.Key_S)
    assert page.board.editor.speed.text() == "0.5×"
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    samples, rate, playing = played[0]
    assert len(samples) / rate == pytest.approx(2 * take.shown.duration, abs=0.05)
    playing.position_s = 2.0
    qtbot.waitUntil(lambda: page.board.editor.wave.picture.cursor == pytest.approx(1.0))


def test_what_is_selected_is_played_again_and_again(page, take, played, qtbot):
    page.board.editor.wave.spanned.emit(Span(1.0, 1.5))
    press(qtbot, page, Qt.Key.Key_L)
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    samples, rate, playing = played[0]
    assert len(samples) / rate > 20
    playing.position_s = 5.2
    qtbot.waitUntil(lambda: page.board.editor.wave.picture.cursor == pytest.approx(1.2, abs=0.01))


def test_another_take_is_silent_until_it_is_played(page, take, open_take, played, qtbot):
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    open_take(1)
    assert not played[0][2].playing
    assert page.board.editor.play.accessibleName() == "Play"


def test_an_output_that_goes_away_is_told_and_the_take_can_be_played_again(page, take, played, qtbot):
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 1)
    played[0][2].fault, played[0][2].playing = OutputError(AWAY), False
    qtbot.waitUntil(page.board.notice.isVisible)
    assert AWAY in page.board.notice.accessibleName()
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(played) == 2)


def test_nothing_to_play_on_is_told(make_page, filled, qtbot):
    def refuse(samples, rate_hz):
        raise OutputError("There is nothing to play sound on.")

    page = make_page(play=refuse)
    qtbot.waitUntil(lambda: page.work.take.shown is not None)
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(page.board.notice.isVisible)
    assert page.board.editor.play.accessibleName() == "Play"


def test_a_long_recording_is_read_part_by_part(tmp_path):
    path = tmp_path / "long.flac"
    soundfile.write(path, np.zeros(8_000 * 200, np.float32), 8_000, "PCM_16")
    first = prepared(Cue(path, 10.0))
    assert (first.seconds, first.last) == (90.0, False)
    assert prepared(Cue(path, 150.0)).last
    assert prepared(Cue(path, 10.0, until=12.0)).last


def test_sound_that_is_missing_is_told_and_the_numbers_stay(page, filled, open_take, tmp_path):
    (tmp_path / "sound" / filled.takes.get(ident(3)).sound).unlink()
    open_take(3)
    assert "no longer in its folder" in page.board.editor.note.text()
    assert not page.board.editor.play.isEnabled()
    assert page.board.editor.headline.words.startswith("✓")


def test_sound_that_was_changed_is_told_and_not_shown(page, filled, open_take, tmp_path):
    path = tmp_path / "sound" / filled.takes.get(ident(3)).sound
    soundfile.write(path, np.zeros(16_000, np.float32), 16_000, "PCM_16")
    take = open_take(3)
    assert "not the one that was measured: it lasts 1.0 s" in page.board.editor.note.text()
    assert take.shown.outline is None


def test_sound_of_the_same_length_is_known_by_its_content(page, filled, open_take, tmp_path):
    take = filled.takes.get(ident(3))
    path = tmp_path / "sound" / take.sound
    filled.takes.add(replace(take, content=content_of(path)))
    assert open_take(3).shown.outline is not None
    samples, rate_hz = soundfile.read(path)
    soundfile.write(path, samples / 2, rate_hz, "PCM_16")
    open_take(1)
    assert open_take(3).shown.outline is None
    assert "the file was changed" in page.board.editor.note.text()


def test_a_take_of_a_newer_version_is_shown_and_not_edited(page, filled, open_take, qtbot):
    with filled.transact(writes=True) as connection:
        connection.exec_driver_sql('update takes set verdict = \'{"result": "sublime"}\' where id = ?', (ident(4),))
    open_take(4)
    assert "newer version" in page.board.editor.note.text()
    assert not page.board.editor.add.isEnabled()
    qtbot.keyClick(page.board, Qt.Key.Key_W)
    assert filled.reviews.of(ident(4)) == []
