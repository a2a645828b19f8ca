"""Recordings made elsewhere, looked through before anything is kept."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
import soundfile
from drawing import RATE, draw, speak
from importing_sounds import CLEAN, RUSHED, long_call
from privileges import as_anybody

from app.importing.found import Copy, Heard, nothing_in
from app.importing.looking import look_through
from app.importing.origin import Naming
from app.importing.pattern import NamePattern
from app.measure import Unusable
from audio.side import Side


def seen(looking, *paths):
    return list(look_through(paths, looking, lambda path, share: True))


def test_a_practised_take_is_taken_as_it_stands(record, looking):
    (heard,) = seen(looking, record("a.wav"))
    (found,) = heard.found
    assert (found.stretch.start, found.stretch.end) == (0.0, heard.duration)
    assert found.verdict.headline == "A clean close."
    assert heard.rate_hz == RATE
    assert heard.side is Side.BOTH


def test_a_short_recording_without_a_close_is_one_take_and_says_why(record, looking):
    (heard,) = seen(looking, record("a.wav", "..........###......................"))
    (found,) = heard.found
    assert found.verdict.close is None
    assert found.verdict.reason
    assert found.ok_at is None


def test_in_a_whole_call_every_close_is_found(record, looking):
    call, oks = long_call()
    (heard,) = seen(looking, record("call.wav", call))
    assert [found.ok_at for found in heard.found] == pytest.approx(oks, abs=0.05)
    assert [found.verdict.headline for found in heard.found] == ["A clean close.", "The pause was too short."]
    for found, ok in zip(heard.found, oks, strict=True):
        assert found.stretch.start == pytest.approx(ok - 10, abs=0.1)
        assert found.stretch.end - found.stretch.start < 35
        assert len(found.verdict.closes) == 1


def test_a_long_recording_without_a_close_brings_nothing(record, looking):
    (heard,) = seen(looking, record("call.wav", draw("." * 1300)))
    assert heard.found == ()
    assert nothing_in(heard) == "call.wav: no close was heard in its 2 minutes. Nothing was made of it."


PROSPECT = draw(".########..######..........#######....######......" + "." * 40)


@pytest.mark.parametrize(("left", "right", "side"), [(CLEAN, PROSPECT, Side.LEFT), (PROSPECT, CLEAN, Side.RIGHT)])
def test_of_two_sides_it_takes_the_one_with_the_close(record, looking, left, right, side):
    (heard,) = seen(looking, record("a.wav", left, right))
    assert heard.side is side
    assert heard.found[0].verdict.headline == "A clean close."


def test_what_leaks_from_the_other_side_is_not_taken_for_it(record, looking):
    leaked = speak(CLEAN) * 0.05
    (heard,) = seen(looking, record("a.wav", leaked + draw("." * 70)[: len(leaked)], CLEAN))
    assert heard.side is Side.RIGHT


def test_two_microphones_in_one_room_are_one_sound(record, looking):
    sound = speak(CLEAN)
    (heard,) = seen(looking, record("a.wav", sound, sound * 0.8))
    assert heard.side is Side.BOTH


def test_a_side_that_was_chosen_is_taken(record, looking):
    (heard,) = seen(replace(looking, side=Side.LEFT), record("a.wav", PROSPECT, CLEAN))
    assert heard.side is Side.LEFT
    assert heard.found[0].verdict.close is None


def test_copies_are_known_by_their_sound_whatever_they_are_called(record, looking):
    path = record("a.wav")
    shutil.copy(path, path.with_name("b.wav"))
    samples, rate = soundfile.read(path, dtype="int16")
    soundfile.write(path.with_name("c.flac"), samples, rate)
    first, *copies = seen(looking, path.parent)
    assert isinstance(first, Heard)
    assert [(copy.path.name, type(copy)) for copy in copies] == [("b.wav", Copy), ("c.flac", Copy)]
    assert copies[0].says == "b.wav has the same sound as a.wav. It was left out."
    (known,) = seen(
        replace(looking, known=lambda contents: dict.fromkeys({*contents} & {first.content}, "take1")), path
    )
    assert "is here already" in known.says


def test_what_cannot_be_read_is_told_by_name_and_the_rest_goes_on(record, looking, tmp_path):
    folder = record("z.wav").parent
    (folder / "a.mp3").write_bytes(b"ID3 nothing")
    (folder / "b.wav").touch()
    (folder / "c.txt").write_text("no sound, and not named")
    *bad, good = seen(looking, folder, folder / "none.wav", record("other/z.wav", RUSHED))
    assert isinstance(good, Heard)
    assert [(one.path.name, one.kind) for one in bad if isinstance(one, Unusable)] == [
        ("a.mp3", "unreadable"),
        ("b.wav", "empty"),
        ("none.wav", "missing"),
    ]
    assert all(one.says.startswith(one.path.name) for one in bad if isinstance(one, Unusable))


def test_a_recording_that_may_not_be_opened_is_told(record, looking):
    path = record("a.wav")
    path.chmod(0)
    with as_anybody():
        (one,) = seen(looking, path)
    assert "no permission" in one.says


def test_a_damaged_one_is_used_as_far_as_it_goes(record, looking):
    path = record("a.flac", CLEAN)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 9 // 10])
    (heard,) = seen(looking, path)
    assert "cut short" in heard.note
    assert heard.found


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg", "mp3", "aiff"])
def test_every_kind_of_recording_is_heard(record, looking, suffix):
    kind = {"wav": {}, "flac": {}, "aiff": {}, "ogg": {"subtype": "VORBIS"}, "mp3": {"subtype": "MPEG_LAYER_III"}}
    (heard,) = seen(looking, record(f"a.{suffix}", CLEAN, **kind[suffix]))
    assert heard.found[0].verdict.close.pause == pytest.approx(0.8, abs=0.06)


def test_whose_it_is_and_when(record, looking):
    path = record("Bo/Dana_2026-11-20.wav")
    pattern = NamePattern.compiled("{rep}_{date}")
    (by_name,) = seen(replace(looking, naming=Naming("Ana", by_folder=True, pattern=pattern)), path)
    assert (by_name.origin.rep, f"{by_name.origin.started_at:%Y-%m-%d}") == ("Dana", "2026-11-20")
    (by_folder,) = seen(replace(looking, naming=Naming("Ana", by_folder=True)), path)
    assert by_folder.origin.rep == "Bo"
    (chosen,) = seen(looking, path)
    ended = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    assert chosen.origin.rep == "Ana"
    assert (ended - chosen.origin.started_at).total_seconds() == pytest.approx(chosen.duration)
    (stray,) = seen(replace(looking, naming=Naming("Ana", pattern=pattern)), record("Bo/other.wav"))
    assert stray.origin.rep == "Ana"
    assert not stray.origin.by_name


def test_it_tells_how_far_it_is_and_stops_where_it_is_told_to(record, looking):
    record("a.wav")
    folder = record("b.wav", RUSHED).parent
    told = []
    list(look_through([folder], looking, lambda path, share: told.append((path.name, share)) or True))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert {name for name, _ in told} == {"a.wav", "b.wav"}
    (only,) = look_through([folder], looking, lambda path, share: path.name == "a.wav")
    assert only.path.name == "a.wav"


def test_the_originals_are_not_touched(record, looking):
    path = record("a.wav")
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())
    seen(looking, path.parent)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_what_is_no_number_in_it_is_told(record, looking):
    sound = np.full(RATE, np.nan, np.float32)
    (one,) = seen(looking, record("a.wav", sound, subtype="FLOAT"))
    assert "no sound" in one.says
