"""Everything the set-up has found so far, and what is missing where a step was skipped."""

from __future__ import annotations

from dataclasses import dataclass

from coach.setup.finding import Finding
from coach.setup.measured import Ears, Loudness, Noise, Room, Spoken
from coach.setup.precision import milliseconds
from coach.setup.steps import Step
from coach.verdict import Result

CLICK, BREATH = "A key that is clicked", "A breath"
_REMEDIES = {
    CLICK: "Move the microphone away from the keyboard, or type more softly while you listen.",
    BREATH: "Move the microphone below your chin, out of your breath.",
}
_UNKNOWN = {
    Step.LEVEL: "Whether your voice is too loud or too faint for the microphone is not known.",
    Step.ROOM: "The noise of your room is not known.",
    Step.VOICE: "Your own way of saying the two words is not known, nor how exactly your pauses are measured here.",
    Step.NOISES: "Whether clicks and breaths are taken for words is not known.",
    Step.EARS: "Whether the other side's voice gets into your microphone is not known.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Each is None until its step was taken. `pause_error` is in seconds."""

    level: Loudness | None = None
    room: Room | None = None
    spoken: tuple[Spoken, ...] = ()
    pause_error: float | None = None
    voice_known: bool = False
    click: Noise | None = None
    breath: Noise | None = None
    ears: Ears | None = None

    def of(self, step: Step) -> tuple[Finding, ...]:
        """What that step found."""
        match step:
            case Step.LEVEL if self.level:
                return (self.level.finding(),)
            case Step.ROOM if self.room:
                return (self.room.finding(),)
            case Step.VOICE if self.spoken:
                return self.spoken[-1].findings()
            case Step.NOISES:
                tried = ((CLICK, self.click), (BREATH, self.breath))
                return tuple(noise.finding(name, _REMEDIES[name]) for name, noise in tried if noise)
            case Step.EARS if self.ears:
                return (self.ears.finding(),)
            case _:
                return ()

    def taken(self, step: Step) -> bool:
        """Whether nothing is missing of that step."""
        match step:
            case Step.VOICE:
                return self.voice_known
            case Step.NOISES:
                return self.click is not None and self.breath is not None
            case _:
                return step in {Step.MICROPHONE, Step.RESULT} or bool(self.of(step))

    @property
    def missing(self) -> tuple[Finding, ...]:
        """For each step that was skipped, what is not known without it."""
        return tuple(
            Finding(Result.NOT_MEASURED, step.value, "skipped", sentence)
            for step, sentence in _UNKNOWN.items()
            if not self.taken(step)
        )

    @property
    def headline(self) -> str:
        if self.pause_error is not None:
            return f"Your pauses are measured to ± {milliseconds(self.pause_error)} ms here."
        if self.voice_known:
            return "Your words are lost in the noise here."
        return "How exactly your pauses are measured here is not known yet."

    @property
    def summary(self) -> tuple[Finding, ...]:
        """Of every step that was taken."""
        voice = [finding for finding in self.of(Step.VOICE) if finding.name != "Level"]
        learned = [Finding(Result.PASS, "Your voice", "three sayings kept")] if self.voice_known else []
        steps = (self.of(Step.LEVEL), self.of(Step.ROOM), voice[:1], learned, self.of(Step.NOISES), self.of(Step.EARS))
        return tuple(finding for findings in steps for finding in findings)
