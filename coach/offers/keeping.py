"""Changes what is on the shelf: each file whole or not at all, nothing overwritten unseen, and every change undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from coach.errors import BadScript, CoachError
from coach.file_name import plain_name
from coach.offers import plain_text
from coach.offers.offer import LONGEST, SUFFIX, Offer, OfferFile, read_offer
from coach.toml_text import pairs
from coach.whole_file import replace

if TYPE_CHECKING:
    from coach.offers.shelf import Shelf

_COPY: Final = " (copy)"
_CHANGED: Final = (
    "The offer was not saved: its file was changed since it was read. Nothing was overwritten, and what you wrote is "
    "still here. Take what is on the disk, or keep yours."
)
_LETTERS: Final[tuple[str, ...]] = (*ascii_lowercase, *("".join(pair) for pair in product(ascii_lowercase, repeat=2)))


class OfferChanged(CoachError):
    """The file is another than the one that was read."""

    kind = "offer_changed"


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to one file: its bytes before and after, None where there was none. `says` tells it."""

    id: str
    file: Path
    before: bytes | None
    after: bytes | None
    says: str


class Keeping:
    """Each change is written at once and the shelf read anew. Raise `CoachError`; then nothing was changed."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def save(self, offer: Offer, over: Offer | None, *, whatever: bool = False) -> Change:
        """`over` is what it was when it was read, None for a new one; where the disk has another: `OfferChanged`.

        `whatever` is on the disk is replaced where somebody has looked at it and said so.
        """
        if not whatever:
            self._must_be(over, offer.id)
        return self._put(offer.id, as_toml(offer).encode(), f"“{offer.title}” saved.")

    def new_id(self, given: Mapping[str, int]) -> str:
        """The next letter that no offer, no broken file and no logged call knows."""
        taken = {offer.id for offer in self._shelf.every()} | {broken.id for broken in self._shelf.broken} | set(given)
        taken = {name.casefold() for name in taken}  # where A.toml and a.toml are one file
        return next(name for name in (*_LETTERS, *(f"offer-{n}" for n in range(10_000))) if name not in taken)

    def duplicate(self, offer: Offer, given: Mapping[str, int]) -> Change:
        copy = offer.model_copy(update={"title": f"{offer.title[: LONGEST - len(_COPY)]}{_COPY}", "archived": False})
        return self._put(self.new_id(given), as_toml(copy).encode(), f"“{offer.title}” duplicated.")

    def archive(self, offer: Offer, *, archived: bool = True) -> Change:
        says = "archived. It is no longer given, and stays in the log" if archived else "may be given again"
        done = self.save(offer.model_copy(update={"archived": archived}), over=offer)
        return replaced(done, says=f"“{offer.title}” {says}.")

    def remove(self, offer: Offer, given: Mapping[str, int]) -> Change:
        """Delete its file; an offer that was given, or that came with the program, is archived instead."""
        file = self._file(offer.id)
        if count := given.get(offer.id, 0):
            why = f"was given {count} {'time' if count == 1 else 'times'}"
        elif not file.exists():
            why = "came with Okbye"
        else:
            self._must_be(offer, offer.id)
            ours = self._shelf.shipped(offer.id) is not None
            says = f"“{offer.title}” is again as it came with Okbye." if ours else f"“{offer.title}” deleted."
            return self._put(offer.id, None, says)
        return replaced(self.archive(offer), says=f"“{offer.title}” {why}, so it is archived, not deleted.")

    def take_in(self, file: Path) -> Change:
        """A copy of that file, TOML or plain text, under its own name or one with a number."""
        offer = _from_elsewhere(file)
        name = plain_name(file.stem, "offer")
        names = (name, *(f"{name}-{number}" for number in range(2, 10_000)))
        free = next(name for name in names if self._shelf.get(name) is None and not self._file(name).exists())
        return self._put(free, as_toml(offer).encode(), f"“{offer.title}” imported from {file.name}.")

    def write_out(self, offer: Offer, file: Path) -> None:
        """As plain text where the file is called .txt, else with all that belongs to it."""
        text = f"{offer.text}\n" if file.suffix.lower() == plain_text.SUFFIX else as_toml(offer)
        try:
            replace(file, text.encode())
        except OSError as error:
            raise CoachError(
                f"The offer was not exported ({error.strerror}): {file}. It is here as it was. Choose another place."
            ) from error

    def undo(self, change: Change) -> None:
        """Raise `OfferChanged` where the file has been changed since."""
        if _bytes(change.file) != change.after:
            raise OfferChanged(f"{change.file.name} has been changed since, so nothing was undone.")
        self._put(change.id, change.before, "")

    def _must_be(self, expected: Offer | None, offer_id: str) -> None:
        try:
            now = self._shelf.on_disk(offer_id)
        except BadScript as error:
            raise OfferChanged(_CHANGED) from error
        if now != expected:
            raise OfferChanged(_CHANGED)

    def _put(self, offer_id: str, data: bytes | None, says: str) -> Change:
        file = self._file(offer_id)
        before = _bytes(file)
        try:
            if data is None:
                file.unlink(missing_ok=True)
            else:
                replace(file, data)
        except OSError as error:
            raise CoachError(
                f"The offer could not be kept ({error.strerror}): {file}. What was there is as it was. "
                "Make room or allow the folder, and try again."
            ) from error
        self._shelf.reload()
        return Change(offer_id, file, before, data, says)

    def _file(self, offer_id: str) -> Path:
        file = self._shelf.file(offer_id)
        if file is None:
            raise CoachError("Offers cannot be kept here, because there is no folder for them.")
        return file


def as_toml(offer: OfferFile) -> str:
    """Everything that is not as it would be anyway."""
    told = offer.model_dump(exclude_none=True, exclude_defaults=True)
    rehearsal = told.pop("rehearsal", None)
    text = f"{pairs(told)}\n"
    return f"{text}\n[rehearsal]\n{pairs(rehearsal)}\n" if rehearsal else text


def _from_elsewhere(file: Path) -> OfferFile:
    if file.suffix.lower() == SUFFIX:
        return read_offer(file)
    text = " ".join(plain_text.read_text(file).split())
    if len(text) > LONGEST:
        raise BadScript(
            f"{file.name} was not imported: an offer has at most {LONGEST} letters, and it has {len(text)}."
        )
    title = file.stem.replace("-", " ").replace("_", " ").strip().capitalize() or "Offer"
    try:
        return OfferFile(title=title, text=text)
    except ValueError as error:
        raise BadScript(
            f"{file.name} was not imported: its braces do not match. A field is written {{first_name}}."
        ) from error


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
