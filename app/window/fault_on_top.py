"""What is wrong with the microphone, said in the notice where the chip has no room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.widgets.notice import Notice


class FaultOnTop:
    """It goes when it no longer holds; what a take has told in the same words stays."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._said = ""

    def show(self, sentence: str) -> None:
        """None of it where it is empty."""
        if sentence == self._said:
            return
        before, self._said = self._said, sentence
        self._notice.withdraw(before)
        if sentence and not self._notice.tell(sentence):
            self._said = ""
