"""Measures many recordings, in one process or several, and hands the outcomes back in order as they are known."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from app.measure import Outcome, Unusable, outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, MutableSequence, Sequence
    from pathlib import Path

    from coach.bands import Bands

    Measure = Callable[[Path, Bands, Callable[[float], None]], Outcome]
    Watch = Callable[[int, float], None]  # told the number of a recording and the share of it that is done

AHEAD = 16  # recordings handed to each process before the first of them is done
POLL_S = 0.1


def cores() -> int:
    """Those this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def measured(
    paths: Sequence[Path], bands: Bands, workers: int, watch: Watch, measure: Measure = outcome
) -> Iterator[Outcome]:
    """Yield one outcome for each of `paths`. A recording that kills the process that decodes it costs only itself."""
    if workers == 1:
        yield from (measure(path, bands, partial(watch, number)) for number, path in enumerate(paths))
        return
    done = 0
    while done < len(paths):
        rest = range(done, len(paths))
        try:
            for found in _pooled(rest, paths, bands, workers, watch, measure):
                yield found
                done += 1
        except BrokenProcessPool:
            # The recording that was waited for broke it, or one further on: by itself it shows which.
            yield _alone(done, paths, bands, watch, measure)
            done += 1


def _alone(number: int, paths: Sequence[Path], bands: Bands, watch: Watch, measure: Measure) -> Outcome:
    try:
        (found,) = _pooled([number], paths, bands, 1, watch, measure)
    except BrokenProcessPool:
        says = f"{paths[number].name} is not a sound file this program can read: its decoder broke down."
        return Unusable(paths[number], "unreadable", says)
    return found


def _pooled(
    numbers: Sequence[int], paths: Sequence[Path], bands: Bands, workers: int, watch: Watch, measure: Measure
) -> Iterator[Outcome]:
    context = get_context("spawn")  # the same on every system, and safe beside threads
    shares = context.RawArray("d", len(paths) + 1)  # how much of each is done; in the last place: stop
    pool = ProcessPoolExecutor(min(workers, len(numbers)), context, _begin, (shares,))
    running: deque[tuple[int, Future[Outcome]]] = deque()
    waiting = deque(numbers)
    try:
        while waiting or running:
            while waiting and len(running) < AHEAD * workers:
                number = waiting.popleft()
                with _interrupts_held():
                    running.append((number, pool.submit(_measured, measure, number, paths[number], bands)))
            yield _first(running, shares, watch)
    finally:
        shares[-1] = 1.0
        pool.shutdown(cancel_futures=True)


def _first(running: deque[tuple[int, Future[Outcome]]], shares: Sequence[float], watch: Watch) -> Outcome:
    _, future = running[0]
    while not future.done():
        wait([future], POLL_S)
        for number, _ in running:
            watch(number, shares[number])
    running.popleft()
    return future.result()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started in here never see Ctrl-C: this one alone does, and tells them to stop."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the worker processes ---


class _Stopped(Exception):
    """The recordings are no longer wanted."""


_shares: MutableSequence[float] = []


def _begin(shares: MutableSequence[float]) -> None:
    global _shares  # noqa: PLW0603 - a process pool hands shared memory over in no other way
    _shares = shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    """A process that is killed takes nobody along: without this its workers would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _measured(measure: Measure, number: int, path: Path, bands: Bands) -> Outcome:
    return measure(path, bands, partial(_note, number))


def _note(number: int, share: float) -> None:
    _shares[number] = share
    if _shares[-1]:
        raise _Stopped
