import shutil
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scripts
from coach.errors import BadScript, CoachError
from coach.offers.checking import check
from coach.offers.keeping import Keeping, OfferChanged, as_toml
from coach.offers.offer import OFFER, Offer, OfferFile, Rehearsal, read_offer
from coach.offers.shelf import Shelf
from coach.verdict import Result

SOAP = 'title = "Soap"\ntext = "Do you want soap?"\n'
NOTHING_GIVEN = {}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "scripts" / "offers"


@pytest.fixture
def put(folder):
    def write(name, text):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return folder / name

    return write


@pytest.fixture
def shelf(folder):
    return Shelf(folder)


@pytest.fixture
def keeping(shelf):
    return Keeping(shelf)


def ids(shelf):
    return [offer.id for offer in shelf.every()]


def test_ours_are_there_without_a_folder_and_none_is_made(shelf, folder):
    assert [offer.label for offer in shelf.offers()] == [
        "A · Flat-fee payroll",
        "B · Year-end filing",
        "C · Tips & wages",
    ]
    assert shelf.broken == ()
    assert not folder.exists()
    assert ids(Shelf()) == ids(shelf)


@pytest.mark.parametrize("offer_id", ["a", "b", "c"])
def test_ours_follow_the_method(offer_id):
    offer = Shelf().get(offer_id)
    for text in (offer.text, *offer.variants):
        said = check(text, offer.rehearsal.fields())
        assert {finding.result for finding in said.findings} == {Result.PASS}, said


def test_a_users_offer_takes_the_place_of_ours_and_others_are_added(put, folder):
    put("b.toml", SOAP)
    put("soap.toml", SOAP.replace("Soap", "Another soap"))
    put("notes.txt", "nothing")
    put(".hidden.toml", SOAP)
    shelf = Shelf(folder)
    assert [offer.label for offer in shelf.offers()] == [
        "A · Flat-fee payroll",
        "B · Soap",
        "C · Tips & wages",
        "Another soap",
    ]


def test_broken_files_are_listed_and_the_rest_works(put, folder):
    put("x.toml", "title = 3")
    put("y.toml", 'id = "a"\n' + SOAP)
    put(f"{'n' * 120}.toml", SOAP)
    (folder / "z.toml").mkdir()
    put("soap.toml", SOAP)
    shelf = Shelf(folder)
    assert ids(shelf) == ["a", "b", "c", "soap"]
    assert [broken.file for broken in shelf.broken] == [f"{'n' * 120}.toml", "x.toml", "y.toml", "z.toml"]
    assert "line 1: title must be a text in quotation marks, not 3" in shelf.broken[1].says
    assert "id is nothing an offer has" in shelf.broken[2].says


def test_a_broken_file_of_the_users_leaves_ours(put, folder):
    put("a.toml", "title =")
    shelf = Shelf(folder)
    assert shelf.get("a").title == "Flat-fee payroll"
    assert [broken.id for broken in shelf.broken] == ["a"]


def test_an_archived_offer_is_not_given_and_still_known(put, folder):
    put("soap.toml", SOAP + "archived = true")
    shelf = Shelf(folder)
    assert "soap" not in [offer.id for offer in shelf.offers()]
    assert shelf.get("soap").archived
    assert shelf.get("none") is None


def test_what_is_changed_on_disk_is_seen_when_read_again(shelf, put):
    assert not shelf.reload()
    put("soap.toml", SOAP)
    assert shelf.reload()
    assert shelf.get("soap").title == "Soap"


def test_a_saved_offer_reads_back(shelf, keeping, folder):
    offer = Offer(id="d", title='“Soap” "&" \\ ', text="Do you\nwant {thing_2}?", variants=("A?", "B?"), archived=True)
    keeping.save(offer, over=None)
    assert shelf.get("d") == read_offer(folder / "d.toml") == offer


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), min_size=1, max_size=80).filter(
    str.strip
)


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=2), st.booleans(), st.none() | TEXTS)
def test_any_offer_survives_being_written(tmp_path_factory, title, text, variants, archived, prospect):
    rehearsal = Rehearsal() if prospect is None else Rehearsal(prospect=prospect)
    offer = OfferFile(title=title, text=text, variants=tuple(variants), archived=archived, rehearsal=rehearsal)
    file = tmp_path_factory.mktemp("offers") / "x.toml"
    file.write_bytes(as_toml(offer).encode())
    assert OFFER.read(file) == offer


@pytest.mark.parametrize("changed", [SOAP.replace("soap", "a towel"), "title =", None])
def test_a_file_that_was_changed_since_is_not_overwritten(put, folder, changed):
    file = put("soap.toml", SOAP)
    shelf = Shelf(folder)
    opened = shelf.get("soap")
    file.unlink() if changed is None else put("soap.toml", changed)
    keeping = Keeping(shelf)
    mine = opened.model_copy(update={"title": "Mine"})
    for act in (
        lambda: keeping.save(mine, over=opened),
        lambda: keeping.archive(opened),
        *((lambda: keeping.remove(opened, NOTHING_GIVEN),) if changed else ()),
    ):
        with pytest.raises(OfferChanged, match="Nothing was overwritten"):
            act()
    assert (file.read_text() if file.exists() else None) == changed


