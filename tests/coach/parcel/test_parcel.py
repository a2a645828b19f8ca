"""A parcel there and back, and what anybody else may have put into one."""

import errno
import io
import json
import stat
import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_takes import NOON, take, verdict

from coach.errors import ParcelError
from coach.parcel.contents import LONGEST_TEXT
from coach.parcel.form import MANIFEST, NOTHING, Said, take_text
from coach.parcel.packing import pack
from coach.parcel.unpacking import open_parcel
from coach.review.review import Comment, Opinion, Review
from coach.verdict import Result

FLAC = b"fLaC" + bytes(range(256)) * 40


def opened(key):
    return io.BytesIO(FLAC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "takes.okbye"


def unpacked(path):
    with open_parcel(path) as parcel:
        return [(one, b"".join(parcel.sound(one.sound)) if one.sound else None) for one in parcel.takes()]


def made(path, entries, **changes):
    """A parcel by another hand: its entries, and a manifest that fits unless it is changed."""
    takes = sum(name.startswith("takes/") for name, _ in entries)
    manifest = {"kind": "okbye takes", "version": 1, "made_at": "2026-11-23T12:00:00Z", "takes": takes, **changes}
    with zipfile.ZipFile(path, "w") as parcel:
        for name, content in [(MANIFEST, json.dumps(manifest)), *entries]:
            parcel.writestr(name, content)
    return path


def entry(number=1, **changes):
    return f"takes/take{number}.json", json.dumps({**json.loads(take_text(take(number))), **changes})


def test_takes_come_back_as_they_were(path):
    takes = [take(1, sound="2026/11/take1.flac", note="“Ok”."), take(2, rep="Bo", drill="busy")]
    assert pack(path, takes, opened) == 2
    (first, sound), (second, none) = unpacked(path)
    assert first == take(1, sound="sound/take1.flac", note="“Ok”.")
    assert sound == FLAC
    assert (second, none) == (takes[1], None)


COMMENTS = (
    Comment("c1", "take1", 1.5, "“Ok”.", "Kim", NOON),
    Comment("c2", "take1", 2.0, "", "Kim", NOON, until=3.0, sound="2026/11/c2.flac"),
)
REVIEW = Review("take1", "Kim", NOON, verdict().utterances, (Opinion("pause", Result.PASS, "Clear."),))
SAID = Said((REVIEW,), COMMENTS)


def test_what_was_said_of_a_take_comes_along(path):
    pack(path, [take(1), take(2)], opened, said=lambda take_id: SAID if take_id == "take1" else NOTHING)
    with open_parcel(path) as parcel:
        said = parcel.said("take1")
        assert said == replace(SAID, comments=(COMMENTS[0], replace(COMMENTS[1], sound="spoken/c2.flac")))
        assert b"".join(parcel.sound("spoken/c2.flac")) == FLAC
        assert parcel.said("take2") == NOTHING
    with zipfile.ZipFile(path) as parcel:
        assert "said/take2.json" not in parcel.namelist()


def test_a_spoken_comment_whose_sound_is_gone_comes_as_its_text(path):
    pack(path, [take(1)], lambda key: None, said=lambda _: SAID)
    with open_parcel(path) as parcel:
        assert [comment.sound for comment in parcel.said("take1").comments] == [None, None]


def test_one_of_the_first_version_is_read(path):
    with open_parcel(made(path, [entry(1)], version=1)) as parcel:
        assert [one.id for one in parcel.takes()] == ["take1"]
        assert parcel.said("take1") == NOTHING


def test_of_no_takes_there_is_a_parcel_too(path):
    assert pack(path, [], opened) == 0
    assert unpacked(path) == []


def test_any_zip_program_can_look_into_it(path):
    pack(path, [take(1, sound="2026/11/take1.flac")], opened)
    with zipfile.ZipFile(path) as parcel:
        assert sorted(parcel.namelist()) == ["manifest.json", "sound/take1.flac", "takes/take1.json"]
        assert parcel.getinfo("sound/take1.flac").compress_type == zipfile.ZIP_STORED
        manifest = json.loads(parcel.read(MANIFEST))
        assert (manifest["kind"], manifest["version"], manifest["takes"]) == ("okbye takes", 2, 1)
        assert json.loads(parcel.read("takes/take1.json"))["rep"] == "Ana"


def test_a_sound_that_is_gone_stays_behind(path):
    pack(path, [take(1, sound="2026/11/take1.flac")], lambda key: None)
    assert unpacked(path) == [(take(1), None)]


def test_a_stopped_one_leaves_nothing_and_what_was_there_stays(path):
    path.write_text("an earlier one")
    told = []
    assert pack(path, [take(1), take(2)], opened, lambda done: told.append(done) or done < 1) is None
    assert told == [0, 1]
    assert path.read_text() == "an earlier one"
    assert list(path.parent.iterdir()) == [path]


class FullDisk(io.BytesIO):
    def read(self, size=-1):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_no_half_of_a_file(path):
    with pytest.raises(ParcelError, match="the disk is full"):
        pack(path, [take(1), take(2, sound="2026/11/take2.flac")], lambda key: FullDisk())
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(path):
    with pytest.raises(ParcelError, match="choose another folder"):
        pack(path.parent / "none" / "takes.okbye", [take(1)], opened)


def test_one_by_another_hand_is_read(path):
    assert unpacked(made(path, [entry(1)])) == [(take(1), None)]
    extra = ("notes/readme.txt", "of a later version of this format")
    assert unpacked(made(path, [entry(1), extra])) == [(take(1), None)]


def sounding(content):
    return [entry(1, sound="sound/take1.flac"), ("sound/take1.flac", content)]


SPOKEN = {"id": "c1", "take": "take1", "at": 1.0, "text": "", "by": "Kim", "made_at": "2026-11-23T12:00:00Z"}
WORD = {"take": "take1", "by": "Kim", "changed_at": "2026-11-23T12:00:00Z"}

HOSTILE = {
    "a path that leads out": [("takes/../../evil.json", "{}")],
    "a path from the root": [("takes//etc/passwd", "{}")],
    "a name that is no id": [("takes/a b.json", "{}")],
    "another id inside": [("takes/take2.json", entry(1)[1])],
    "no JSON": [("takes/take1.json", "Dear diary")],
    "JSON of something else": [("takes/take1.json", "[1, 2]")],
    "a number in place of a name": [entry(1, rep=7)],
    "a result that there is not": [entry(1, verdict={"result": "great"})],
    "no time zone": [entry(1, started_at="2026-11-23T12:00:00")],
    "a year without a calendar": [entry(1, started_at="9999-12-31T23:59:59-12:00")],
    "a very long name": [entry(1, rep="x" * 100_000)],
    "a text without end": [entry(1, note="x" * (LONGEST_TEXT + 1))],
    "depth without end": [("takes/take1.json", "[" * 100_000)],
    "a sound that is missing": [entry(1, sound="sound/take1.flac")],
    "a sound from elsewhere": [entry(1, sound="../../etc/passwd")],
    "the sound of another take": [entry(1, sound="sound/take2.flac"), ("sound/take2.flac", FLAC)],
    "a sound that is none": sounding(b"MZ\x90\x00"),
    "an empty sound": sounding(b""),
    "a time without end": [entry(1, verdict={**json.loads(take_text(take(1)))["verdict"], "duration": "Infinity"})],
    "a word that lasts for ever": [entry(1, verdict=json.loads(take_text(take(1)).replace(b"1.3", b"1e9"))["verdict"])],
    "a measure that is no number": [
        entry(1, verdict=json.loads(take_text(take(1)).replace(b'"value": 0.8', b'"value": "NaN"'))["verdict"])
    ],
}
HOSTILE |= {
    f"said: {what}": [entry(1), ("said/take1.json", json.dumps(told))]
    for what, told in {
        "no list": [1, 2],
        "of another take": {"comments": [{**SPOKEN, "take": "take2"}]},
        "by a very long name": {"comments": [{**SPOKEN, "by": "x" * 500}]},
        "with a very long text": {"comments": [{**SPOKEN, "text": "x" * 30_000}]},
        "at no time": {"comments": [{**SPOKEN, "at": "NaN"}]},
        "after the end of time": {"comments": [{**SPOKEN, "at": 1e30}]},
        "at no moment": {"comments": [{**SPOKEN, "made_at": "2026-11-23T12:00:00"}]},
        "called by a path": {"comments": [{**SPOKEN, "id": "../../c1"}]},
        "the same twice": {"comments": [SPOKEN, SPOKEN]},
        "with a sound from elsewhere": {"comments": [{**SPOKEN, "sound": "../../etc/passwd"}]},
        "with a sound that is missing": {"comments": [{**SPOKEN, "sound": "spoken/c1.flac"}]},
        "with the take's own sound": {"comments": [{**SPOKEN, "sound": "sound/take1.flac"}]},
        "a word that is none": {"reviews": [{**WORD, "opinions": [{"check": "pause", "result": "great"}]}]},
        "words at no time": {"reviews": [{**WORD, "words": [{"segment": {"start": "NaN", "end": 2}, "kind": "ok"}]}]},
        "more than anybody can": {"reviews": [{**WORD, "by": str(number)} for number in range(10_001)]},
        "without end": {"reviews": [], "more": "x" * LONGEST_TEXT},
    }.items()
}


@pytest.mark.parametrize("entries", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_one_is_refused_with_a_sentence(path, entries):
    with pytest.raises(ParcelError, match="Nothing of it was used, and your takes are as they were"):
        open_parcel(made(path, entries))


@pytest.mark.parametrize(
    "changes", [{"takes": 7}, {"kind": "recipes"}, {"version": "1"}, {"version": 0}, {"made_at": 1e99}]
)
def test_a_manifest_that_does_not_fit_is_refused(path, changes):
    with pytest.raises(ParcelError, match="Nothing of it was used"):
        open_parcel(made(path, [entry(1)], **changes))


def test_a_newer_one_is_refused_and_says_so(path):
    with pytest.raises(ParcelError, match="newer version of Okbye"):
        open_parcel(made(path, [("shelf/1", "whatever they will think of")], version=3, takes="many"))


def test_a_bomb_is_refused(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr(MANIFEST, json.dumps({"kind": "okbye takes", "version": 1, "made_at": 0, "takes": 1}))
        parcel.writestr(*entry(1, sound="sound/take1.flac"))
        parcel.writestr("sound/take1.flac", FLAC[:4] + bytes(50_000_000))
    with pytest.raises(ParcelError, match="packed"):
        open_parcel(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(path):
    with pytest.raises(ParcelError, match="the same name"):
        open_parcel(made(path, [entry(1), entry(1)]))


def test_entries_that_share_their_bytes_are_refused(path):
    pack(
        path,
        [take(1, sound="a"), take(2, sound="b")],
        lambda key: io.BytesIO(FLAC),
    )
    content = path.read_bytes()
    first = content.index(b"PK\x01\x02")  # of the list of entries, which stands at the end
    listed = bytearray(content[first:])
    sizes = listed.index(b"sound/take1.flac") - 46 + 20
    listed[sizes : sizes + 8] = (99_999).to_bytes(4, "little") * 2
    path.write_bytes(content[:first] + listed)
    with pytest.raises(ParcelError, match="more than it has"):
        open_parcel(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"Dear diary, " * 99])
def test_what_is_no_parcel_is_refused(path, content):
    path.write_bytes(content)
    with pytest.raises(ParcelError, match=r"takes\.okbye is not a file of takes"):
        open_parcel(path)
    with pytest.raises(ParcelError, match="There is no file"):
        open_parcel(path.with_name("none.okbye"))
    with pytest.raises(ParcelError, match="could not be read"):
        open_parcel(path.parent)


WHOLE = io.BytesIO()
with zipfile.ZipFile(WHOLE, "w") as _parcel:
    _parcel.writestr(MANIFEST, json.dumps({"kind": "okbye takes", "version": 1, "made_at": 0, "takes": 1}))
    for _entry in sounding(FLAC):
        _parcel.writestr(*_entry)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE.getvalue()) - 1), st.integers(0, 255)), max_size=4), st.integers(0, 99)
)
def test_damage_anywhere_gives_the_take_or_a_sentence(path, damage, lost):
    content = bytearray(WHOLE.getvalue())
    for place, byte in damage:
        content[place] = byte
    path.write_bytes(content[: len(content) - lost])
    try:
        found = unpacked(path)
    except ParcelError:
        return
    assert len(found) == 1
    assert found[0][1] in {FLAC, None}


