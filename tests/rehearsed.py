"""A rehearsal without a sound card: a rep who keeps to a script, and lines that take the time they take.

The rep's script says what follows each line of the prospect's: words of a shipped voice, each after so many seconds,
and keys. All of it is sound, mixed as it falls due, and goes through the real engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import soxr
from drawing import RATE, spoken_word

import assets
from audio.block import Block, Samples
from audio.compose import room
from audio.ears import Ear, best_ear
from audio.lines import load
from audio.listen import listen
from audio.tones import tone
from coach.bands import Bands
from coach.drills.draw import draw
from coach.drills.events import LineBegan, LineEnded, OfferDone, Over, Play, RepHungUp, Say, TheyHungUp
from coach.drills.prospect import Prospect
from coach.drills.rehearse import rehearse
from coach.drills.repertoire import Repertoire
from coach.drills.repertoire import load as load_repertoire
from coach.verdict import Verdict

HANG_UP, OFFER_DONE = "hang up", "offer done"
REP = "am_michael"
SENTENCES = {  # what the rep says at length: the words do not matter, only that they are none of the close
    "offer": "stay_1",
    "argue": "objection_3",
    "clarify": "gatekeeper_3",
    "message": "voicemail_1",
    "welcome": "thanks_2",
    "why": "hello_1",
}
BLOCK = RATE // 10
LIMIT_S = 240.0

Step = tuple[float, str]
Script = Mapping[str, Sequence[Step]]

OFFER: Sequence[Step] = ((0.5, "offer"), (0.1, OFFER_DONE))
CLOSE: Sequence[Step] = ((0.5, "ok"), (0.9, "goodbye"))


@cache
def sound(name: str) -> Samples:
    if name in SENTENCES:
        samples, rate_hz = load(files(assets) / "voices" / REP / f"{SENTENCES[name]}.ogg")
        return soxr.resample(samples, rate_hz, RATE).astype(np.float32)
    return spoken_word(REP, name)


class Rehearsal:
    """Run one take; `verdict`, `acts` and the prospect's `encounter` are there afterwards."""

    def __init__(
        self, prospect: Prospect, script: Script, *, leak_db: float | None = None, ear: Ear | None = None
    ) -> None:
        self.prospect = prospect
        self.acts: list[object] = []
        self._script = {kind: list(steps) for kind, steps in script.items()}
        self._leak_db = leak_db
        self._now = 0  # samples handed out
        self._due: list[tuple[int, Samples]] = []
        self._keys: list[tuple[int, object]] = []
        self._ends_at: int | None = None
        self._follow("start", 0)
        for said in rehearse(listen(self._blocks(), ear or best_ear()), prospect, Bands()):
            if isinstance(said, Verdict):
                self.verdict = said
            elif isinstance(said, Say):
                self.acts.append(said.line.meaning.value)
                self._play(*load(said.line.sound), said.line.meaning.value)
            elif isinstance(said, Play):
                self.acts.append(said.tone.value)
                self._play(*tone(said.tone.value), said.tone.value)
            elif isinstance(said, TheyHungUp):
                self.acts.append("hung_up")
                self._follow("hung_up", self._now)
            elif isinstance(said, Over):
                self.acts.append("over")
                self._ends_at = self._now

    @property
    def encounter(self):
        return self.prospect.encounter

    def _blocks(self) -> Iterator[Block]:
        while self._now < LIMIT_S * RATE and (self._ends_at is None or self._now < self._ends_at):
            out = room(BLOCK, -65.0, self._now)
            for at, samples in self._due:
                first = max(0, at - self._now)
                part = samples[max(0, self._now - at) : max(0, self._now + BLOCK - at)]
                out[first : first + len(part)] += part
            self._due = [(at, samples) for at, samples in self._due if at + len(samples) > self._now + BLOCK]
            self._now += BLOCK
            self._press()
            yield Block(out[:, None], RATE)

    def _press(self) -> None:
        due = [key for at, key in self._keys if at <= self._now]
        self._keys = [(at, key) for at, key in self._keys if at > self._now]
        for key in due:
            if isinstance(key, RepHungUp):
                self._ends_at = self._now
            self.prospect.tell(key)

    def _play(self, samples: Samples, rate_hz: int, kind: str) -> None:
        heard = soxr.resample(samples, rate_hz, RATE).astype(np.float32)
        end = self._now + len(heard)
        self.prospect.tell(LineBegan(self._now / RATE))
        self._keys.append((end, LineEnded(end / RATE)))
        if self._leak_db is not None:
            self._due.append((self._now, heard * 10 ** (self._leak_db / 20)))
        self._follow(kind, end)

    def _follow(self, kind: str, at: int) -> None:
        """What the rep does once that was said; each kind once."""
        for gap, name in self._script.pop(kind, ()):
            at += round(gap * RATE)
            if name == HANG_UP:
                self._keys.append((at, RepHungUp(at / RATE)))
            elif name == OFFER_DONE:
                self._keys.append((at, OfferDone(at / RATE)))
            else:
                self._due.append((at, sound(name)))
                at += len(sound(name))


@cache
def repertoire() -> Repertoire:
    return load_repertoire()


def rehearsal(drill: str, script: Script, *, seed: int = 1, offer_words: int = 0, **how) -> Rehearsal:
    known = repertoire()
    scene = draw(known.drill(drill), known, seed)
    return Rehearsal(Prospect(scene, offer_words), script, **how)
