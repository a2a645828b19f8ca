"""How outcomes are shown: JSON for programs, a line with a mark for people."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from rich.console import Console
from rich.text import Text

from app.command.printable import visible
from app.measure import Measurement, Unusable
from coach.report import as_json, error_as_json
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.measure import Outcome
    from coach.verdict import Close

LONGEST_NAME = 48
UNUSABLE = "could not be used"

# A shape, a word and a colour: never a colour alone.
MARKS = {
    Result.PASS: ("✓ pass", "green"),
    Result.FAIL: ("✗ fail", "red"),
    Result.UNSURE: ("? unsure", "yellow"),
    Result.NOT_MEASURED: ("- not measured", "dim"),
}
MARK_WIDTH = max(len(mark) for mark, _ in MARKS.values())
TIMES_WIDTH = len("pause 0.80 ± 0.01 s   silence 4.8 s")


class Show(Protocol):
    def outcome(self, outcome: Outcome) -> None: ...

    def end(self, outcomes: Sequence[Outcome]) -> None: ...


class Lines:
    """One JSON object a line."""

    def outcome(self, outcome: Outcome) -> None:
        path = str(outcome.path)
        if isinstance(outcome, Unusable):
            line = error_as_json(path=path, kind=outcome.kind, says=outcome.says)
        else:
            line = as_json(outcome.verdict, path=path, sample_rate_hz=outcome.sample_rate_hz, note=outcome.note)
        print(json.dumps(line, allow_nan=False), flush=True)  # noqa: T201 - the results
        _warn(outcome)

    def end(self, outcomes: Sequence[Outcome]) -> None:
        """A program needs no last line."""


class Table:
    """One line for each; what cannot be used goes to stderr, as every message does."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._out = Console(file=sys.stdout, soft_wrap=True, highlight=False)
        self._name_width = min(LONGEST_NAME, max((len(visible(str(path))) for path in paths), default=0))

    def outcome(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unusable):
            print(visible(outcome.says), file=sys.stderr, flush=True)  # noqa: T201
            return
        self._out.print(self._row(outcome))
        sys.stdout.flush()
        _warn(outcome)

    def end(self, outcomes: Sequence[Outcome]) -> None:
        if len(outcomes) > 1:
            print(_total(outcomes), flush=True)  # noqa: T201

    def _row(self, measurement: Measurement) -> Text:
        verdict = measurement.verdict
        mark, style = MARKS[verdict.result]
        row = Text()
        row.append(f"{mark:{MARK_WIDTH}}", style)
        row.append(f"  {visible(str(measurement.path)):{self._name_width}}", "bold")
        row.append(f"  {_times(verdict.close):{TIMES_WIDTH}}  {verdict.headline}")
        if len(verdict.closes) > 1:
            row.append(f" (the last of {len(verdict.closes)} closes)", "dim")
        return row


def _warn(outcome: Outcome) -> None:
    if isinstance(outcome, Measurement) and outcome.note:
        print(visible(outcome.note), file=sys.stderr, flush=True)  # noqa: T201


def _times(close: Close | None) -> str:
    if close is None:
        return ""
    return f"pause {close.pause:.2f} ± {close.pause_error:.2f} s   silence {close.silence:.1f} s"


def _total(outcomes: Sequence[Outcome]) -> str:
    """Return "12 recordings: 8 pass, 3 fail, 1 could not be used"."""
    words = [o.verdict.result.value.replace("_", " ") if isinstance(o, Measurement) else UNUSABLE for o in outcomes]
    counts = Counter(words)
    order = [*(result.value.replace("_", " ") for result in Result), UNUSABLE]
    return f"{len(words)} recordings: {', '.join(f'{counts[word]} {word}' for word in order if counts[word])}"
