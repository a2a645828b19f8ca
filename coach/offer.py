"""An offer: the text that is said, with fields, and an invented prospect to rehearse it with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from coach.errors import BadScript

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Line = Annotated[str, Field(min_length=1, max_length=600)]

# What belongs to the prospect, and so changes from call to call.
_PROSPECTS: Final = frozenset({"prospect", "company"})


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rehearsal(_Strict):
    """An invented call: the fields of the offer, and how the prospect says no."""

    prospect: Line
    company: Line
    caller: Line
    firm: Line
    answer: Line


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the filled-in text; `highlighted` where it belongs to this prospect alone."""

    text: str
    highlighted: bool = False


class Offer(_Strict):
    """`text` may name the fields of `rehearsal` in braces: {prospect}, {company}, {caller}, {firm}."""

    title: Line
    text: Line
    rehearsal: Rehearsal

    @model_validator(mode="after")
    def _fields_known(self) -> Self:
        for field in _fields(self.text):
            if field not in Rehearsal.model_fields:
                raise ValueError(f"the text names {{{field}}}, which is no field of a call")
        return self

    @property
    def words(self) -> int:
        """As they are said."""
        return len("".join(piece.text for piece in self.pieces()).split())

    def pieces(self) -> tuple[Piece, ...]:
        """The text filled in, in order."""
        made = []
        for literal, field, _, _ in Formatter().parse(self.text):
            if literal:
                made.append(Piece(literal))
            if field is not None:
                made.append(Piece(getattr(self.rehearsal, field), field in _PROSPECTS))
        return tuple(made)


def read_offer(file: Traversable) -> Offer:
    """Raises BadScript with the file's name and what is wrong in it."""
    try:
        return Offer.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadScript(f"{file.name} cannot be read: {error}. The other offers still work.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the offer"
        raise BadScript(f"{file.name} is not a valid offer: {where}: {first['msg']}.") from error


def _fields(text: str) -> list[str]:
    return [field for _, field, _, _ in Formatter().parse(text) if field is not None]
