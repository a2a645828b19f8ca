"""`python -m app` and the installed `okbye`: everything starts here."""

from __future__ import annotations

import sys


def main() -> None:
    if getattr(sys, "frozen", False):
        # In a bundle there is no `python` to start: a worker process is this program again.
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()
    from app.command.root import run  # noqa: PLC0415 - a worker process imports this module and needs no command

    run()


if __name__ == "__main__":
    main()
