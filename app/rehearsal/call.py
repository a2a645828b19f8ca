"""A call with a virtual prospect: what it wants to say is played, and it is told when that was heard."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from app.said import CallState, Peaks, Phase
from audio.listen import listen
from audio.peaks import HOP_S, bars
from coach.drills.events import LineBegan, LineEnded, LineFailed, OfferDone, Over, Play, Say, TheyHungUp
from coach.drills.line import Meaning, SpokenLine
from coach.drills.prospect import Prospect
from coach.drills.rehearse import rehearse
from coach.drills.situation import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.rehearsal.clock import TakeClock
    from app.rehearsal.scene_sounds import SceneSounds
    from audio.block import Block, Samples
    from audio.ears import Ear
    from audio.errors import OutputError
    from coach.bands import Bands
    from coach.drills.scene import Scene
    from coach.stage import Stage
    from coach.verdict import Verdict


class PlayedLike(Protocol):
    """Moments of `time.monotonic()`, None while they are not known."""

    @property
    def began(self) -> float | None: ...
    @property
    def ended(self) -> float | None: ...


class SpeakerLike(Protocol):
    """What a call needs of an output; see `audio.speaker.Speaker`."""

    @property
    def fault(self) -> OutputError | None: ...

    def open(self) -> None: ...
    def close(self) -> None: ...
    def play(self, samples: Samples, rate_hz: int) -> PlayedLike: ...
    def stop(self) -> None: ...


class Call:
    """For one take: the listening thread pulls it along with the sound. `offer_done` comes from the window's."""

    def __init__(
        self,
        scene: Scene,
        sounds: SceneSounds,
        speaker: SpeakerLike,
        ear: Callable[[], Ear],
        bands: Bands,
        offer_words: int,
    ) -> None:
        self.drill = scene.drill
        self._sounds = sounds
        self._speaker = speaker
        self._ear = ear
        self._bands = bands
        self._prospect = Prospect(scene, offer_words)
        self._clock: TakeClock | None = None
        self._playing: PlayedLike | None = None
        self._saying: SpokenLine | None = None  # what plays, where it is no tone
        self._said: SpokenLine | None = None  # the last one that was heard out
        self._answers = 0
        self._sound: tuple[float, ...] = ()  # of what plays, as bars
        self._bars: tuple[Peaks, ...] = ()
        self._since: float | None = None  # what plays is heard, in seconds of the take
        self._state = CallState()

    @property
    def fault(self) -> str | None:
        """Why the prospect could not be heard to the end."""
        return self._prospect.encounter.failed

    def offer_done(self) -> None:
        """The rep says by key that the offer is read."""
        if self._clock is not None:
            self._prospect.tell(OfferDone(self._clock.now()))

    @contextmanager
    def connected(self) -> Iterator[None]:
        """The output is open meanwhile. Raise AudioError where there is none."""
        self._speaker.open()
        try:
            yield
        finally:
            self._speaker.close()

    def hear(
        self, blocks: Iterable[Block], clock: TakeClock, hang_up: Callable[[], None]
    ) -> Iterator[Stage | CallState | Verdict]:
        """Everything that is to be shown; `hang_up` is called when the call is over by itself."""
        self._clock = clock
        for said in rehearse(listen(blocks, self._ear()), self._prospect, self._bands):
            self._tell_what_was_heard(clock)
            match said:
                case Say(line=line):
                    self._saying = line
                    self._play(*self._sounds.line(line))
                case Play(tone=tone):
                    self._play(*self._sounds.tone(tone))
                case TheyHungUp():
                    self._speaker.play(*self._sounds.hung_up())
                case Over():
                    self._speaker.stop()
                    hang_up()
                case _:
                    yield said
            if (state := self._state_now()) != self._state:
                self._state = state
                yield state

    def _play(self, samples: Samples, rate_hz: int) -> None:
        self._sound = bars(samples, rate_hz)
        self._playing = self._speaker.play(samples, rate_hz)

    def _tell_what_was_heard(self, clock: TakeClock) -> None:
        """Only once it has happened: what was handed over is heard a little later."""
        if (fault := self._speaker.fault) is not None and self.fault is None:
            self._prospect.tell(LineFailed(str(fault)))
        playing, now = self._playing, time.monotonic()
        if playing is None:
            return
        if self._since is None and playing.began is not None and playing.began <= now:
            self._since = clock.second(playing.began)
            self._bars = (*self._bars, Peaks(self._since, HOP_S, self._sound))
            self._prospect.tell(LineBegan(self._since))
        if self._since is not None and playing.ended is not None and playing.ended <= now:
            if self._saying is not None:
                self._said = self._saying
                self._answers += self._saying.meaning in ANSWERS
            self._playing = self._saying = self._since = None
            self._prospect.tell(LineEnded(clock.second(playing.ended)))

    def _state_now(self) -> CallState:
        encounter = self._prospect.encounter
        return CallState(self._phase(), self._said, self._answers, encounter.lines, self._since, self._bars)

    def _phase(self) -> Phase:
        encounter = self._prospect.encounter
        if encounter.they_hung_up is not None:
            return Phase.GONE
        if self._saying is not None and self._saying.meaning is not Meaning.HELLO:
            return Phase.THEIRS
        if self._said is None:
            return Phase.CALLING
        if self._said.meaning is not Meaning.HELLO:
            return Phase.YOURS
        return Phase.OFFER if encounter.offer_ended is None else Phase.THEIRS
