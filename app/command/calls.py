"""`okbye calls` and `okbye due`: what calls there were, and who is to be called, with which offer and why."""

from __future__ import annotations

import json
import sys
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.command.opened_list import NOBODY, call_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.table import Table

    from coach.calls.call import Call
    from coach.calls.call_list import CallList
    from coach.calls.next_call import Planned

Json = dict[str, object]
NO_CALLS = "No calls yet. They are logged while you call, in the app's Live window."


def calls(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    since: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Only the calls of that day and later."),
    ] = None,
) -> None:
    """List the calls, the newest first."""
    with call_list() as log:
        found: Iterator[tuple[Call, str]] = iter(()) if log is None else _with_names(log, since)
        if as_json:
            for call, name in found:
                typer.echo(json.dumps(call_line(call, name), allow_nan=False))
        else:
            _show(("When", "Prospect", "Outcome", "Offer", "Pause"), (_call_row(*one) for one in found), NO_CALLS)


def due(
    *,
    on: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="As it will be on that day; today if left out."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them to a calendar file, an event with an alarm each.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Also who is called later, and who never.")] = False,
) -> None:
    """List who is to be called, with which offer, and why; the longest overdue first."""
    now = datetime.combine(on.date(), time(12)).astimezone() if on else datetime.now().astimezone()
    with call_list() as people:
        if ics is not None:
            typer.echo(_written(people, now, ics, every=every), err=as_json)
            if not as_json:
                return
        found: Iterator[Planned] = iter(()) if people is None else _planned(people, now, every=every)
        if as_json:
            for one in found:
                typer.echo(json.dumps(due_line(one)))
        else:
            nobody = NOBODY if people is None or not people.count() else "Nobody is due. `okbye due --all` lists all."
            _show(("Prospect", "Phone", "", "Offer", "Why"), map(_due_row, found), nobody)


def call_line(call: Call, name: str) -> Json:
    measured = call.measured
    return {
        "id": call.id,
        "started_at": call.started_at.isoformat(),
        "prospect": name or None,
        "prospect_id": call.prospect,
        "phone": call.number,
        "offer": call.offer,
        "outcome": call.outcome.value,
        "ending": call.ending and call.ending.value,
        "said_no": call.said_no and call.said_no.value,
        "left_message": call.left_message,
        "verdict": measured and measured.result.value,
        "pause_s": measured and measured.pause,
        "pause_error_s": measured and measured.pause_error,
        "silence_s": measured and measured.silence,
        "sound": call.sound,
        "note": call.note,
    }


def due_line(one: Planned) -> Json:
    following = one.next
    return {
        "prospect": one.prospect.name,
        "company": one.prospect.company,
        "phone": following.number or next(iter(one.prospect.numbers), None),
        "status": following.status.value,
        "from": following.earliest and following.earliest.isoformat(),
        "until": following.until and following.until.isoformat(),
        "offer": following.offer,
        "ask_for_answer": following.ask_for_answer,
        "because": following.because,
        "id": one.prospect.id,
        "time_zone": one.prospect.time_zone,
    }


def _with_names(log: CallList, since: datetime | None) -> Iterator[tuple[Call, str]]:
    from coach.takes import start_of  # noqa: PLC0415

    names: dict[str | None, str] = {None: ""}
    first = start_of(since.date()) if since else None
    for call in log.all_calls(newest_first=True):
        if first is not None and call.started_at < first:
            return
        if call.prospect not in names:
            known = log.get(call.prospect) if call.prospect else None
            names[call.prospect] = known.name if known else ""
        yield call, names[call.prospect]


def _planned(people: CallList, now: datetime, *, every: bool) -> Iterator[Planned]:
    lists: list[Callable[..., list[Planned]]] = [people.due, *([people.waiting, people.never] if every else [])]
    for page_of in lists:
        after: str | None = None
        while page := page_of(now, after=after):
            yield from page
            after = page[-1].prospect.id


def _written(people: CallList | None, now: datetime, path: Path, *, every: bool) -> str:
    from coach.calls.calendar_file import write  # noqa: PLC0415

    found = [] if people is None else list(_planned(people, now, every=every))
    count = write(path, found, now)
    return f"{count} call{'' if count == 1 else 's'} in {path}"


def _call_row(call: Call, name: str) -> tuple[str, ...]:
    pause = call.measured.pause if call.measured else None
    return (
        f"{call.started_at.astimezone():%Y-%m-%d %H:%M}",
        name,
        call.outcome.value.replace("_", " "),
        call.offer or "",
        "" if pause is None else f"{pause:.2f} s",
    )


def _due_row(one: Planned) -> tuple[str, ...]:
    line = due_line(one)
    who = ", ".join(filter(None, [one.prospect.name, one.prospect.company]))
    return who, str(line["phone"] or ""), one.next.status.value, one.next.offer or "", one.next.because


def _show(headings: Iterable[str], rows: Iterable[tuple[str, ...]], nothing: str) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from app.command.printable import visible  # noqa: PLC0415

    table = _table(headings)
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    if table.row_count:
        Console(file=sys.stdout).print(table)
    else:
        typer.echo(nothing)


def _table(headings: Iterable[str]) -> Table:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        table.add_column(heading)
    return table
