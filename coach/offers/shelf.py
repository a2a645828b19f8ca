"""The offers there are: ours, and those in the user's folder, of which one of the same name takes the place of ours."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import scripts
from coach.errors import BadScript
from coach.offers.offer import SUFFIX, Offer, read_offer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LETTER: Final = 2  # up to so many letters, a name is what a rep knows the offer by


@dataclass(frozen=True, slots=True)
class BrokenOffer:
    """A file of the user's that is not used; `says` names it and why."""

    id: str
    file: str
    says: str


@dataclass(frozen=True, slots=True)
class _Read:
    """All that was read at one moment; replaced as a whole, so that another thread sees the old or the new."""

    offers: tuple[Offer, ...] = ()
    broken: tuple[BrokenOffer, ...] = ()


class Shelf:
    """`folder` is the user's; None is ours alone. Reads at once, and again when told to; a bad file raises nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._read = _Read()
        self.reload()

    def reload(self) -> bool:
        """Read everything anew; whether anything is another than before."""
        before, self._read = self._read, self._all()
        return self._read != before

    def offers(self) -> list[Offer]:
        """Those that may be given, in their order."""
        return [offer for offer in self._read.offers if not offer.archived]

    def ids(self) -> list[str]:
        """Of those that may be given, in their order."""
        return [offer.id for offer in self.offers()]

    def every(self) -> list[Offer]:
        """Archived ones as well."""
        return list(self._read.offers)

    def get(self, offer_id: str) -> Offer | None:
        """Whether archived or not: a logged call may name it."""
        return next((offer for offer in self._read.offers if offer.id == offer_id), None)

    @property
    def broken(self) -> tuple[BrokenOffer, ...]:
        return self._read.broken

    def file(self, offer_id: str) -> Path | None:
        """Where the user's own is, or would be."""
        return None if self.folder is None else self.folder / f"{offer_id}{SUFFIX}"

    def on_disk(self, offer_id: str) -> Offer | None:
        """As it stands there at this moment. Raise `BadScript` where the user's file cannot be used."""
        own = self.file(offer_id)
        if own is not None and own.exists():
            return read_offer(own)
        return self.shipped(offer_id)

    def shipped(self, offer_id: str) -> Offer | None:
        """Ours of that name."""
        return next((read_offer(file) for file in _ours() if file.name == f"{offer_id}{SUFFIX}"), None)

    def _all(self) -> _Read:
        found = {offer.id: offer for offer in map(read_offer, _ours())}
        broken = []
        own, problem = self._own()
        for file in own:
            offer_id = file.name.removesuffix(SUFFIX)
            try:
                found[offer_id] = read_offer(file)
            except BadScript as error:
                broken.append(BrokenOffer(offer_id, file.name, str(error)))
        if problem is not None:
            broken.append(problem)
        return _Read(tuple(sorted(found.values(), key=_place)), tuple(broken))

    def _own(self) -> tuple[list[Path], BrokenOffer | None]:
        if self.folder is None:
            return [], None
        try:
            return sorted(file for file in self.folder.iterdir() if _is_offer(file)), None
        except (FileNotFoundError, NotADirectoryError):
            return [], None
        except OSError as error:
            says = f"The folder {self.folder} cannot be read ({error.strerror}). The offers that came with Okbye work."
            return [], BrokenOffer("", self.folder.name, says)


def _ours() -> list[Traversable]:
    return [file for file in (files(scripts) / "offers").iterdir() if _is_offer(file)]


def _is_offer(file: Traversable) -> bool:
    return file.name.endswith(SUFFIX) and not file.name.startswith(".")


def _place(offer: Offer) -> tuple[bool, str, str]:
    """Letters first, in their order; then by title."""
    letter = len(offer.id) <= LETTER
    return not letter, offer.id if letter else offer.title.casefold(), offer.id
