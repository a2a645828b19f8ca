"""What stands in the table, in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.widgets.plot_words import day_name
from app.widgets.wording import CHECKS, MARKS, RESULTS
from coach.review.review import WHOLE
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from coach.review.rows import Fault, TakeRow

TONES: Final = {Result.PASS: "accent", Result.FAIL: "wrong", Result.UNSURE: "unsure", Result.NOT_MEASURED: "soft"}
WORDS: Final = {Result.PASS: "clear", Result.FAIL: "fault", Result.UNSURE: "unsure", Result.NOT_MEASURED: "no close"}
SHORT: Final = {
    "pause": "pause",
    "silence": "silence",
    "nothing_else": "said more",
    "ok": "“Ok”",
    "farewell": "“Good-bye”",
    "answer_time": "answer",
    "message": "message",
    "welcome": "“welcome”",
    "close": "close",
    "tone_ok": "tone of “Ok”",
    "tone_farewell": "tone of “Good-bye”",
}
_CHECKS: Final = {WHOLE: "The whole take", "nothing_else": "Nothing else said", "before_ok": "Said before “Ok”"}
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_THIS_WEEK: Final = timedelta(days=7)


def when(moment: datetime, today: date) -> str:
    """ "Today 09:14", "Fri 16:31" within a week, "3 Nov 16:31", with its year where that is another."""
    at = moment.astimezone()
    day, time = at.date(), f"{at:%H:%M}"
    if day == today:
        return f"Today {time}"
    if timedelta(0) < today - day < _THIS_WEEK:
        return f"{_DAYS[day.weekday()]} {time}"
    return f"{day_name(day, with_year=day.year != today.year)} {time}"


def drill(name: str | None, titles: Mapping[str, str]) -> str:
    if not name:
        return ""
    return titles.get(name) or name.replace("_", " ").capitalize()


def verdict(row: TakeRow) -> str:
    """Its mark with one or two words: "✗ short silence", "? unsure: pause", "✓ clear"."""
    return f"{MARKS[row.result]} {_what(row.result, row.fault)}"


def _what(result: Result, fault: Fault | None) -> str:
    if fault is None or result not in {Result.FAIL, Result.UNSURE}:
        return WORDS[result]
    what = SHORT.get(fault.check)
    if result is Result.UNSURE:
        return f"unsure: {what or fault.word}"
    if fault.check in {"nothing_else", "before_ok"}:
        return "said more"
    word = "no" if fault.word in {"none", "missing"} else fault.word
    return f"{word} {what}" if what else word


def trainer(row: TakeRow) -> str:
    """The trainer's word: that they agree, what they say in its place, or that they only looked."""
    if row.trainer is None:
        return "seen" if row.reviewed else ""
    if row.trainer is row.result:
        return "✓ agrees"
    return f"{MARKS[row.trainer]} {RESULTS[row.trainer]}"


def many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def check(name: str) -> str:
    """What a check is called where there is little room."""
    said = _CHECKS.get(name) or SHORT.get(name) or CHECKS.get(name, name)
    return said[:1].upper() + said[1:]
