"""The Offers page as it stands at a moment: for tests, and for the pictures of the guide."""

from app.window.offers.desk import OfferDesk
from coach.offers.drafts import Drafts
from coach.offers.keeping import Keeping
from coach.offers.shelf import Shelf

GIVEN = {"a": 412, "b": 388, "c": 96}
MOMENTS = ("offers", "offer_departs", "offer_new", "offer_edit", "offer_saved", "offer_broken", "offer_conflict")
GUIDE = ("offers", "offer_edit")
DEPARTS = (
    "Hello {prospect}, how are you today? We have an amazing payroll, flat fee, filings included, tips, and an app. "
    "What do you think?"
)


def desk(folder, given=GIVEN, **others):
    """The real one in a folder of its own."""
    shelf = Shelf(folder)
    return OfferDesk(shelf, Keeping(shelf), Drafts(folder), given=lambda: given, **others)


def bring_about(window, moment, folder):
    if moment == "offer_broken":
        folder.mkdir(parents=True)
        (folder / "deliveries.toml").write_text('title = "Deliveries"\ntext = 45\n', encoding="utf-8")
    window.offers.connect_to(desk(folder, rehearse=lambda offer: None))
    window.show_page("offers")
    board = window.offers.board
    match moment:
        case "offer_departs":
            board.buttons.edit.click()
            board.form.text.setPlainText(DEPARTS)
            board.buttons.back.click()
            board.draft.go_on.click()
        case "offer_new":
            board.new.click()
        case "offer_edit":
            board.list.choose("c")
            board.buttons.edit.click()
            text = board.form.text.toPlainText()
            board.form.text.setPlainText(text.replace(". We run", ". How are you today? We run"))
        case "offer_saved":
            board.list.choose("b")
            board.buttons.archive.click()
            board.list.switch.click()
        case "offer_broken":
            board.list.choose("file:deliveries.toml")
        case "offer_conflict":
            board.buttons.edit.click()
            board.form.title.setText("Mine")
            board.conflict.show_conflict(on=True)
