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

Bad = tuple[float, Take, Verdict]  # with how far off the pause was, seconds


class Worst:
    """Sees every take and keeps the bad ones."""

    def __init__(self) -> None:
        self._bad: list[Bad] = []

    def see(self, take: Take, verdict: Verdict, result: Outcome) -> None:
        off = inf if result.found is False else result.pause_error or 0.0
        if off > BAD_S:
            self._bad.append((off, take, verdict))

    def write(self, folder: Path) -> None:
        """Each as NAME.flac with NAME.truth.txt and NAME.heard.txt beside it, and a README with a line for each."""
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["# The closes that were measured worst\n", "Import the .txt files in Audacity as labels.\n"]
        for number, (off, take, verdict) in enumerate(self._worst(), 1):
            name = f"{number:02}-{re.sub('[^a-z0-9]+', '-', take.name.lower())}"
            soundfile.write(folder / f"{name}.flac", take.samples, take.rate_hz, subtype="PCM_24")
            duration = len(take.samples) / take.rate_hz
            (folder / f"{name}.truth.txt").write_text(audacity(deserved(take.truth, duration)), encoding="utf-8")
            (folder / f"{name}.heard.txt").write_text(audacity(verdict), encoding="utf-8")
            lines.append(f"- `{name}.flac` – {take.subsets[-1]}: {_told(take, verdict, off)}")
        (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _worst(self) -> list[Bad]:
        """One of a condition, one of a close: the hardest condition and the hardest close must not hide the rest."""
        chosen: list[Bad] = []
        for bad in sorted(self._bad, key=lambda bad: -bad[0]):
            conditions, truths = ({one.subsets[-1] for _, one, _ in chosen}, {one.truth for _, one, _ in chosen})
            if bad[1].subsets[-1] not in conditions and bad[1].truth not in truths:
                chosen.append(bad)
        return chosen[:MOST]


def _told(take: Take, verdict: Verdict, off: float) -> str:
    if verdict.close is None:
        return "no close was heard."
    if not isfinite(off):
        return "the close was not found where it is."
    close = verdict.close
    return f"the pause is {take.truth.pause:.3f} s, {close.pause:.3f} ± {close.pause_error:.3f} s was measured."
