"""The call list at scale: a hundred thousand people, a million calls, and a file of a hundred thousand rows."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import long_list

from coach.calls.call import Call, Outcome
from coach.calls.sheet.importing import import_list, look_at
from coach.store.opening import open_store
from coach.take import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.calls.call_list import CallList

PEOPLE = 100_000
CALLS_EACH = 10
TRIES = 60
SEARCHES = ("ok", "okafor bik", "lindq bakery 4", "5550012", "0123", "m", "nobody", "tran auto 99")
NOW = datetime.now(UTC).replace(hour=15, minute=0)


def run(_: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder) / "long" / "okbye.db")
        _import(Path(folder))


def _measure(database: Path) -> None:
    with open_store(database, offers=lambda: long_list.OFFERS) as store:
        began = perf_counter()
        long_list.fill(store, PEOPLE, CALLS_EACH, NOW)
        took = perf_counter() - began
        size = database.stat().st_size / 1e6
        sys.stdout.write(f"{PEOPLE} people and {PEOPLE * CALLS_EACH} calls made in {took:.0f} s, {size:.0f} MB\n")
        people = store.calls
        last = people.due(NOW)[-1].prospect.id
        for name, ask in {
            "due list, first page": lambda _: people.due(NOW),
            "due list, next page": lambda _: people.due(NOW, after=last),
            "waiting list, first page": lambda _: people.waiting(NOW),
            "how many are due": lambda _: people.due_count(NOW),
            "calls due each week": lambda _: people.weeks(NOW),
            "search": lambda turn: people.find(SEARCHES[turn % len(SEARCHES)]),
            "next prospect": lambda turn: people.next_due(NOW, [f"{n:08x}" for n in range(turn)]),
            "log a call": lambda turn: _log(people, turn),
            "counts of a day": lambda _: people.counts(NOW - timedelta(days=1)),
        }.items():
            _tell(name, ask)


def _tell(name: str, ask: Callable[[int], object]) -> None:
    """By the clock, and of the processor: what others do on the machine meanwhile is in the first alone."""
    clock, work = [], []
    for turn in range(TRIES):
        began, worked = perf_counter(), process_time()
        ask(turn)
        clock.append(1000 * (perf_counter() - began))
        work.append(1000 * (process_time() - worked))
    sys.stdout.write(f"{name:25} {_middle_and_slow(clock)} by the clock, {_middle_and_slow(work)} of the processor\n")
    sys.stdout.flush()


def _middle_and_slow(ms: list[float]) -> str:
    return f"{median(ms):5.1f} ms median {quantiles(ms, n=20)[-1]:5.1f} ms 95th percentile"


def _log(people: CallList, turn: int) -> None:
    people.log(Call(new_id(), f"{turn * 997 % PEOPLE:08x}", NOW, Outcome.NO, "a"))


def _import(folder: Path) -> None:
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Name,Company,Phone,City\n")
        for place in range(PEOPLE):
            one = long_list.prospect(place)
            file.write(f"{one.name},{one.company},{one.numbers[0]},Springfield\n")
    with open_store(folder / "fresh" / "okbye.db") as store:
        for what in ("new", "once more, all known"):
            began, worked = perf_counter(), process_time()
            form = look_at(path, {}, "US", lambda: True)
            done = import_list(path, form, "US", store.calls, lambda _: True, lambda _: None)
            took, work = perf_counter() - began, process_time() - worked
            sys.stdout.write(f"import of {done.rows} rows, {what}: {took:.1f} s, {work:.1f} s of the processor\n")
            sys.stdout.flush()
