"""What anybody may have put into a parcel: it is refused with a sentence, and nothing of it is used."""

import io
import json
import stat
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from parcels import FLAC, SAID, entry, made, opened
from sample_takes import take

from coach.errors import ParcelError
from coach.parcel.contents import LONGEST_TEXT
from coach.parcel.form import MANIFEST, NOTHING, take_text
from coach.parcel.packing import pack
from coach.parcel.unpacking import open_parcel


@pytest.fixture
def path(tmp_path):
    return tmp_path / "takes.okbye"


def unpacked(path):
    with open_parcel(path) as parcel:
        return [(one, b"".join(parcel.sound(one.sound)) if one.sound else None) for one in parcel.takes()]


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
