from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sample_takes import NOON, blocks, hiss, verdict

from app.keeper import begin
from audio.head import read_head
from coach.errors import StoreError


def spoken(keeper):
    key, recording = begin(keeper.sounds, 16_000, rep="Ana", drill="busy", started_at=NOON)
    for block in blocks(hiss(1)):
        recording.write(block)
    recording.close()
    return key


def test_a_take_and_its_sound_are_kept_together(keeper, takes, sounds):
    key = spoken(keeper)
    take = keeper.finish(key, verdict(), rep="Ana", drill="busy", offer="a")
    assert list(takes.newest()) == [take]
    assert take.sound == key
    assert key.startswith("2026/11/")
    assert take.id in key
    assert read_head(sounds.path(key)).seconds == 1


def test_a_take_began_as_long_ago_as_it_lasted(keeper):
    before = datetime.now(UTC)
    take = keeper.finish(None, verdict(), rep="Ana")
    assert before <= take.started_at + timedelta(seconds=verdict().duration) <= datetime.now(UTC)
    assert keeper.finish(None, verdict(), rep="Ana", started_at=NOON).started_at == NOON


def test_a_take_without_sound_is_kept_as_numbers(keeper, takes, sounds):
    take = keeper.finish(None, verdict(), rep="Ana")
    assert take.sound is None
    assert takes.get(take.id) == take
    assert list(sounds.finished()) == []


def test_where_the_store_refuses_the_sound_is_safe_and_it_says_so(keeper, sounds, tmp_path):
    key = spoken(keeper)
    (tmp_path / "okbye.db").write_bytes(b"Dear diary, " * 10_000)
    for log in tmp_path.glob("okbye.db-*"):
        log.unlink()
    with pytest.raises(StoreError, match="Its sound is safe") as refused:
        keeper.finish(key, verdict(), rep="Ana")
    assert "okbye.db" in str(refused.value)
    assert list(sounds.finished()) == [key]


def test_a_forgotten_take_is_gone_with_its_sound(keeper, takes, sounds):
    take = keeper.finish(spoken(keeper), verdict(), rep="Ana")
    keeper.forget(take)
    assert takes.count() == 0
    assert list(sounds.finished()) == []
    keeper.forget(replace(take, sound=None))


def test_the_sound_itself_tells_whose_it_is(keeper, sounds):
    tags = read_head(sounds.path(spoken(keeper))).tags
    assert tags == {"date": NOON.isoformat(), "artist": "Ana", "title": "busy"}
