"""The sound of calls goes when that of takes does."""

import os
import time

from app.live.old_sound import let_old_calls_go


def test_old_sound_goes_and_newer_stays(tmp_path):
    month = tmp_path / "2026" / "09"
    month.mkdir(parents=True)
    old, half, new = (month / name for name in ("old.flac", "old.part.flac", "new.flac"))
    for path in (old, half, new):
        path.touch()
    long_ago = time.time() - 31 * 86_400
    for path in (old, half):
        os.utime(path, (long_ago, long_ago))
    assert let_old_calls_go(tmp_path, 30) == 2
    assert (old.exists(), half.exists(), new.exists()) == (False, False, True)
    assert let_old_calls_go(tmp_path, 30) == 0


def test_a_folder_that_is_not_there_is_empty(tmp_path):
    assert let_old_calls_go(tmp_path / "none", 30) == 0
