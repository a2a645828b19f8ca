"""A report: of one take, of one rep, or of everybody in a stretch of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from app.reporting.page import COLOURS, Page, page
from app.reporting.summary import Spread, Summary, summary
from app.reporting.writing import ReportStopped
from app.widgets.wording import MARKS, RESULTS, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.reporting.sounds import Sounds
    from coach.review.reviewed import Reviewed

Told = Callable[[int], bool]
Number = tuple[str, str, str]  # its name, itself, what belongs to it


@dataclass(frozen=True, slots=True)
class Line:
    """One take in the list of all."""

    number: int
    when: str
    drill: str
    pause: str
    silence: str
    mark: str
    colour: str
    trainer: str


@dataclass(frozen=True, slots=True)
class Section:
    """The takes of one rep; `heading` is empty where the report has no other. The pages are made as they are read."""

    heading: str
    numbers: tuple[Number, ...]
    lines: tuple[Line, ...]
    first: int
    takes: tuple[Reviewed, ...]
    sounds: Sounds
    drills: Mapping[str, str]
    told: Told

    @property
    def reviewed(self) -> bool:
        """Whether a trainer has said something else of any of them."""
        return any(line.trainer for line in self.lines)

    def pages(self) -> Iterator[Page]:
        """Raise `ReportStopped`."""
        for number, take in enumerate(self.takes, self.first):
            if not self.told(number - 1):
                raise ReportStopped
            yield page(self.sounds.entry(take), self.drills, number)


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    about: str
    made: str
    sections: tuple[Section, ...]


def on_to_the_end(_: int) -> bool:
    return True


def report(
    takes: Sequence[Reviewed],
    sounds: Sounds,
    drills: Mapping[str, str],
    now: datetime,
    told: Told = on_to_the_end,
) -> Report:
    """`drills` has their titles by name. The reps stand in alphabetical order, their takes in order of time.

    While it is written `told` is told how many takes are done; False stops it.
    """
    ordered = sorted(takes, key=lambda one: (one.take.rep, one.take.started_at, one.take.id))
    by_rep = [(rep, tuple(of_rep)) for rep, of_rep in groupby(ordered, lambda one: one.take.rep)]
    sections, first = [], 1
    for rep, of_rep in by_rep:
        several = len(of_rep) > 1
        sections.append(
            Section(
                heading=rep if len(by_rep) > 1 else "",
                numbers=tuple(_numbers(summary(of_rep))) if several else (),
                lines=tuple(_line(one, number, drills) for number, one in enumerate(of_rep, first)) if several else (),
                first=first,
                takes=of_rep,
                sounds=sounds,
                drills=drills,
                told=told,
            )
        )
        first += len(of_rep)
    title = by_rep[0][0] if len(by_rep) == 1 else f"{len(by_rep)} reps"
    return Report(title, _about(ordered), f"Made with Okbye on {now.astimezone():%Y-%m-%d at %H:%M}.", tuple(sections))


def _about(takes: Sequence[Reviewed]) -> str:
    days = sorted({one.take.started_at.astimezone().date() for one in takes})
    count = f"{len(takes)} take{'' if len(takes) == 1 else 's'}"
    if not days:
        return count
    return f"{count}, {days[0]}" if len(days) == 1 else f"{count}, {days[0]} to {days[-1]}"


def _numbers(of: Summary) -> Iterator[Number]:
    yield "Takes", str(of.takes), ""
    yield "As wanted", f"{of.passed} of {of.judged}", f"{100 * of.passed / of.judged:.0f} %" if of.judged else ""
    for name, spread in (("Pause", of.pause), ("Silence", of.silence)):
        if spread is not None:
            yield name, seconds(spread.middle), _half(spread)
    if of.fault is not None:
        yield "Usual fault", of.fault, f"in {of.fault_takes}"


def _half(spread: Spread) -> str:
    return f"half of them {spread.low:.2f} to {seconds(spread.high)}"


def _line(one: Reviewed, number: int, drills: Mapping[str, str]) -> Line:
    take, verdict = one.take, one.verdict
    said = one.result
    return Line(
        number,
        f"{take.started_at.astimezone():%Y-%m-%d %H:%M}",
        drills.get(take.drill, take.drill) if take.drill else "",
        seconds(verdict.close.pause) if verdict.close else "–",
        seconds(verdict.close.silence, 1) if verdict.close else "–",
        f"{MARKS[verdict.result]} {RESULTS[verdict.result]}",
        COLOURS[verdict.result],
        "" if said is verdict.result else f"{MARKS[said]} {RESULTS[said]}",
    )
