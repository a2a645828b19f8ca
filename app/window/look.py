"""What the window remembers from one run to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.theme.theme import Wish


@dataclass(frozen=True, slots=True)
class Look:
    """`geometry` is Qt's own bytes in base 64, empty before the first run; `text_percent` from 80 to 200."""

    theme: Wish = "system"
    text_percent: int = 100
    geometry: str = ""
