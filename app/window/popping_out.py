"""The companion comes and goes, and what it looks like is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.companion.window import Companion, CompanionLook
    from app.live.desk import LiveDesk
    from app.window.main_window import MainWindow
    from coach.bands import Bands
    from coach.settings import Settings


class PoppingOut(QObject):
    """There is one companion or none. `dialled` carries whom to call, `changed` whether it is there now."""

    dialled = Signal(object)  # Planned
    changed = Signal(bool)

    def __init__(
        self,
        shown: MainWindow,
        desk: LiveDesk,
        bands: Bands,
        settings: Callable[[], Settings],
        keep: Callable[..., object],
    ) -> None:
        super().__init__(shown)
        self._shown, self._desk, self._bands = shown, desk, bands
        self._settings, self._keep = settings, keep
        self.companion: Companion | None = None

    def toggle(self) -> None:
        if self.companion is None:
            self._open()
        else:
            self.companion.close()

    def close(self) -> None:
        if self.companion is not None:
            self.companion.close()

    def tell(self, sentence: str) -> None:
        if self.companion is not None:
            self.companion.notice.tell(sentence)

    def step(self, move: QPoint, grow: QSize) -> None:
        if self.companion is not None:
            self.companion.step(move, grow)

    def _open(self) -> None:
        from app.companion.window import Companion, CompanionLook  # noqa: PLC0415 - needed only here

        chosen = self._settings()
        look = CompanionLook(chosen.companion, chosen.companion_scale, chosen.companion_opacity)
        self.companion = companion = Companion(self._shown.side_bar.theme, look, chosen.global_key)
        companion.call.show_bands(self._bands)
        for signal, act in (
            (companion.call.pressed, self._desk.press),
            (companion.call.said_no, self._desk.said_no),
            (companion.dialled, self.dialled),
            (companion.left, self._come_back),
            (companion.look_changed, self._keep_look),
            (companion.closed, self._closed),
            (self._desk.changed, companion.show_state),
            (self._desk.stage_changed, companion.call.show_stage),
        ):
            signal.connect(act)
        companion.show_state(self._desk.state)
        companion.appear()
        self.changed.emit(True)

    def _closed(self) -> None:
        companion, self.companion = self.companion, None
        if companion is not None:
            companion.deleteLater()
            self.changed.emit(False)

    def _come_back(self) -> None:
        """To the main window, at the call."""
        self._shown.show_page("live")
        if self._shown.isMinimized():
            self._shown.showNormal()
        self._shown.raise_()
        self._shown.activateWindow()

    def _keep_look(self, look: CompanionLook) -> None:
        kept = {"companion": look.place, "companion_scale": look.text_percent, "companion_opacity": look.opacity}
        self._shown.rehearse.told(partial(self._keep, **kept))
