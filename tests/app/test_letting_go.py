"""A deleted take can come back until it is let go of; then its sound is gone from the disk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sample_takes import blocks, hiss, verdict

from app.keeper import begin
from app.letting_go import LettingGo
from app.recovery import recover
from audio.sound_folder import outline_beside
from coach.review.review import Comment
from coach.takes import Wanted


@pytest.fixture
def letting_go(sounds, store):
    return LettingGo(sounds, store.takes, store.comments)


@pytest.fixture
def spoken(keeper, sounds):
    """Keep a take with its sound, spoken so many days ago."""

    def speak(days_ago=0, rep="Ana"):
        started = datetime.now(UTC) - timedelta(days=days_ago)
        key, recording = begin(sounds, 16_000, rep=rep, started_at=started)
        for block in blocks(hiss(0.1)):
            recording.write(block)
        recording.close()
        return keeper.finish(key, verdict(), rep=rep, started_at=started)

    return speak


@pytest.fixture
def comment(store, sounds):
    """Say something of a take, aloud."""

    def say(take, by="Tess"):
        key, recording = begin(sounds, 16_000, rep=by, started_at=datetime.now(UTC))
        for block in blocks(hiss(0.1)):
            recording.write(block)
        recording.close()
        said = Comment(f"of-{take.id[:8]}-{by}", take.id, 1.0, "", by, datetime.now(UTC), sound=key)
        assert store.comments.add(said)
        return said

    return say


def only(take):
    return Wanted(ids=frozenset({take.id}))


def test_a_deleted_take_comes_back_with_its_sound(letting_go, spoken, takes, sounds):
    take, other = spoken(), spoken()
    deleted = letting_go.delete(only(take))
    assert deleted.takes == 1
    assert [one.id for one in takes.newest()] == [other.id]
    assert letting_go.undo(deleted) == 1
    assert takes.count() == 2
    assert sounds.path(take.sound).exists()


def test_the_outline_beside_a_sound_goes_with_it(letting_go, spoken, sounds):
    take = spoken()
    beside = outline_beside(sounds.path(take.sound))
    beside.write_bytes(b"how loud it was")
    letting_go.delete(only(take))
    letting_go.finish()
    assert not beside.exists()


def test_then_its_sound_is_gone_from_the_disk(letting_go, spoken, takes, sounds):
    take, other = spoken(), spoken()
    deleted = letting_go.delete(only(take))
    letting_go.finish()
    assert set(sounds.finished()) == {other.sound}
    assert takes.get(take.id) is None
    assert letting_go.undo(deleted) == 0


def test_a_crash_before_that_brings_nothing_back(letting_go, spoken, takes, sounds):
    letting_go.delete(only(spoken()))
    assert recover(sounds, takes, lambda path: verdict()) == []
    letting_go.finish()
    assert recover(sounds, takes, lambda path: verdict()) == []
    assert takes.count() == 0
    assert list(sounds.finished()) == []


def test_each_deletion_is_undone_by_itself(letting_go, spoken, takes):
    first, second = spoken(), spoken()
    one, _ = letting_go.delete(only(first)), letting_go.delete(only(second))
    letting_go.undo(one)
    assert [take.id for take in takes.newest()] == [first.id]


def test_all_of_it(letting_go, spoken, takes, sounds):
    for _ in range(3):
        spoken()
    letting_go.erase()
    assert takes.count() == 0
    assert list(sounds.finished()) == []


def test_old_sound_goes_and_its_numbers_stay(letting_go, spoken, takes, sounds):
    old, new = spoken(days_ago=31), spoken(days_ago=29)
    assert letting_go.let_old_sound_go(30) == 1
    assert set(sounds.finished()) == {new.sound}
    kept = takes.get(old.id)
    assert (kept.sound, kept.verdict) == (None, old.verdict)
    assert letting_go.let_old_sound_go(30) == 0


def test_what_was_said_of_a_take_goes_with_it(letting_go, spoken, comment, store, takes, sounds):
    take, other = spoken(), spoken()
    said, stays = comment(take), comment(other)
    assert recover(sounds, takes, lambda path: verdict()) == []
    deleted = letting_go.delete(only(take))
    assert letting_go.undo(deleted) == 1
    assert store.comments.of(take.id) == [said]
    letting_go.delete(only(take))
    letting_go.finish()
    assert set(sounds.finished()) == {other.sound, stays.sound}
    assert store.comments.of(take.id) == []


def test_a_comment_goes_alone(letting_go, spoken, comment, store, sounds):
    take = spoken()
    said = comment(take)
    at = datetime.now(UTC)
    assert store.comments.set_aside([said.id], at) == 1
    assert store.comments.bring_back(at) == 1
    store.comments.set_aside([said.id], at)
    letting_go.finish()
    assert set(sounds.finished()) == {take.sound}
    assert store.comments.aside() == []


def test_one_rep_is_erased_wholly(letting_go, spoken, comment, store, takes, sounds):
    mine, other = spoken(), spoken(rep="Bo")
    comment(mine)
    comment(other, by="Ana")
    stays = comment(other)
    store.reps.list_with("Ana", "teal")
    assert letting_go.erase_rep("Ana", store.reps) == 1
    assert set(sounds.finished()) == {other.sound, stays.sound}
    assert [rep.name for rep in store.reps.all()] == ["Bo"]
    assert store.comments.of(other.id) == [stays]
    assert takes.get(mine.id) is None


def test_a_sound_that_is_gone_already_or_that_is_not_ours_stops_nothing(letting_go, spoken, takes, sounds, tmp_path):
    theirs = tmp_path / "diary.flac"
    theirs.write_text("mine")
    gone, outside = spoken(), spoken()
    sounds.path(gone.sound).unlink()
    takes.add(replace(outside, sound="../diary.flac"))
    letting_go.delete(Wanted())
    letting_go.finish()
    assert theirs.exists()
    assert takes.aside() == []
