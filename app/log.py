"""The log: one file beside the takes that never grows large and never leaves the machine."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LARGEST = 1_000_000
OLD_ONES = 2

log = logging.getLogger("okbye")


def keep_log(path: Path) -> None:
    """Write what happens to `path`, uncaught exceptions with it. Where that cannot be, the program runs without."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LARGEST, backupCount=OLD_ONES, encoding="utf-8")
    except OSError as error:
        log.info("no log is kept: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    _log_uncaught()


def _log_uncaught() -> None:
    """Log what nobody caught, then do what was done before: a hook that shows it may stand there already."""
    before, before_in_thread = sys.excepthook, threading.excepthook

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("uncaught", exc_info=(kind, error, trace))
        before(kind, error, trace)

    def uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread else "a thread"
            log.critical("uncaught in %s", name, exc_info=(args.exc_type, args.exc_value, args.exc_traceback))
        before_in_thread(args)

    sys.excepthook = uncaught
    threading.excepthook = uncaught_in_thread
