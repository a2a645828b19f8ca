"""An offer: the text that is said, with fields, and an invented prospect to rehearse it with."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from coach.errors import BadScript
from coach.offers.filling import Piece, fields_in, fill

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Line = Annotated[str, Field(min_length=1, max_length=600)]

_SHORT_ID: Final = 2  # ids so short are letters that a rep knows an offer by


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rehearsal(_Strict):
    """An invented call: the fields of the offer, and how the prospect says no."""

    prospect: Line = "Mr Okafor"
    company: Line = "Okafor Bikes"
    caller: Line = "Dana Reyes"
    firm: Line = "Northside Payroll"
    answer: Line = "We already have someone for that."


class Offer(_Strict):
    """`id` is the name of its file without the ending, and what a logged call knows it by.

    `text` and `variants`, other ways to say the same offer, may name fields in braces: {prospect}, {first_name},
    {last_name}, {company}, {caller}, {firm}, and the further columns of an imported list. `thing` is what is offered
    in a few words, for `clarify`, the sentence for an unclear answer. An archived offer is no longer given; calls in
    which it was still name it.
    """

    id: Annotated[str, Field(exclude=True, max_length=100)] = ""
    title: Line
    text: Line
    thing: Line | None = None
    clarify: Line = "Does that mean you want {thing}, or not?"
    variants: tuple[Line, ...] = ()
    archived: bool = False
    rehearsal: Rehearsal = Rehearsal()

    @model_validator(mode="after")
    def _braces_match(self) -> Self:
        for text in (self.text, self.clarify, *self.variants):
            for field in fields_in(text):
                if not field.isidentifier():
                    raise ValueError(f"the text names {{{field}}}, which cannot be the name of a field")
        return self

    @property
    def label(self) -> str:
        """As lists show it: with its letter, where that is its name."""
        return f"{self.id.upper()} · {self.title}" if 0 < len(self.id) <= _SHORT_ID else self.title

    @property
    def words(self) -> int:
        """As they are said to the invented prospect."""
        return len("".join(piece.text for piece in self.pieces()).split())

    def pieces(self) -> tuple[Piece, ...]:
        """The text filled in for the invented prospect, in order."""
        return fill(self.text, self.rehearsal.model_dump())

    def clarifying(self, fields: Mapping[str, str]) -> tuple[Piece, ...]:
        """The sentence for an unclear answer, filled in."""
        thing = self.thing or self.title[0].lower() + self.title[1:]
        return fill(self.clarify, {"thing": thing, **fields})


def read_offer(file: Traversable) -> Offer:
    """Raises BadScript with the file's name and what is wrong in it."""
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return Offer.model_validate({"id": file.name.removesuffix(".toml")} | told)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadScript(f"{file.name} cannot be read: {error}. The other offers still work.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the offer"
        raise BadScript(f"{file.name} is not a valid offer: {where}: {first['msg']}.") from error
