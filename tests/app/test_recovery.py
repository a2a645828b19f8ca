import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import soundfile
from sample_takes import NOON, blocks, hiss, verdict

from app.keeper import begin
from app.measure import measure as measured
from app.recovery import YOUNG_SECONDS, recover
from audio.errors import UnreadableFile
from audio.sound_folder import part_of
from coach.bands import Bands
from coach.errors import StoreError
from coach.store.opening import open_store
from coach.verdict import Result


def measure(path):
    """Measure the length, which is enough here; a sound that cannot be read is refused as the engine does."""
    try:
        soundfile.info(path)
    except soundfile.SoundFileError as error:
        raise UnreadableFile(f"{path.name} is not a sound file this program can read.") from error
    return verdict()


def crash(keeper, seconds=2.0, started_at=NOON):
    """Leave what a killed program leaves: the file as it is on disk, and nobody who holds it."""
    _, recording = begin(keeper.sounds, 16_000, rep="Ana", drill="busy", started_at=started_at)
    for block in blocks(hiss(seconds)):
        recording.write(block)
    part = part_of(recording.path)
    content = part.read_bytes()
    recording.discard()
    part.write_bytes(content)
    return part


def test_with_nothing_left_there_is_nothing_to_say(sounds, takes):
    assert recover(sounds, takes, measure) == []
    assert not sounds.root.exists()


def test_a_take_that_broke_off_is_found_measured_and_told(keeper, sounds, takes):
    crash(keeper, 12.5)
    (said,) = recover(sounds, takes, measure)
    (take,) = takes.newest()
    assert take.recovered
    assert take.started_at == NOON
    assert (take.rep, take.drill, take.verdict) == ("Ana", "busy", verdict())
    assert soundfile.info(sounds.path(take.sound)).duration == pytest.approx(12.5, abs=0.15)
    assert sounds.unfinished() == []
    assert said.startswith("The last take broke off at ")
    assert "Its 12.4 s of sound are safe" in said or "Its 12.5 s of sound are safe" in said


def test_done_once_it_is_done(keeper, sounds, takes):
    crash(keeper)
    recover(sounds, takes, measure)
    assert recover(sounds, takes, measure) == []
    assert takes.count() == 1


def test_the_time_is_the_users_own_with_the_day_if_it_was_another(keeper, sounds, takes):
    now = datetime.now(UTC)
    crash(keeper, started_at=now - timedelta(seconds=2))
    (said,) = recover(sounds, takes, measure)
    assert f" {now.astimezone():%H:}" in said
    crash(keeper, started_at=NOON)
    (said,) = recover(sounds, takes, measure)
    assert f"{NOON.astimezone():%H:%M on %Y-%m-%d}" in said


def test_several_are_told_in_one_sentence(keeper, sounds, takes):
    for minute in range(3):
        crash(keeper, 1.0, NOON + timedelta(minutes=minute))
    (said,) = recover(sounds, takes, measure)
    assert said.startswith("3 takes broke off, the last at ")
    assert f"{NOON.astimezone() + timedelta(minutes=2):%H:%M}" in said
    assert takes.count() == 3


def test_a_sound_whose_take_was_never_stored_is_found(keeper, sounds, takes):
    key, recording = begin(keeper.sounds, 16_000, rep="Ana")
    for block in blocks(hiss(1)):
        recording.write(block)
    recording.close()
    assert len(recover(sounds, takes, measure)) == 1
    assert takes.sounds() == {key}


def test_what_is_still_being_recorded_is_left_alone(keeper, sounds, takes):
    _, recording = begin(keeper.sounds, 16_000, rep="Ana")
    for block in blocks(hiss(1)):
        recording.write(block)
    assert recover(sounds, takes, measure) == []
    assert takes.count() == 0
    for block in blocks(hiss(1)):
        recording.write(block)
    recording.close()
    assert soundfile.info(recording.path).duration == 2


def test_a_stored_take_whose_sound_was_not_finished_gets_it(keeper, sounds, takes):
    part = crash(keeper)
    key = sounds.key(part).replace(".part", "")
    keeper.finish(key, verdict(), rep="Ana")
    assert recover(sounds, takes, measure) == []
    (take,) = takes.newest()
    assert not take.recovered
    assert soundfile.info(sounds.path(take.sound)).duration > 1.8


def test_the_hopeless_is_kept_and_told_once(keeper, sounds, takes):
    part = crash(keeper)
    part.write_bytes(b"\0" * 20_000)
    (said,) = recover(sounds, takes, measure)
    assert part.name in said
    assert part.with_name(part.name + ".broken").read_bytes() == b"\0" * 20_000
    assert recover(sounds, takes, measure) == []
    assert takes.count() == 0


def test_one_that_never_got_a_sample_goes_away_unless_it_began_just_now(keeper, sounds, takes):
    part = crash(keeper, 0.01)
    assert recover(sounds, takes, measure) == []
    assert part.exists()
    long_ago = part.stat().st_mtime - YOUNG_SECONDS - 1
    os.utime(part, (long_ago, long_ago))
    assert recover(sounds, takes, measure) == []
    assert not part.exists()


def test_a_sound_that_is_not_ours_is_left_alone(sounds, takes):
    sounds.root.mkdir()
    soundfile.write(sounds.root / "song.flac", hiss(1), 16_000, "PCM_16")
    (sounds.root / "broken.flac").write_bytes(b"junk")
    assert recover(sounds, takes, measure) == []
    assert takes.count() == 0
    assert len(list(sounds.root.glob("*.flac"))) == 2


def test_a_sound_that_cannot_be_measured_is_listed_with_the_reason(keeper, sounds, takes):
    def refuse(path):
        raise UnreadableFile(f"{path.name} is too short.")

    crash(keeper)
    recover(sounds, takes, refuse)
    (take,) = takes.newest()
    assert take.verdict.result is Result.NOT_MEASURED
    assert "too short" in take.fault


def test_where_the_store_refuses_the_sound_waits_for_the_next_start(keeper, sounds, takes, tmp_path):
    crash(keeper)
    with open_store(tmp_path / "other.db") as other:
        with other.transact(writes=True) as connection:
            connection.exec_driver_sql("DROP TABLE takes")
        with pytest.raises(StoreError):
            recover(sounds, other.takes, measure)
    assert len(recover(sounds, takes, measure)) == 1
    assert takes.count() == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from app.measure import measure as measured
from app.recovery import recover
from audio.sound_folder import SoundFolder
from coach.store.opening import open_store
with open_store(Path(sys.argv[1]) / "okbye.db") as store:
    recover(SoundFolder(Path(sys.argv[1]) / "sound"), store.takes, lambda path: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_killed_while_it_recovers_nothing_is_lost(keeper, sounds, takes, tmp_path):
    crash(keeper)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path], env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert takes.count() == 0
    assert len(recover(sounds, takes, measure)) == 1
    (take,) = takes.newest()
    assert soundfile.info(sounds.path(take.sound)).duration > 1.8


def test_two_that_recover_at_once_do_it_once(keeper, sounds, takes):
    def meanwhile(path):
        assert recover(sounds, takes, measure) == []
        return measure(path)

    crash(keeper)
    assert len(recover(sounds, takes, meanwhile)) == 1
    assert takes.count() == 1


def test_a_recovered_sound_goes_through_the_engine(keeper, sounds, takes):
    crash(keeper)
    recover(sounds, takes, lambda path: measured(path, Bands()).verdict)
    (take,) = takes.newest()
    assert take.verdict.duration == soundfile.info(sounds.path(take.sound)).duration
    assert take.fault is None
