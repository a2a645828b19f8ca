"""A call list in memory, small and real, and prospects for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from coach.calls.call import Call, Outcome
from coach.calls.call_list import Counts, Week
from coach.calls.next_call import NextCall, Planned, Status
from coach.calls.prospect import Prospect

START = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def prospect(number: int, **more: object) -> Prospect:
    known = {"company": f"Firm {number}", "numbers": (f"+12125550{100 + number}",)} | more
    return Prospect(f"p{number}", f"Mr {number}", **known)


def planned(number: int, offer: str | None = "b", calls: Sequence[Call] = ()) -> Planned:
    return Planned(prospect(number), NextCall(Status.DUE, "It is their turn.", offer=offer), tuple(calls))


class ListInMemory:
    """Who has no call in the log is due, in the order of the list; every offer is `offer`."""

    def __init__(self, *prospects: Prospect, offer: str | None = "b") -> None:
        self.prospects = {one.id: one for one in prospects}
        self.log_of: dict[str, Call] = {}
        self.offer = offer
        self.postponed: dict[str, date] = {}

    def put(self, prospects: Sequence[Prospect]) -> None:
        self.prospects |= {one.id: one for one in prospects}

    def get(self, prospect: str) -> Prospect | None:
        return self.prospects.get(prospect)

    def remove(self, prospect: str) -> None:
        del self.prospects[prospect]

    def count(self) -> int:
        return len(self.prospects)

    def find(self, text: str, limit: int = 50) -> list[Prospect]:
        return [one for one in self.prospects.values() if text.lower() in one.name.lower()][:limit]

    def planned(self, prospect: str, now: datetime) -> Planned | None:
        if prospect not in self.prospects:
            return None
        calls = self.calls(prospect)
        status = Status.WAITING if calls else Status.DUE
        return Planned(self.prospects[prospect], NextCall(status, "As told.", offer=self.offer), tuple(calls))

    def _of(self, status: Status, now: datetime) -> list[Planned]:
        every = [self.planned(one, now) for one in self.prospects]
        return [one for one in every if one is not None and one.next.status is status]

    def due(self, now: datetime, limit: int = 200, after: str | None = None) -> list[Planned]:
        return self._of(Status.DUE, now)[:limit]

    def waiting(self, now: datetime, limit: int = 200, after: str | None = None) -> list[Planned]:
        return self._of(Status.WAITING, now)[:limit]

    def never(self, limit: int = 200, after: str | None = None) -> list[Planned]:
        return []

    def next_due(self, now: datetime, skip: Collection[str] = ()) -> Planned | None:
        return next((one for one in self.due(now) if one.prospect.id not in skip), None)

    def due_count(self, now: datetime) -> tuple[int, int]:
        return len(self.due(now)), 0

    def weeks(self, now: datetime, count: int = 7) -> list[Week]:
        return []

    def log(self, call: Call) -> None:
        self.log_of[call.id] = call

    def take_back(self, call: str) -> None:
        del self.log_of[call]

    def calls(self, prospect: str | None = None, since: datetime | None = None, limit: int = 200) -> list[Call]:
        wanted = [
            call
            for call in self.log_of.values()
            if prospect in {None, call.prospect} and (since is None or call.started_at >= since)
        ]
        return sorted(wanted, key=lambda call: call.started_at, reverse=True)[:limit]

    def counts(self, since: datetime, until: datetime | None = None) -> Counts:
        calls = self.calls(since=since, limit=100_000)
        noes = sum(call.outcome is Outcome.NO for call in calls)
        yeses = sum(call.outcome is Outcome.YES for call in calls)
        return Counts(len(calls), sum(call.offer is not None for call in calls), noes + yeses, noes, yeses)

    def given(self) -> dict[str, int]:
        return {}

    def postpone(self, prospect: str, to: date | None) -> None:
        self.prospects[prospect] = replace(self.prospects[prospect], postponed=to)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
