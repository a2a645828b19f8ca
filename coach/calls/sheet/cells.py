"""Cells that no spreadsheet takes for formulas, and back to what they were."""

from __future__ import annotations

from typing import Final

_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK: Final = "'"


def safe(text: str) -> str:
    """A text that a spreadsheet would work out gets a mark before it; one that looks so marked, another one."""
    return _MARK + text if text.lstrip(_MARK).startswith(_BEGINS_A_FORMULA) else text


def plain(cell: str) -> str:
    """What `safe` was given."""
    marked = cell.startswith(_MARK) and cell.lstrip(_MARK).startswith(_BEGINS_A_FORMULA)
    return cell.removeprefix(_MARK) if marked else cell
