"""How soon the trainer's table, the team and "what if" are there, with a hundred thousand takes in the store."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
import stored

from bench import review_page
from coach.bands import Band, Bands
from coach.review.review import WHOLE, Opinion, Review
from coach.review.rows import Order
from coach.review.team import team
from coach.review.what_if import gather, what_if
from coach.store import tables
from coach.store.opening import open_store
from coach.takes import EVERY, Wanted
from coach.verdict import Result

MADE, COPIES = 5_000, 20  # one rep's takes, and how many reps have the like
TIMES = 9
PASTS = 10_000
DEEP = MADE * COPIES * 9 // 10

OPEN = """
import sys, time
from pathlib import Path
from coach.store.opening import open_store
began = time.perf_counter()
with open_store(Path(sys.argv[1])) as store:
    assert len(store.rows.page()) == 100 and store.takes.count() > 90_000
    print(f"{1000 * (time.perf_counter() - began):.0f}")
"""


def run(_folder: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "okbye.db"
        with open_store(database) as store:
            _fill(store)
            sys.stdout.write(f"{store.takes.count()} takes, {database.stat().st_size / 2**20:.0f} MiB\n")
        _tell("opened, first page, counted (another process)", [_opened(database) for _ in range(TIMES)])
        with open_store(database) as store:
            _table(store)
            _team(store)
            for name, ms in review_page.measured(store, Path(folder)):
                _tell(name, ms)


def _table(store) -> None:
    wishes = {
        "every take": EVERY,
        "needs a look": Wanted(needs_a_look=True),
        "one rep": Wanted(rep="Rep 03"),
        "fail": Wanted(verdict=Result.FAIL),
        "30 days": Wanted(since=datetime.now(UTC) - timedelta(days=30)),
        "a search": Wanted(text="rep busy"),
        "a search for nothing there": Wanted(text="xyzzy"),
    }
    for name, wanted in wishes.items():
        _timed(f"filtered: {name}", lambda wanted=wanted: (store.rows.page(wanted), store.takes.count(wanted)))
    for by in ("doubt", "time", "rep", "pause", "silence"):
        for falling in (True, False):
            order = Order(by, falling)
            _timed(f"by {by}, {'falling' if falling else 'rising'}", lambda order=order: store.rows.page(order=order))
        _timed(f"by {by}, from take {DEEP} on", lambda by=by: store.rows.page(order=Order(by), offset=DEEP))
    last = store.rows.page(offset=DEEP)[0].id
    _timed(f"where take {DEEP} stands", lambda: store.rows.place(last))


def _team(store) -> None:
    recent = Wanted(since=datetime.now(UTC) - timedelta(weeks=12))
    _timed("the team, 12 weeks", lambda: team(store.team, recent, datetime.now(UTC).date()), 3)
    _timed("machine and trainer, 1 000 words", store.reviews.judged_by_both, 3)
    pasts = list(_timed(f"{PASTS} past verdicts read", lambda: gather(store.past.pasts(Wanted(last=PASTS)), bool), 3))
    narrower = Bands(pause=Band(low=0.7, high=1.6))
    found = _timed(f"another band tried on {PASTS}", lambda: what_if(pasts, narrower), 3)
    sys.stdout.write(f"of {found.takes} verdicts {len(found.changes)} would change\n")


def _fill(store) -> None:
    stored.fill(store, MADE, 300, rep="Rep 00")
    with store.transact(writes=True) as connection:
        for copy in range(1, COPIES):
            name = f"Rep {copy:02d}"
            own = {"rep": sa.literal(name), "found_by": name.lower() + sa.func.substr(tables.takes.c.found_by, 7)}
            _copy(connection, tables.takes, "id", copy, own)
            _copy(connection, tables.checks, "take_id", copy, {})
    for row in store.rows.page(limit=1_000):
        said = (Opinion(WHOLE, Result.PASS if row.doubt > 1 else row.result),)
        store.reviews.put(Review(row.id, "Tess", datetime.now(UTC), None, said))


def _copy(connection, table, key, copy, own) -> None:
    """The rows of the first rep, under other ids."""
    theirs = sa.select(tables.takes.c.id).where(tables.takes.c.rep == "Rep 00")
    own = {key: f"{copy:02d}" + sa.func.substr(table.c[key], 3), **own}
    columns = [own.get(column.name, column) for column in table.c]
    rows = sa.select(*columns).where(table.c[key].in_(theirs))
    connection.execute(sa.insert(table).from_select(list(table.c), rows))


def _opened(database: Path) -> float:
    done = subprocess.run([sys.executable, "-c", OPEN, database], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _timed(name, act, times=TIMES):
    ms = []
    for _ in range(times):
        began = time.perf_counter()
        found = act()
        ms.append(1000 * (time.perf_counter() - began))
    _tell(name, ms)
    return found


def _tell(name: str, ms: list[float]) -> None:
    in_order = sorted(ms)
    sys.stdout.write(f"{name:45} {in_order[len(ms) // 2]:7.1f} ms median, {in_order[-1]:7.1f} ms the slowest\n")
    sys.stdout.flush()
