"""The closes that were measured worst, to listen to: sound, and label tracks of the truth and of what was heard."""

from __future__ import annotations

import re
from math import inf, isfinite
from pathlib import Path

import soundfile

from bench.scoring import Outcome
from bench.truth import Take, deserved
from coach.export import audacity
from coach.verdict import Verdict

MOST = 12
BAD_S = 0.03


class Worst:
    """Sees every take and keeps the worst of each condition, so that the hardest of them does not hide the rest."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Take, Verdict]] = {}

    def see(self, take: Take, verdict: Verdict, result: Outcome) -> None:
        off = inf if result.found is False else result.pause_error or 0.0
        condition = take.subsets[-1]
        if off > BAD_S and off > self._kept.get(condition, (0.0,))[0]:
            self._kept[condition] = (off, take, verdict)

    def write(self, folder: Path) -> None:
        """Each as NAME.flac with NAME.truth.txt and NAME.heard.txt beside it, and a README with a line for each."""
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["# The closes that were measured worst\n", "Import the .txt files in Audacity as labels.\n"]
        worst = sorted(self._kept.values(), key=lambda kept: -kept[0])[:MOST]
        for number, (off, take, verdict) in enumerate(worst, 1):
            name = f"{number:02}-{re.sub('[^a-z0-9]+', '-', take.name.lower())}"
            soundfile.write(folder / f"{name}.flac", take.samples, take.rate_hz, subtype="PCM_24")
            duration = len(take.samples) / take.rate_hz
            (folder / f"{name}.truth.txt").write_text(audacity(deserved(take.truth, duration)), encoding="utf-8")
            (folder / f"{name}.heard.txt").write_text(audacity(verdict), encoding="utf-8")
            lines.append(f"- `{name}.flac` – {take.subsets[-1]}: {_told(take, verdict, off)}")
        (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _told(take: Take, verdict: Verdict, off: float) -> str:
    if verdict.close is None:
        return "no close was heard."
    if not isfinite(off):
        return "the close was not found where it is."
    close = verdict.close
    return f"the pause is {take.truth.pause:.3f} s, {close.pause:.3f} ± {close.pause_error:.3f} s was measured."
