"""Sets the words of the take that is looked at by hand: with the mouse, the keys and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.widgets.wording import KINDS, seconds
from app.window.review.shown import Place, Shown, Span
from coach.review import editing
from coach.verdict import Kind

if TYPE_CHECKING:
    from app.window.review.editor_view import EditorView
    from coach.bands import Bands
    from coach.review.editing import Words

NAMED: Final = (Kind.OK, Kind.FAREWELL, Kind.EXTRA, Kind.OTHER)  # by the keys 1 to 4
FINE_S: Final = editing.GRID_S
COARSE_S: Final = 10 * editing.GRID_S
_NEW_S: Final = 0.3  # a word that is added at the cursor


class WordWork(QObject):
    """`changed` carries the words as they are from now on, and what was done to them.

    `followed` carries what is `Shown` while an edge is still being dragged.
    """

    changed = Signal(object, str)
    followed = Signal(object)

    def __init__(self, view: EditorView, bands: Bands) -> None:
        super().__init__(view)
        self._view = view
        self._bands = bands
        self.shown: Shown | None = None
        self._editable = False
        self._word: int | None = None
        self._edge: Place | None = None
        self._before: Words | None = None  # what is being dragged was so
        wave = view.wave
        wave.moved.connect(self._drag)
        wave.dropped.connect(self._drop)
        wave.picked.connect(self.pick)
        wave.asked.connect(lambda word, at: self.menu().popup(at) if word is not None else None)
        view.name.clicked.connect(self._ask_name)
        view.add.clicked.connect(self.add)
        view.remove.clicked.connect(self.remove)
        view.restore.clicked.connect(self.restore)

    def show_take(self, shown: Shown | None, *, editable: bool) -> None:
        """Another take, or none."""
        self.shown, self._editable, self._before = shown, editable, None
        self.pick(None)

    def show_words(self, shown: Shown) -> None:
        """The same take, of which something changed."""
        self.shown = shown
        if self._word is not None and self._word >= len(shown.words):
            self._word = self._edge = None
        self._choose(self._word, self._edge)

    def pick(self, word: int | None) -> None:
        self._choose(word, None)

    def step(self, by: int) -> None:
        """To the next edge, or the one before."""
        edges = self.shown.edges() if self.shown is not None else []
        if not edges:
            return
        if self._edge in edges:
            number = min(max(edges.index(self._edge) + by, 0), len(edges) - 1)
        elif self._word is not None:
            number = 2 * self._word + (by > 0)
        else:
            number = 0 if by > 0 else len(edges) - 1
        self._choose(edges[number].word, edges[number])
        second = self.shown.second(edges[number]) if self.shown is not None else 0.0
        picture = self._view.wave.picture
        if picture is not None and not picture.zoom.start <= second <= picture.zoom.end:
            self._view.wave.show_zoom(
                picture.zoom.around(second - picture.zoom.span / 2, second + picture.zoom.span / 2)
            )

    def nudge(self, by: float) -> None:
        """The chosen edge, by so many seconds."""
        if self.shown is not None and self._edge is not None and self._editable:
            self._move(self._edge, self.shown.second(self._edge) + by)
            self._drop()

    def name(self, kind: Kind) -> None:
        if self.shown is not None and self._word is not None and self._editable:
            self._set(editing.renamed(self.shown.words, self._word, kind), f"a word named {KINDS[kind]}")

    def add(self) -> None:
        """Of what is selected, or at the cursor: what the close still lacks."""
        picture, shown = self._view.wave.picture, self.shown
        if picture is None or shown is None or not self._editable:
            return
        at = picture.cursor or 0.0
        span = picture.span or Span(at, at + _NEW_S)
        lacks = {Kind.OK, Kind.FAREWELL} - {word.kind for word in shown.words}
        kind = next((kind for kind in NAMED if kind in lacks), Kind.EXTRA)
        words = editing.added(shown.words, span.start, span.end, kind, shown.machine.duration)
        if words == shown.words:
            self._view.word.show_words("There is no room for a word here. Select a stretch in which nobody speaks.")
            return
        self._set(words, f"{KINDS[kind]} added at {seconds(span.start)}")
        number = next(n for n, word in enumerate(words) if word not in set(shown.words))
        self._view.wave.show_span(None)
        self._choose(number, None)

    def remove(self) -> None:
        if self.shown is not None and self._word is not None and self._editable:
            word = self.shown.words[self._word]
            number, self._word, self._edge = self._word, None, None
            told = f"{KINDS[word.kind]} at {seconds(word.segment.start)} removed"
            self._set(editing.removed(self.shown.words, number), told)

    def restore(self) -> None:
        if self.shown is not None and self.shown.changed and self._editable:
            self._word = self._edge = None
            self._set(self.shown.machine.utterances, "the machine’s words put back")

    def menu(self) -> QMenu:
        """Names for the chosen word, with their keys."""
        shown = QMenu(self._view)
        shown.setObjectName("name_menu")
        for number, kind in enumerate(NAMED, 1):
            action = shown.addAction(f"{KINDS[kind].capitalize()}\t{number}")
            action.setEnabled(self._editable)
            action.triggered.connect(lambda _=False, kind=kind: self.name(kind))
        shown.addSeparator()
        shown.addAction("Remove\tDel").triggered.connect(self.remove)
        shown.aboutToHide.connect(shown.deleteLater)
        return shown

    def _ask_name(self) -> None:
        button = self._view.name
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def _choose(self, word: int | None, edge: Place | None) -> None:
        self._word, self._edge = word, edge
        self._view.wave.show_choice(word, edge)
        self._view.show_word(self.shown, word, editable=self._editable)

    def _drag(self, place: Place, to: float) -> None:
        if self._editable:
            self._choose(place.word, place)
            self._move(place, to)

    def _move(self, place: Place, to: float) -> None:
        """Shown at once; kept when it is let go."""
        if self.shown is None:
            return
        if self._before is None:
            self._before = self.shown.words
        words = editing.moved(self._before, place.word, place.edge, to, self.shown.machine.duration)
        self.shown = self.shown.with_words(words, self._bands)
        self._view.wave.show_words(self.shown)
        self._choose(place.word, place)
        self.followed.emit(self.shown)

    def _drop(self) -> None:
        before, self._before = self._before, None
        if self.shown is not None and before is not None and before != self.shown.words and self._edge is not None:
            word = self.shown.words[self._edge.word]
            told = f"the {self._edge.edge} of {KINDS[word.kind]} set to {self.shown.second(self._edge):.3f} s"
            self.changed.emit(self.shown.words, told)

    def _set(self, words: Words, told: str) -> None:
        if self.shown is not None and words != self.shown.words:
            self.shown = self.shown.with_words(words, self._bands)
            self.changed.emit(words, told)
