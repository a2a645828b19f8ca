"""The timing profile: what is wanted of each part of the close. No source gives seconds; these are ours."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Seconds = Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)]


class Strict(BaseModel):
    """Frozen, and no key that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Band(Strict):
    """From `low` to `high` seconds, both included; no upper end where `high` is None."""

    low: Seconds = 0.0
    high: Seconds | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.high is not None and self.high <= self.low:
            raise ValueError(f"high ({self.high:g}) must be more than low ({self.low:g})")
        return self


class Bands(Strict):
    """One profile; a trainer can share it as a file. Defaults are those of `scripts/timing.toml`."""

    name: str = "Our defaults"
    pause: Band = Band(low=0.5, high=2.0)
    silence: Band = Band(low=3.0)
    answer_time: Band = Band(low=0.2, high=1.5)
    ok: Band = Band(low=0.12, high=0.8)
    farewell: Band = Band(low=0.25, high=1.2)
