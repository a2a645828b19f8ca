"""A file is the old one or the new one, never half of it."""

import stat
import sys

import pytest

from coach import whole_file


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    return path


def test_what_was_written_is_there_at_the_end_and_not_before(path):
    with whole_file.writing(path) as file:
        file.write(b"new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(path.parent.iterdir()) == [path]


def test_what_broke_off_leaves_the_old_one(path):
    with pytest.raises(TypeError), whole_file.writing(path) as file:
        file.writelines([b"ne", "w"])
    assert path.read_text() == "old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="there files have no such mode")
def test_what_is_passed_on_can_be_read_as_any_file_and_what_is_kept_by_its_user_alone(path):
    path.with_name("plain").touch()
    with whole_file.writing(path):
        pass
    assert path.stat().st_mode == path.with_name("plain").stat().st_mode
    whole_file.replace(path.parent / "kept" / "b.txt", b"mine")
    assert stat.S_IMODE((path.parent / "kept" / "b.txt").stat().st_mode) == 0o600
