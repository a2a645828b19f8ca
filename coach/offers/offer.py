"""An offer: the text that is said, with fields, and an invented prospect to rehearse it with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from coach.errors import BadScript
from coach.offers.aloud import words_in
from coach.offers.filling import Piece, fields_in, fill
from coach.toml_file import TomlFile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LONGEST: Final = 600  # letters of a text
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]

SUFFIX: Final = ".toml"
_LONGEST_ID: Final = 100
_SHORT_ID: Final = 2  # ids so short are letters that a rep knows an offer by


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rehearsal(_Strict):
    """An invented call: the fields of the offer, and how the prospect says no."""

    prospect: Line = "Mr Okafor"
    company: Line = "Okafor Bikes"
    caller: Line = "Dana Reyes"
    firm: Line = "Northside Payroll"
    first_name: Line = "Sam"
    last_name: Line | None = None
    answer: Line = "We already have someone for that."

    def fields(self) -> dict[str, str]:
        """What an offer may name in braces, as far as it is known of an invented prospect."""
        last = self.last_name or self.prospect.split()[-1]
        return {**self.model_dump(exclude={"answer"}), "last_name": last}


class OfferFile(_Strict):
    """`text` and `variants`, other ways to say the same offer, may name fields in braces: {prospect}, {first_name},
    {last_name}, {company}, {caller}, {firm}, and the further columns of an imported list. `thing` is what is offered
    in a few words, for `clarify`, the sentence for an unclear answer. An archived offer is no longer given; calls in
    which it was still name it.
    """  # noqa: D205 - a sentence about its fields

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
            try:
                named = fields_in(text)
            except ValueError as error:
                raise ValueError(f"the braces of the text do not match: {error}") from error
            for field in named:
                if not field.isidentifier():
                    raise ValueError(f"the text names {{{field}}}, which cannot be the name of a field")
        return self


class Offer(OfferFile):
    """`id` is the name of its file without the ending, and what a logged call knows it by."""

    id: Annotated[str, Field(exclude=True, max_length=_LONGEST_ID)] = ""

    @property
    def label(self) -> str:
        """As lists show it: with its letter, where that is its name."""
        return f"{self.id.upper()} · {self.title}" if 0 < len(self.id) <= _SHORT_ID else self.title

    @property
    def words(self) -> int:
        """As they are said to the invented prospect."""
        return words_in("".join(piece.text for piece in self.pieces()))

    def pieces(self) -> tuple[Piece, ...]:
        """The text filled in for the invented prospect, in order."""
        return fill(self.text, self.rehearsal.fields())

    def clarifying(self, fields: Mapping[str, str]) -> tuple[Piece, ...]:
        """The sentence for an unclear answer, filled in."""
        thing = self.thing or self.title[0].lower() + self.title[1:]
        return fill(self.clarify, {"thing": thing, **fields})


_REASONS: Final = {
    "string_type": "must be a text in quotation marks, not {}",
    "string_too_short": "must not be empty",
    "string_too_long": "must not be longer than {max_length} characters",
    "bool_type": "must be true or false, not {}",
    "bool_parsing": "must be true or false, not {}",
    "tuple_type": "must be a list, not {}",
    "model_type": "must be a table, not {}",
}
OFFER: Final = TomlFile(OfferFile, "an offer", _REASONS, strict=None)


def read_offer(file: Traversable) -> Offer:
    """Raise `BadScript` with the file's name and what is wrong in it."""
    offer_id = file.name.removesuffix(SUFFIX)
    if len(offer_id) > _LONGEST_ID:
        raise BadScript(f"{file.name} is not used: its name is too long. Give the file a shorter one.")
    return Offer(id=offer_id, **dict(OFFER.read(file)))