def test_ours_is_changed_in_a_copy_of_the_users(shelf, keeping, folder):
    ours = shelf.get("a")
    keeping.save(ours.model_copy(update={"title": "Payroll"}), over=ours)
    assert shelf.get("a").title == "Payroll"
    assert (folder / "a.toml").exists()
    keeping.remove(shelf.get("a"), NOTHING_GIVEN)
    assert shelf.get("a") == ours


def test_a_new_offer_has_a_letter_that_nobody_knows(put, folder):
    put("D.toml", SOAP)
    put("e.toml", "broken")
    assert Keeping(Shelf(folder)).new_id({"f": 3}) == "g"


def test_a_duplicate_is_another_offer(shelf, keeping):
    done = keeping.duplicate(shelf.get("c"), NOTHING_GIVEN)
    assert (done.id, shelf.get("d").title) == ("d", "Tips & wages (copy)")
    assert shelf.get("d").variants == shelf.get("c").variants


def test_only_an_offer_that_was_never_given_is_deleted(put, folder):
    put("soap.toml", SOAP)
    put("towel.toml", SOAP)
    shelf = Shelf(folder)
    keeping = Keeping(shelf)
    assert "deleted" in keeping.remove(shelf.get("soap"), {"towel": 1}).says
    assert shelf.get("soap") is None
    done = keeping.remove(shelf.get("towel"), {"towel": 1})
    assert done.says == "“Soap” was given 1 time, so it is archived, not deleted."
    assert shelf.get("towel").archived
    assert "came with Okbye" in keeping.remove(shelf.get("b"), NOTHING_GIVEN).says
    assert shelf.get("b").archived


@pytest.mark.parametrize(
    "act",
    [
        lambda keeping, offer: keeping.archive(offer),
        lambda keeping, offer: keeping.remove(offer, {}),
        lambda keeping, offer: keeping.duplicate(offer, {}),
        lambda keeping, offer: keeping.save(offer.model_copy(update={"title": "X"}), over=offer),
    ],
)
def test_every_change_is_undone(put, folder, act):
    file = put("soap.toml", "# mine\n" + SOAP)
    shelf = Shelf(folder)
    before = shelf.every()
    keeping = Keeping(shelf)
    done = act(keeping, shelf.get("soap"))
    assert shelf.every() != before
    keeping.undo(done)
    assert shelf.every() == before
    assert file.read_text() == "# mine\n" + SOAP


def test_what_has_been_changed_since_is_not_undone(put, folder):
    put("soap.toml", SOAP)
    shelf = Shelf(folder)
    keeping = Keeping(shelf)
    done = keeping.archive(shelf.get("soap"))
    put("soap.toml", SOAP + "# and more\n")
    with pytest.raises(OfferChanged, match="nothing was undone"):
        keeping.undo(done)
    assert (folder / "soap.toml").read_text() == SOAP + "# and more\n"


@pytest.mark.parametrize(
    ("name", "text", "title", "offer_id"),
    [
        ("Fresh soap.toml", SOAP, "Soap", "fresh-soap"),
        ("fresh_soap.txt", "Do you\n want  soap?\n", "Fresh soap", "fresh-soap"),
        ("a.toml", SOAP, "Soap", "a-2"),
    ],
)
def test_an_offer_from_elsewhere_keeps_its_name(shelf, keeping, tmp_path, name, text, title, offer_id):
    file = tmp_path / name
    file.write_text(text)
    assert keeping.take_in(file).id == offer_id
    assert (shelf.get(offer_id).title, shelf.get(offer_id).text) == (title, "Do you want soap?")
    assert keeping.take_in(file).id != offer_id


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.toml", "title ="), ("x.txt", "{"), ("x.txt", " "), ("x.txt", "long " * 200), ("x.txt", None)],
)
def test_what_is_no_offer_is_not_imported(shelf, keeping, tmp_path, folder, name, text):
    file = tmp_path / name
    if text is not None:
        file.write_text(text)
    with pytest.raises(BadScript, match=name):
        keeping.take_in(file)
    assert not folder.exists()


def test_an_export_can_be_imported_again(shelf, keeping, tmp_path):
    keeping.write_out(shelf.get("c"), tmp_path / "tips.toml")
    assert shelf.get(keeping.take_in(tmp_path / "tips.toml").id).model_dump() == shelf.get("c").model_dump()
    keeping.write_out(shelf.get("c"), tmp_path / "tips.txt")
    assert (tmp_path / "tips.txt").read_text().strip() == shelf.get("c").text


def test_a_folder_that_cannot_be_written_is_told(keeping, shelf, tmp_path):
    (tmp_path / "scripts").write_text("a file in the place of the folder")
    with pytest.raises(CoachError, match="as it was"):
        keeping.archive(shelf.get("a"))
    with pytest.raises(CoachError, match="not exported"):
        keeping.write_out(shelf.get("a"), tmp_path / "scripts" / "a.toml")


def test_the_shipped_files_are_named_by_their_letters(tmp_path):
    for file in (files(scripts) / "offers").iterdir():
        shutil.copy(str(file), tmp_path / file.name)
    assert [read_offer(file).id for file in sorted(tmp_path.iterdir())] == ["a", "b", "c"]
