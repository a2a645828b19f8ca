"""The one style sheet, made from the colours and the scale of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.theme.colours import Colours
from app.theme.typeface import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable

# Each entry: what it applies to, and what it says; {names} are colours.
_RULES = """
QWidget {{ color: {ink}; }}
QWidget#page, QWidget#scrolled, QScrollArea, QStackedWidget, QMainWindow {{ background: {page}; border: none; }}
QFrame[card="true"] {{ background: {panel}; border: 1px solid {line}; border-radius: 14px; }}
QFrame[card="true"] QStackedWidget, QFrame[card="true"] QScrollArea, QFrame[card="true"] QWidget#scrolled {{
    background: transparent; }}
QFrame[card="notice"] {{ background: {accent_soft}; border: 1px solid {line}; border-radius: 14px; }}
QFrame[rule="true"] {{ background: {line}; border: none; }}
QLabel {{ background: transparent; }}
QLabel[tone="soft"] {{ color: {soft}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="pass"] {{ color: {accent}; }}
QLabel[tone="fail"] {{ color: {wrong}; }}
QLabel[tone="unsure"] {{ color: {unsure}; }}
QLabel[tone="not_measured"] {{ color: {unsure}; }}
QLabel[tag="true"] {{ background: {accent_soft}; color: {accent}; border-radius: 6px; padding: 3px 8px; }}
QLabel[pill="true"] {{ background: {panel}; color: {soft}; border: 1px solid {line}; border-radius: 12px;
    padding: 4px 12px; }}
QLabel[pill="now"] {{ background: {accent_soft}; color: {accent}; border: 1px solid {accent}; border-radius: 12px;
    padding: 4px 12px; }}
QListWidget {{ background: transparent; outline: none; }}
QListWidget::item {{ color: {ink}; border-radius: 8px; padding: 0 10px; border: 2px solid transparent; }}
QListWidget::item:hover {{ background: {track}; }}
QListWidget::item:selected {{ background: {accent_soft}; color: {accent}; }}
QListWidget::item:selected:focus {{ border-color: {accent}; }}
DeviceList {{ background: {panel}; border: 1px solid {line}; border-radius: 9px; padding: 4px; }}
DeviceList::item {{ padding: 6px 10px; }}
DeviceList:focus {{ border: 2px solid {accent}; padding: 3px; }}
QMenu {{ background: {panel}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 28px; border-radius: 6px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {accent}; }}
QMenu::item:disabled {{ color: {soft}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::indicator {{ width: 12px; height: 12px; left: 8px; }}
QTreeView {{ background: {panel}; color: {ink}; border: none; outline: none; show-decoration-selected: 1;
    selection-background-color: {accent_soft}; selection-color: {ink}; }}
QTreeView::item {{ padding: 6px 10px 6px 4px; border: none; }}
QTreeView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QTreeView::branch:selected {{ background: {accent_soft}; }}
QTreeView::item:focus {{ color: {accent}; }}
QHeaderView {{ background: {panel}; border: none; }}
QHeaderView::section {{ background: {panel}; color: {soft}; border: none; border-bottom: 1px solid {line};
    padding: 6px 4px; }}
QLineEdit, QPlainTextEdit {{ background: {panel}; color: {ink}; border: 1px solid {line}; border-radius: 9px;
    padding: 8px 12px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 7px 11px; }}
QComboBox {{ background: {panel}; color: {ink}; border: 1px solid {line}; border-radius: 9px; padding: 5px 12px; }}
QComboBox:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox QAbstractItemView {{ background: {panel}; color: {ink}; border: 1px solid {line};
    selection-background-color: {accent_soft}; selection-color: {ink}; }}
QTableView {{ background: {panel}; color: {ink}; border: none; outline: none; }}
QTableView QHeaderView::section {{ padding: 6px 10px; }}
QFrame[card="true"] QStackedWidget {{ background: transparent; }}
QToolTip {{ background: {panel}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {noise}; border-radius: 3px; min-height: 32px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {noise}; border-radius: 3px; min-width: 32px; margin: 2px; }}
QScrollBar::handle:horizontal:disabled {{ background: {track}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def stylesheet(colours: Colours, px: Callable[[float], int]) -> str:
    """All of it for one set of colours and one text scale; `px` scales a length."""
    names = {name: getattr(colours, name) for name in Colours.__slots__}
    sizes = "\n".join(
        f'QLabel[face="{name}"] {{ font-size: {px(size)}px; font-weight: {weight.value}; }}'
        for name, (size, weight) in SIZES.items()
    )
    return _RULES.format(**names) + sizes
