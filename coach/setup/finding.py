"""One line of what the set-up found: a mark, what was looked at, the value, and what to do where it is not well."""

from __future__ import annotations

from dataclasses import dataclass

from coach.verdict import Result


@dataclass(frozen=True, slots=True)
class Finding:
    """`advice` is empty where there is nothing to do."""

    result: Result
    name: str
    value: str
    advice: str = ""

    @property
    def well(self) -> bool:
        return self.result is Result.PASS


def decibels(value: float) -> str:
    """A whole number with the sign that belongs to it."""
    return f"{'−' if round(value) < 0 else ''}{abs(round(value))}"
