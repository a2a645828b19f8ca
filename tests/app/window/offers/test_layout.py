"""No word of the Offers page is cut off, at any moment, size and scale; it never scrolls sideways."""

import pytest
import staged_offers
from cut_off import cut
from PySide6.QtWidgets import QScrollArea


@pytest.mark.parametrize("moment", ["offers", "offer_departs", "offer_saved", "offer_conflict"])
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1180, 760), (880, 600), (420, 330)], ids=str)
def test_nothing_is_cut_off(make_window, qapp, tmp_path, size, percent, moment):
    window = make_window(*size, percent)
    staged_offers.bring_about(window, moment, tmp_path / "offers")
    for _ in range(6):  # a layout may take a few rounds
        qapp.processEvents()
    assert list(cut(window)) == []
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().minimumSizeHint().width() <= area.viewport().width()
