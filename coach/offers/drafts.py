"""What was written of an offer and is not saved yet: kept beside the offers, so that nothing written is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from coach.errors import BadScript, CoachError
from coach.offers.offer import Offer, OfferFile
from coach.whole_file import replace

_SUFFIX: Final = ".draft.json"  # with a dot before it, so that it is none of the offers
_PLAIN_CLARIFY: Final[str] = OfferFile.model_fields["clarify"].default


class Draft(BaseModel):
    """As it stands in the editor, an offer already or not; `base` is what it began with, None where it is new."""

    model_config = ConfigDict(frozen=True)

    id: str
    base: OfferFile | None = None
    title: str = ""
    text: str = ""
    thing: str = ""
    clarify: str = ""
    variants: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to lose."""
        began = Draft(id=self.id) if self.base is None else draft_of(self.base, self.id)
        return _stripped(self) != _stripped(began)

    def offer(self) -> Offer:
        """Raise `BadScript` with what is still missing."""
        kept = {} if self.base is None else dict(self.base)
        told = {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "thing": self.thing.strip() or None,
            "clarify": self.clarify.strip() or _PLAIN_CLARIFY,
            "variants": tuple(variant for variant in self.variants if variant.strip()),
        }
        try:
            return Offer.model_validate(kept | told)
        except ValidationError as error:
            raise BadScript(f"Not saved yet: {_says(error)}") from error

    @property
    def began(self) -> Offer | None:
        """What is expected on the disk."""
        return None if self.base is None else Offer(id=self.id, **dict(self.base))


def draft_of(offer: OfferFile, offer_id: str) -> Draft:
    clarify = "" if offer.clarify == _PLAIN_CLARIFY else offer.clarify
    base = OfferFile(**{name: getattr(offer, name) for name in OfferFile.model_fields})
    return Draft(
        id=offer_id,
        base=base,
        title=offer.title,
        text=offer.text,
        thing=offer.thing or "",
        clarify=clarify,
        variants=tuple(" ".join(variant.split()) for variant in offer.variants),
    )


class Drafts:
    """In the user's folder of offers. What cannot be read is left as it is, and not shown."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, offer_id: str) -> Draft | None:
        try:
            kept = Draft.model_validate_json(self._file(offer_id).read_bytes())
        except (OSError, ValidationError):
            return None
        return kept.model_copy(update={"id": offer_id})

    def every(self) -> list[Draft]:
        try:
            names = sorted(file.name for file in self._folder.iterdir())
        except OSError:
            return []
        kept = [name[1 : -len(_SUFFIX)] for name in names if name.startswith(".") and name.endswith(_SUFFIX)]
        return [draft for draft in map(self.get, kept) if draft is not None]

    def put(self, draft: Draft) -> None:
        """One that says nothing new is dropped. Raise `CoachError`."""
        if not draft.changed:
            self.drop(draft.id)
            return
        try:
            replace(self._file(draft.id), draft.model_dump_json(exclude_none=True).encode())
        except OSError as error:
            raise CoachError(
                f"What you wrote could not be put aside ({error.strerror}): {self._folder}. "
                "It is still on the screen. Make room or allow the folder, and save it."
            ) from error

    def drop(self, offer_id: str) -> None:
        try:
            self._file(offer_id).unlink(missing_ok=True)
        except OSError as error:
            raise CoachError(f"The draft in {self._folder} could not be removed ({error.strerror}).") from error

    def _file(self, offer_id: str) -> Path:
        return self._folder / f".{offer_id}{_SUFFIX}"


def _stripped(draft: Draft) -> tuple[object, ...]:
    variants = tuple(variant.strip() for variant in draft.variants if variant.strip())
    clarify = draft.clarify.strip()
    return (
        draft.title.strip(),
        draft.text.strip(),
        draft.thing.strip(),
        "" if clarify == _PLAIN_CLARIFY else clarify,
        variants,
    )


def _says(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    called = {"title": "title", "text": "text", "thing": "short name", "clarify": "clarifying sentence"}.get(
        name, "variant"
    )
    match first["type"]:
        case "string_too_short":
            return f"give the offer a {called}."
        case "string_too_long":
            return f"the {called} is longer than {first['ctx']['max_length']} letters."
        case "value_error":
            return f"{first['ctx']['error']}."
        case _:
            return f"the {called} cannot be used: {first['msg']}."
