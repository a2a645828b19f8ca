"""All drills and lines there are, ours and the user's; of what is broken there is a sentence, and the rest works."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

import assets
import scripts
from coach.drills.drill import Drill, Plan
from coach.drills.line import Line, Meaning
from coach.drills.line_file import DRILL, LINES, LineEntry, ours, theirs
from coach.errors import BadScript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

    Playable = Callable[[Traversable], str | None]  # the sentence why a recording cannot be played, None if it can
    Maker = Callable[[LineEntry, str, Meaning], Line]

SUFFIX = ".toml"
EVERY = "*"  # in a mix: all other drills

_PLACES = {
    "hello": frozenset({Meaning.HELLO}),
    "answer": frozenset(
        {
            Meaning.NO,
            Meaning.NEVER,
            Meaning.VAGUE,
            Meaning.QUESTION,
            Meaning.YES,
            Meaning.GATEKEEPER,
            Meaning.MESSAGE,
        }
    ),
    "second": frozenset({Meaning.NO, Meaning.NEVER, Meaning.YES}),
    "reaction": frozenset({Meaning.STAY, Meaning.THANKS}),
}


@dataclass(frozen=True, slots=True)
class Broken:
    """A file, or one line of it, that is not used; `says` names it and why."""

    file: str
    says: str


@dataclass(frozen=True, slots=True)
class Repertoire:
    """`drills` in their order, each of which can be rehearsed; `lines` by group."""

    drills: tuple[Drill, ...]
    lines: Mapping[str, tuple[Line, ...]]
    broken: tuple[Broken, ...]

    def drill(self, drill_id: str) -> Drill | None:
        return next((drill for drill in self.drills if drill.id == drill_id), None)

    def members(self, drill: Drill) -> tuple[Drill, ...]:
        """What a mixed drill draws from; any other is its own only member."""
        if drill.prospect is not None:
            return (drill,)
        plain = (other for other in self.drills if other.prospect is not None)
        return tuple(other for other in plain if EVERY in drill.mix or other.id in drill.mix)


def load(own: Path | None = None, playable: Playable = lambda _: None) -> Repertoire:
    """Ours, and what is in drills/ and lines/ of the user's folder `own`. Never raises.

    A line of the user's joins those of the same group; a drill of the user's takes the place of ours of that name.
    """
    gathering = _Gathering(playable)
    shipped, voices = files(scripts), files(assets) / "voices"
    gathering.lines_in(shipped / "lines", partial(ours, voices))
    if own is not None:
        gathering.lines_in(own / "lines", partial(theirs, own / "lines"), check=True)
    gathering.drills_in(shipped / "drills")
    if own is not None:
        gathering.drills_in(own / "drills")
    return gathering.done()


class _Gathering:
    def __init__(self, playable: Playable) -> None:
        self._playable = playable
        self._lines: dict[str, tuple[Line, ...]] = {}
        self._drills: dict[str, Drill] = {}
        self._broken: list[Broken] = []

    def lines_in(self, folder: Traversable, make: Maker, *, check: bool = False) -> None:
        for file in self._files(folder):
            try:
                found = LINES.read(file)
            except BadScript as error:
                self._refuse(file.name, str(error))
                continue
            group = file.name.removesuffix(SUFFIX)
            known = self._lines.get(group, ())
            if known and known[0].meaning is not found.meaning:
                meant = f"its lines mean “{found.meaning}”, and those of the same name “{known[0].meaning}”"
                self._refuse(file.name, f"{file.name} is not used: {meant}. Give the file another name.")
                continue
            made = [make(entry, group, found.meaning) for entry in found.line]
            self._lines[group] = (*known, *(line for line in made if self._usable(file.name, line, check=check)))

    def _usable(self, file: str, line: Line, *, check: bool) -> bool:
        where = f"{file}: “{line.text}” is not used"
        if not line.recordings:
            self._refuse(
                file, f"{where}, because its recording is not there. Put the sound file beside it, and name it."
            )
            return False
        why = self._playable(line.recordings[0].sound) if check else None
        if why is not None:
            self._refuse(file, f"{where}. {why}")
        return why is None

    def drills_in(self, folder: Traversable) -> None:
        for file in self._files(folder):
            try:
                found = DRILL.read(file)
                drill = Drill(id=file.name.removesuffix(SUFFIX), **dict(found))
                if drill.prospect is not None:
                    _must_be_sayable(file.name, drill.prospect, self._lines)
            except BadScript as error:
                self._refuse(file.name, str(error))
            else:
                self._drills[drill.id] = drill

    def done(self) -> Repertoire:
        ids = [drill.id for drill in self._drills.values() if drill.prospect is not None]
        for drill in list(self._drills.values()):
            unknown = [name for name in drill.mix if name not in (*ids, EVERY)]
            for name in unknown:
                self._refuse(f"{drill.id}{SUFFIX}", f"{drill.id}{SUFFIX} mixes {_missing(name, 'drill', ids)}.")
            if drill.mix and len(unknown) == len(drill.mix):
                del self._drills[drill.id]
        in_order = sorted(self._drills.values(), key=lambda drill: (drill.order, drill.title.casefold()))
        return Repertoire(tuple(in_order), self._lines, tuple(self._broken))

    def _files(self, folder: Traversable) -> list[Traversable]:
        try:
            found = [file for file in folder.iterdir() if file.name.endswith(SUFFIX) and not file.name.startswith(".")]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            self._refuse(
                folder.name, f"The folder {folder} cannot be read ({error.strerror}). What came with Okbye works."
            )
            return []
        return sorted(found, key=lambda file: file.name)

    def _refuse(self, file: str, says: str) -> None:
        self._broken.append(Broken(file, says))


def _must_be_sayable(file: str, plan: Plan, lines: Mapping[str, tuple[Line, ...]]) -> None:
    for place, fitting in _PLACES.items():
        for group in getattr(plan, place):
            known = lines.get(group)
            if not known:
                raise BadScript(f"{file} is not used: {place} names {_missing(group, 'file of lines', lines)}.")
            if known[0].meaning not in fitting:
                raise BadScript(
                    f"{file} is not used: {place} names “{group}”, whose lines mean “{known[0].meaning}”, "
                    f"and there only these fit: {', '.join(sorted(fitting))}."
                )


def _missing(name: str, kind: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f"“{name}”, and there is no {kind} of that name" + (f" (did you mean {close[0]}?)" if close else "")
