"""A drill: one way a call may go, as its file in scripts/drills/ tells it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from coach.bands import Seconds, Strict

Text = Annotated[str, Field(min_length=1, max_length=300)]
Groups = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=60)], ...], Field(strict=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Written(Strict):
    """Written by hand: a text is no number, and a field that takes a list or a name says so."""

    model_config = ConfigDict(strict=True)


class Span(Written):
    """A time is drawn between `low` and `high` seconds."""

    low: Seconds
    high: Seconds

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.high < self.low:
            raise ValueError(f"high ({self.high:g}) must not be less than low ({self.low:g})")
        return self


class HangsUp(StrEnum):
    """When the prospect hangs up by themselves; there is a limit to everybody's patience besides."""

    AT_ONCE = "at_once"  # right after their answer
    IN_PAUSE = "in_pause"  # after "Ok", before "Good-bye"
    IN_SILENCE = "in_silence"  # after "Good-bye"
    NEVER = "never"  # the rep hangs up


class Plan(Written):
    """What the prospect says, as names of files in scripts/lines/, and does. Of several one is drawn."""

    picks_up: bool = True
    hello: Groups = ("hello",)
    answer: Groups = ()
    answers_after: Span = Span(low=0.6, high=1.1)  # seconds of quiet after the offer
    cuts_in: Share = 0.0  # how often they answer before the offer is over
    second: Groups = ()  # after the clarifying sentence
    reaction: Groups = ()  # said in the silence
    reaction_after: Span = Span(low=0.8, high=1.8)
    says_bye: Share = 0.0  # how often they say good-bye too
    hangs_up: Annotated[HangsUp, Field(strict=False)] = HangsUp.IN_SILENCE
    hangs_up_after: Span = Span(low=3.8, high=6.5)

    @model_validator(mode="after")
    def _answers(self) -> Self:
        if self.picks_up and not self.answer:
            raise ValueError("a prospect who picks up needs an answer")
        return self

    def groups(self) -> frozenset[str]:
        return frozenset((*self.hello, *self.answer, *self.second, *self.reaction))


class DrillFile(Written):
    """`trains` and `right` are shown to the rep, `cue` beside the prospect's words.

    Either `prospect` or `mix`, which names the drills that a mixed one draws from.
    """

    title: Text
    category: Text
    trains: Text
    right: Text
    cue: str = ""
    order: int = 1000  # among the others, the lowest first
    prospect: Plan | None = None
    mix: Groups = ()

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.prospect is None) == (not self.mix):
            raise ValueError("a drill has either a table [prospect] or a list mix")
        return self


class Drill(DrillFile):
    """With its `id`, the name of its file without the ending."""

    id: str
