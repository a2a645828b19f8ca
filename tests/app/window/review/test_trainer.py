from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from staged_review import BY, NOW, ident, say

from app.window.review.shown import Span
from coach.review.review import WHOLE, Opinion, Review
from coach.verdict import Result

CTRL = Qt.KeyboardModifier.ControlModifier


def own(store, number=0):
    return store.reviews.get(ident(number), BY)


def test_a_agrees_with_the_whole_and_again_takes_it_back(page, open_take, store, qtbot, settle):
    open_take(0)
    qtbot.keyClick(page.board, Qt.Key.Key_A)
    settle(page)
    assert own(store).opinion(WHOLE).result is Result.FAIL
    assert "agreed" in page.board.trainer._rows[WHOLE].accessibleDescription()
    qtbot.keyClick(page.board, Qt.Key.Key_A)
    settle(page)
    assert own(store) is None


def test_a_check_is_overruled_with_a_reason(page, open_take, store, qtbot, settle):
    open_take(0)
    trainer = page.board.trainer
    trainer.choose("silence")
    qtbot.keyClick(page.board, Qt.Key.Key_O)
    assert not trainer.agree.isVisible()
    assert trainer.overruling.chips[Result.PASS].isChecked()
    qtbot.keyClicks(trainer.overruling.reason, "They had hung up. Joke")
    qtbot.keyClick(trainer.overruling.reason, Qt.Key.Key_Return)
    settle(page)
    assert own(store).opinion("silence") == Opinion("silence", Result.PASS, "They had hung up. Joke")
    assert trainer.agree.isVisible()
    row = trainer._rows["silence"]
    assert "Because: They had hung up. Joke" in row.accessibleDescription()
    assert "The machine: not as wanted" in row.accessibleDescription()
    qtbot.keyClick(page.board, Qt.Key.Key_Z, CTRL)
    settle(page)
    assert own(store) is None
    qtbot.waitUntil(lambda: "Because" not in row.accessibleDescription())


def test_overruling_can_be_left(page, open_take, store, qtbot, settle):
    open_take(0)
    trainer = page.board.trainer
    qtbot.keyClick(page.board, Qt.Key.Key_O)
    qtbot.keyClick(trainer.overruling.reason, Qt.Key.Key_Escape)
    settle(page)
    assert own(store) is None
    assert trainer.overrule_it.isVisible()


def test_a_comment_is_pinned_to_the_cursor_and_to_what_is_selected(page, open_take, store, qtbot, settle):
    open_take(0)
    wave, comment = page.board.editor.wave, page.board.trainer.comment
    wave.placed.emit(1.4)
    assert comment.placeholderText() == "Comment at 1.4 s…   C"
    qtbot.keyClick(page.board, Qt.Key.Key_C)
    qtbot.waitUntil(comment.hasFocus)
    qtbot.keyClicks(comment, "Lovely pause. J K")
    qtbot.keyClick(comment, Qt.Key.Key_Return)
    wave.spanned.emit(Span(2.0, 2.5))
    qtbot.keyClicks(comment, "This")
    qtbot.keyClick(comment, Qt.Key.Key_Return)
    settle(page)
    said = store.comments.of(ident(0))
    assert [(one.at, one.until, one.text, one.by) for one in said] == [
        (1.4, None, "Lovely pause. J K", BY),
        (2.0, 2.5, "This", BY),
    ]
    assert page.board.findChild(QWidget, "comment_2_text").text() == "2.0 – 2.5 s – This"
    assert page.board.table.take == ident(0)


def test_comments_are_removed_and_brought_back(make_page, filled, qtbot, settle):
    say(filled)
    page = make_page()
    qtbot.waitUntil(lambda: page.work.take.shown is not None)
    page.board.table.choose(page.board.table.rows.place(ident(0)))
    qtbot.waitUntil(lambda: page.work.take.opened.take.id == ident(0))
    page.board.findChild(QWidget, "remove_comment_1").click()
    settle(page)
    assert [one.at for one in filled.comments.of(ident(0))] == [2.9]
    assert page.board.findChild(QWidget, "comment_1_text").text().startswith("2.9 – 3.4 s – Count three")
    qtbot.keyClick(page.board, Qt.Key.Key_Z, CTRL)
    settle(page)
    qtbot.waitUntil(lambda: len(page.work.take.shown.comments) == 2)
    page.board.findChild(QWidget, "go_to_comment_2").click()
    assert page.board.editor.wave.picture.span == Span(2.9, 3.4)


def test_what_another_trainer_says_is_told(page, open_take, store):
    store.reviews.put(Review(ident(1), "Ann Lee", NOW, opinions=(Opinion(WHOLE, Result.FAIL, "Sounds bored."),)))
    open_take(1)
    other = page.board.findChild(QWidget, "other_trainer")
    assert other.isVisible()
    assert other.words == "Ann Lee: ✗ not as wanted: Sounds bored."


def test_a_take_that_was_deleted_meanwhile_is_told(page, open_take, store, qtbot, settle):
    open_take(0)
    store.takes.delete(ident(0))
    qtbot.keyClick(page.board, Qt.Key.Key_A)
    settle(page)
    assert "no longer there" in page.board.notice.accessibleName()
    assert not page.board.editor.undo.isEnabled()


def test_the_controls_have_the_names_of_the_contract(page):
    for name in ("take_table", "waveform", "comment", "agree", "overrule"):
        assert page.findChild(QWidget, name).accessibleName()


def test_what_is_undone_and_said_in_one_breath_ends_as_it_was_said(page, open_take, store, qtbot, settle):
    take = open_take(0)
    for _ in range(3):
        qtbot.keyClick(page.board, Qt.Key.Key_A)
        qtbot.keyClick(page.board, Qt.Key.Key_Z, CTRL)
    take.comment("At once.")
    settle(page)
    qtbot.waitUntil(lambda: not page.work.keeping.busy)
    settle(page)
    assert own(store) is None
    assert [one.text for one in store.comments.of(ident(0))] == ["At once."]
    qtbot.waitUntil(lambda: [one.text for one in take.shown.comments] == ["At once."])
    qtbot.waitUntil(lambda: take.opened.own is None)
