from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.sound_folder import SoundFolder, part_of, whole_of


def test_a_key_and_its_path_lead_to_each_other(tmp_path):
    sounds = SoundFolder(tmp_path)
    key = sounds.new_key("ab12", datetime(2026, 3, 9, tzinfo=UTC))
    assert key == "2026/03/ab12.flac"
    assert sounds.path(key) == tmp_path / "2026" / "03" / "ab12.flac"
    assert sounds.key(sounds.path(key)) == key


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/etc/passwd",
        "../x.flac",
        "a/../../x.flac",
        "a/./x",
        "a//x",
        "C:/x",
        "C:x",
        "a\\..\\x",
        "a/",
        "\\\\host\\x",
        "a\0",
    ],
)
def test_a_key_that_leads_elsewhere_is_refused(tmp_path, key):
    with pytest.raises(ValueError, match="no key"):
        SoundFolder(tmp_path).path(key)


@given(st.text(alphabet="./\\aC:\0~", max_size=12))
def test_no_key_leads_out_of_the_folder(key):
    root = Path("/sounds/of/ana")
    try:
        path = SoundFolder(root).path(key)
    except ValueError:
        return
    assert root in path.resolve().parents


def test_parts_and_whole_sounds_are_told_apart(tmp_path):
    sounds = SoundFolder(tmp_path)
    for name in ("2026/01/a.flac", "2026/02/b.part.flac", "2026/02/c.flac", "2026/02/note.txt", "d.part.flac.broken"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert sorted(sounds.finished()) == ["2026/01/a.flac", "2026/02/c.flac"]
    assert sounds.unfinished() == [tmp_path / "2026/02/b.part.flac"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    sounds = SoundFolder(tmp_path / "none")
    assert list(sounds.finished()) == []
    assert sounds.unfinished() == []


def test_a_part_and_its_whole_name_each_other():
    whole = Path("a/b.c.flac")
    assert part_of(whole) == Path("a/b.c.part.flac")
    assert whole_of(part_of(whole)) == whole