def test_a_comment_that_another_take_has_is_refused(path):
    said = [(f"said/take{n}.json", json.dumps({"comments": [{**SPOKEN, "take": f"take{n}"}]})) for n in (1, 2)]
    with pytest.raises(ParcelError, match="the same name"):
        open_parcel(made(path, [entry(1), entry(2), *said]))


def test_texts_that_would_fill_the_memory_are_refused(path, monkeypatch):
    monkeypatch.setattr("coach.parcel.contents.MOST_TEXT", 5_000)
    with pytest.raises(ParcelError, match="far too long"):
        open_parcel(made(path, [entry(number) for number in range(1, 9)]))


def test_a_link_is_read_as_the_text_that_it_is(path):
    link = zipfile.ZipInfo("takes/take1.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as parcel:
        parcel.writestr(MANIFEST, json.dumps({"kind": "okbye takes", "version": 2, "made_at": 0, "takes": 1}))
        parcel.writestr(link, "/etc/passwd")
    with pytest.raises(ParcelError, match="not that of a take"):
        open_parcel(path)


def whole():
    """A parcel with everything in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "takes.okbye"
        pack(path, [take(1, sound="a"), take(2)], opened, said=lambda take_id: SAID if take_id == "take1" else NOTHING)
        return path.read_bytes()


EVERYTHING = whole()
cuts = st.tuples(st.integers(0, len(EVERYTHING)), st.integers(0, 400), st.binary(max_size=40))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.lists(cuts, min_size=1, max_size=3))
def test_whatever_is_put_in_place_of_its_bytes_nothing_else_than_a_sentence_comes_of_it(path, damage):
    content = EVERYTHING
    for at, gone, put in damage:
        content = content[:at] + put + content[at + gone :]
    path.write_bytes(content)
    try:
        with open_parcel(path) as parcel:
            found = [(one, parcel.said(one.id)) for one in parcel.takes()]
    except ParcelError:
        return
    assert len(found) == 2


json_ = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.sampled_from(["takes/take1.json", "said/take1.json", MANIFEST]), st.data())
def test_whatever_a_text_in_it_says_nothing_else_than_a_sentence_comes_of_it(path, name, data):
    with zipfile.ZipFile(io.BytesIO(EVERYTHING)) as parcel:
        entries = {entry: parcel.read(entry) for entry in parcel.namelist()}
    told = json.loads(entries[name])
    inside = told
    while isinstance(inside, dict | list) and inside:
        key = data.draw(st.sampled_from(list(inside) if isinstance(inside, dict) else range(len(inside))))
        if not isinstance(inside[key], dict | list) or not inside[key] or data.draw(st.booleans()):
            inside[key] = data.draw(json_)
            break
        inside = inside[key]
    entries[name] = json.dumps(told).encode()
    with zipfile.ZipFile(path, "w") as parcel:
        for entry_name, content in entries.items():
            parcel.writestr(entry_name, content)
    try:
        with open_parcel(path) as parcel:
            for one in parcel.takes():
                take_text(one)
                parcel.said(one.id)
    except ParcelError:
        pass


def test_the_time_of_a_take_may_be_any(path):
    early = take(1, started_at=datetime(1980, 1, 1, tzinfo=UTC))
    late = take(2, started_at=datetime(2199, 1, 1, tzinfo=UTC))
    pack(path, [early, late], opened)
    assert [one for one, _ in unpacked(path)] == [early, late]
