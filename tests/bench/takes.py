"""The command against a folder of takes whose truth is known: runs the folder's own score.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run(folder: str | None) -> None:
    if folder is None:
        sys.stdout.write("skipped: no folder of takes was named (--takes DIR, with truth.json, beside a score.py)\n")
        return
    takes = Path(folder).resolve()
    score = takes.parent / "score.py"
    if not (takes / "truth.json").exists() or not score.exists():
        sys.stdout.write(f"skipped: {folder} has no truth.json, or no score.py stands beside it\n")
        return
    command = f"{sys.executable} -m app analyze --json"
    sys.stdout.flush()
    subprocess.run([sys.executable, score, takes, "--analyze", command], check=False)
