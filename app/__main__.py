"""`python -m app` and the installed `okbye`: everything starts here."""

from __future__ import annotations

import os
import sys

from app.display import has_display

# Before numpy is loaded: the ear's matrices and the words it hears are small, and threads that wait for one another
# cost twice the processor.
for _library in (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "RAYON_NUM_THREADS",
):
    os.environ.setdefault(_library, "1")

_WINDOW: list[list[str]] = [[], ["rehearse"], ["live"], ["review"], ["callbacks"], ["offers"]]  # the words that open it


def main() -> None:
    if getattr(sys, "frozen", False):
        # In a bundle there is no `python` to start: a worker process is this program again.
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()
    match sys.argv[1:]:
        case ["press", name] if not name.startswith("-"):  # past everything that takes its time to load
            from app.folders import folders  # noqa: PLC0415
            from app.presses.pressing import press  # noqa: PLC0415

            sys.exit(press(folders().home, name))
    if sys.argv[1:] in _WINDOW and has_display(os.environ):
        from app.window.start import run as open_window  # noqa: PLC0415 - the commands need no Qt

        sys.exit(open_window(*sys.argv[1:]))
    from app.command.root import run  # noqa: PLC0415 - a worker process imports this module and needs no command

    run()


if __name__ == "__main__":
    main()
