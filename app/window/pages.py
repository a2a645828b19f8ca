"""What stands in the navigation; a later page is one more entry of the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Page:
    """`name` is the command's word for it, `title` what is read, `key` opens it."""

    name: str
    title: str
    key: str
    widget: QWidget
