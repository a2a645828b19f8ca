import pytest

from coach.errors import BadScript, CoachError
from coach.offers.drafts import Draft, Drafts, draft_of
from coach.offers.offer import OfferFile
from coach.offers.shelf import Shelf


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "offers")


@pytest.mark.parametrize("offer_id", ["a", "b", "c"])
def test_an_offer_comes_back_from_its_draft(offer_id):
    offer = Shelf().get(offer_id)
    draft = draft_of(offer, offer.id)
    assert not draft.changed
    assert draft.offer() == draft.began == offer


def test_only_what_says_something_new_is_kept(drafts, tmp_path):
    offer = Shelf().get("a")
    drafts.put(draft_of(offer, "a").model_copy(update={"title": f" {offer.title} "}))
    assert drafts.every() == []
    assert not (tmp_path / "offers").exists()
    changed = draft_of(offer, "a").model_copy(update={"text": "Half a"})
    drafts.put(changed)
    assert drafts.every() == [changed]
    drafts.put(draft_of(offer, "a"))
    assert drafts.get("a") is None


def test_a_draft_is_none_of_the_offers(drafts, tmp_path):
    drafts.put(Draft(id="d", title="Soap", text="Soap?"))
    assert [offer.id for offer in Shelf(tmp_path / "offers").every()] == ["a", "b", "c"]


def test_a_draft_that_cannot_be_read_is_left_alone(drafts, tmp_path):
    drafts.put(Draft(id="d", title="Soap"))
    (file,) = (tmp_path / "offers").iterdir()
    file.write_text("{")
    assert drafts.every() == []
    assert file.read_text() == "{"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": " "}, "give the offer a title"),
        ({"text": ""}, "give the offer a text"),
        ({"text": "long " * 200}, "the text is longer than 600 letters"),
        ({"text": "{"}, "the braces of the text do not match"),
        ({"clarify": "Or {a b}?"}, "{a b}, which cannot be the name of a field"),
        ({"variants": ("{",)}, "the braces of the text do not match"),
    ],
)
def test_what_is_no_offer_yet_says_what_is_missing(changes, says):
    draft = Draft(id="d", title="Soap", text="Soap?").model_copy(update=changes)
    with pytest.raises(BadScript, match="Not saved yet") as refused:
        draft.offer()
    assert says in str(refused.value)


def test_what_an_offer_has_beside_the_editor_is_kept():
    rehearsal = OfferFile(title="Soap", text="Soap?").rehearsal.model_copy(update={"prospect": "Ms Lund"})
    offer = OfferFile(title="Soap", text="Soap?", archived=True, rehearsal=rehearsal)
    saved = draft_of(offer, "d").model_copy(update={"text": "New soap?"}).offer()
    assert (saved.archived, saved.rehearsal) == (True, rehearsal)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "offers").write_text("a file")
    with pytest.raises(CoachError, match="still on the screen"):
        Drafts(tmp_path / "offers").put(Draft(id="d", title="Soap"))
