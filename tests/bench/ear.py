"""The ear beside other engines over the same takes: composed ones, and folders that are named."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bench import composed, examples, labelled, recorded
from bench.engines import Engine, engines, heard
from bench.markdown import inside, ms, pause, share, table
from bench.scoring import Outcome, outcome, score
from bench.truth import Take

COUNT = 60  # closes for each condition
NOISES = ("20 dB and over", "15 dB", "10 dB")

Tally = dict[str, dict[str, list[Outcome]]]  # by engine and subset


def run(asked: Namespace) -> None:
    measured = engines()
    if len(measured) < 5:
        sys.stdout.write("Not every other engine is installed; those that are missing are left out.\n")
    _composed(measured, asked.examples)
    if asked.takes:
        _folder(measured, asked.takes)
    recorded.run(asked, measured)


def _composed(measured: Sequence[Engine], folder: Path | None) -> None:
    names = [condition.name for condition in composed.CONDITIONS]
    count = COUNT * len(names)
    worst = examples.Worst()
    tally = _tally(measured, _shown(composed.takes(COUNT, composed.CONDITIONS), count), worst)
    sys.stdout.write(f"\n### {count} composed closes\n\n{_compared(measured, tally)}")
    sys.stdout.write(f"Ours by condition:\n\n{_by_subset(tally[measured[0].name], names)}")
    sys.stdout.write("Found by every engine, and the median error of the pause in ms:\n\n")
    sys.stdout.write(_side_by_side(measured, tally, names))
    if folder is not None:
        worst.write(folder)


def _folder(measured: Sequence[Engine], folder: Path) -> None:
    count = len(labelled.recordings(folder))
    tally = _tally(measured, _shown(labelled.takes(folder), count))
    subsets = [*NOISES, *labelled.SUBSETS]
    sys.stdout.write(f"\n### {count} takes with a truth.json\n\n{_compared(measured, tally)}")
    sys.stdout.write(f"Ours by kind:\n\n{_by_subset(tally[measured[0].name], subsets)}")


def _shown(takes: Iterable[Take], count: int) -> Iterable[Take]:
    return track(takes, "takes", count, console=Console(stderr=True), transient=True)


def _tally(measured: Sequence[Engine], takes: Iterable[Take], worst: examples.Worst | None = None) -> Tally:
    tally: Tally = {engine.name: defaultdict(list) for engine in measured}
    for take in takes:
        sound = heard(take.samples, take.rate_hz)
        for i, engine in enumerate(measured):
            verdict = engine.judge(sound)
            result = outcome(take.truth, verdict)
            if worst is not None and i == 0:
                worst.see(take, verdict, result)
            for subset in take.subsets:
                tally[engine.name][subset].append(result)
    return tally


def _compared(measured: Sequence[Engine], tally: Tally) -> str:
    head = (
        "engine",
        f"found, {' / '.join(NOISES)}",
        "pause off, ms: median / 95th",
        "verdict right",
        "inside",
        "half width, ms",
        "something else said: recall / false",
        "silence off, ms: median / 95th",
    )
    rows = []
    for engine in measured:
        scores = [score(tally[engine.name][noise]) for noise in NOISES]
        clean = scores[0]
        rows.append(
            (
                engine.name,
                " / ".join(share(one.found) for one in scores),
                pause(clean),
                share(clean.right),
                *inside(clean, stated=engine.states_errors),
                f"{share(clean.extra_recall)} / {share(clean.extra_false)}",
                f"{ms(clean.silence_median)} / {ms(clean.silence_95th)}",
            )
        )
    return table(head, rows) + f"All but the shares found: at {NOISES[0]}.\n\n"


def _by_subset(outcomes: dict[str, list[Outcome]], subsets: Sequence[str]) -> str:
    head = (
        "condition",
        "found",
        "pause off, ms: median / 95th",
        "inside",
        "half width, ms",
        "verdict right",
        "something else said: recall / false",
    )
    rows = []
    for subset in subsets:
        one = score(outcomes[subset])
        extra = f"{share(one.extra_recall)} / {share(one.extra_false)}"
        name = f"{subset} ({one.takes})"
        rows.append((name, share(one.found), pause(one), *inside(one, stated=True), share(one.right), extra))
    return table(head, rows)


def _side_by_side(measured: Sequence[Engine], tally: Tally, subsets: Sequence[str]) -> str:
    rows = []
    for subset in subsets:
        scores = [score(tally[engine.name][subset]) for engine in measured]
        rows.append((subset, *(f"{one.found:.2f}, {ms(one.pause_median)}" for one in scores)))
    return table(("found, ms off", *(engine.name.partition(",")[0] for engine in measured)), rows)
