"""Comments that are spoken: recorded with the microphone, and heard again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.trials.line import LineRecording, LineSaid, NothingSaid, SoFar
from app.trials.trial import Trial
from app.window.replay import Replay
from audio.errors import AudioError
from audio.excerpt import excerpt

if TYPE_CHECKING:
    from app.listener import Listener
    from app.window.replay import Playing
    from app.window.review.board import Board
    from app.window.review.desk import ReviewDesk
    from coach.review.review import Comment

LONGEST_S: Final = 60.0
NOTHING: Final = "Nothing was heard, and nothing was kept. Speak up a little, then try again."


class Speaking(QObject):
    """`said` carries the sound of a comment as a `Block`; `asked` says that the page should be silent now."""

    said = Signal(object)
    asked = Signal()

    def __init__(self, board: Board, desk: ReviewDesk, listener: Listener | None) -> None:
        super().__init__(board)
        self._board = board
        self._desk = desk
        self._listener = listener
        self._recording: LineRecording | None = None
        self._trial: Trial | None = None
        self._replay = Replay(self)
        self._replay.broke.connect(board.tell)
        board.trainer.comments.heard.connect(self._hear)
        board.trainer.speak.clicked.connect(self._speak)
        board.trainer.speak.setVisible(listener is not None)
        if listener is not None:
            listener.tried.connect(self._heard)

    def end(self) -> None:
        """What is being recorded is let go of, and what is being played is silent."""
        self._replay.stop()
        if self._recording is not None:
            self._let_go()

    def close(self) -> None:
        self.end()

    def _speak(self) -> None:
        if self._recording is not None:
            self._recording.finish()
            return
        if self._listener is None:
            return
        self._replay.stop()
        self.asked.emit()
        self._recording = LineRecording(LONGEST_S)
        self._trial = Trial(self._recording)
        self._board.trainer.show_recording(0.0, LONGEST_S)
        self._listener.try_out(self._trial)

    def _heard(self, trial: Trial, said: object) -> None:
        if trial is not self._trial:
            return
        match said:
            case SoFar(seconds=seconds):
                self._board.trainer.show_recording(seconds, LONGEST_S)
            case LineSaid(sound=sound):
                self._let_go()
                self.said.emit(sound)
            case NothingSaid():
                self._let_go()
                self._board.tell(NOTHING)
            case AudioError():
                self._let_go()
                self._board.tell(str(said))

    def _let_go(self) -> None:
        self._recording = self._trial = None
        self._board.trainer.show_recording(None)
        self._board.show_moment()
        if self._listener is not None:
            self._listener.try_out(None)

    def _hear(self, comment: Comment) -> None:
        self.asked.emit()

        def begin() -> Playing:
            samples, rate_hz = excerpt(self._desk.sounds.path(comment.sound or ""), 0.0, LONGEST_S)
            return self._desk.play(samples, rate_hz)

        try:
            self._replay.toggle(begin)
        except ValueError:  # a key that leads elsewhere is nothing of ours
            self._board.tell("The sound of this comment is not in its folder. What was written of it stays.")
        except AudioError as error:
            self._board.tell(str(error))
