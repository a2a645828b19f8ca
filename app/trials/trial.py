"""A stretch of the microphone's sound that is tried and not kept: what the set-up listens with; no thread and no Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from app.take import BROKE
from audio.errors import AudioError

if TYPE_CHECKING:
    from audio.block import Block

    Engine = Callable[[Iterator[Block]], Iterable[object]]

log = logging.getLogger(__name__)


class Trial:
    """`engine` is handed the sound from now on and says what it hears of it, until it has heard enough.

    Where the microphone goes away in between, the engine begins anew with the next one. `stop` may be called from any
    thread at any time.
    """

    def __init__(self, engine: Engine) -> None:
        self.over = False
        self._engine = engine
        self._cut = False

    def stop(self) -> None:
        self.over = True

    def hear(self, blocks: Iterable[Block]) -> Iterator[object]:
        """What the engine says of one microphone's sound. What it says of a sound that was cut off is not said."""
        self._cut = False
        try:
            for said in self._engine(self._until_stopped(blocks)):
                if self.over or self._cut:
                    return
                yield said
        except AudioError as error:
            if self._cut:
                raise  # the microphone's
            yield error
        except Exception:
            log.exception("the sound could not be tried")
            yield AudioError(BROKE)
        self.over = self.over or not self._cut

    def _until_stopped(self, blocks: Iterable[Block]) -> Iterator[Block]:
        self._cut = True
        for block in blocks:
            self._cut = False
            if self.over:
                return
            yield block
            self._cut = True
