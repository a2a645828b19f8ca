from __future__ import annotations

import os
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audio.errors import EmptyFile, MissingFile, SoundFileError, UnreadableFile
from audio.files import HIGHEST_HZ, LOWEST_HZ, MOST_CHANNELS, SUFFIXES, read

EVERY_RATE = (8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000)
OPUS_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)
MP3_RATES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)

# suffix, format, encoding, rates, most channels, how far a sample may be off
KINDS = {
    "wav16": (".wav", "WAV", "PCM_16", EVERY_RATE, 8, 1e-4),
    "wav24": (".wav", "WAV", "PCM_24", EVERY_RATE, 8, 1e-6),
    "wav_u8": (".wav", "WAV", "PCM_U8", EVERY_RATE, 8, 1e-2),
    "wav_ulaw": (".wav", "WAV", "ULAW", EVERY_RATE, 8, 2e-2),
    "wav_float": (".wav", "WAV", "FLOAT", EVERY_RATE, 8, 0),
    "wav_double": (".wav", "WAV", "DOUBLE", EVERY_RATE, 8, 0),
    "rf64": (".wav", "RF64", "PCM_16", EVERY_RATE, 8, 1e-4),
    "flac": (".flac", "FLAC", "PCM_16", EVERY_RATE, 8, 1e-4),
    "aiff": (".aiff", "AIFF", "PCM_16", EVERY_RATE, 8, 1e-4),
    "vorbis": (".ogg", "OGG", "VORBIS", EVERY_RATE, 8, 0.2),
    "opus": (".opus", "OGG", "OPUS", OPUS_RATES, 8, 0.2),
    "mp3": (".mp3", "MP3", "MPEG_LAYER_III", MP3_RATES, 2, 0.2),
}


def tone(frames: int, channels: int, rate_hz: int) -> np.ndarray:
    t = np.arange(frames) / rate_hz
    return np.stack([0.3 * np.sin(2 * np.pi * 440 * t + channel) for channel in range(channels)], 1).astype(np.float32)


def write(folder: Path, kind: str, rate_hz: int = 16_000, channels: int = 1, seconds: float = 1.0) -> Path:
    suffix, container, encoding, *_ = KINDS[kind]
    path = folder / f"{kind}{suffix}"
    soundfile.write(path, tone(round(rate_hz * seconds), channels, rate_hz), rate_hz, encoding, format=container)
    return path


def heard(path: Path, block_frames: int = 4_096) -> np.ndarray:
    blocks = [block.samples for block in read(path, block_frames)]
    assert all(len(block) for block in blocks)
    return np.concatenate(blocks)


def wav(
    data: bytes = bytes(3_200), *, rate: int = 16_000, channels: int = 1, bits: int = 16, tag: int = 1, size: int = -1
) -> bytes:
    """A WAV file that may claim anything."""
    frame = max(1, channels * bits // 8)
    size = len(data) if size < 0 else size
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * frame % 2**32, frame % 2**16, bits)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", size) + data
    return b"RIFF" + struct.pack("<I", min(2**32 - 1, 36 + size)) + body


@pytest.mark.parametrize(
    ("kind", "rate_hz"), [(kind, rate_hz) for kind, (_, _, _, rates, _, _) in KINDS.items() for rate_hz in rates]
)
def test_every_format_and_rate_with_every_count_of_channels(tmp_path, kind, rate_hz):
    for channels in range(1, KINDS[kind][4] + 1):
        path = write(tmp_path, kind, rate_hz, channels, seconds=0.3)
        with read(path, 1_000) as recording:
            blocks = list(recording)
        assert (recording.rate_hz, recording.channels) == (rate_hz, channels)
        assert recording.duration == pytest.approx(0.3, abs=1e-3)
        assert recording.note is None
        assert all(block.rate_hz == rate_hz and block.samples.dtype == np.float32 for block in blocks)
        sound = np.concatenate([block.samples for block in blocks])
        wanted = tone(round(rate_hz * 0.3), channels, rate_hz)
        assert sound.shape == wanted.shape
        edge = rate_hz // 10  # what lossy encoders do with the first and last sound of all is theirs
        # The first channel only: lossy encoders keep nothing but the bass of a subwoofer's.
        assert np.abs(sound - wanted)[edge:-edge, 0].max() <= KINDS[kind][5]


@pytest.mark.parametrize("kind", KINDS)
def test_the_size_of_blocks_changes_nothing(tmp_path, kind):
    path = write(tmp_path, kind, channels=2)
    whole = heard(path, 10**6)
    for block_frames in (1, 257, 16_000, 15_999):
        assert np.array_equal(heard(path, block_frames), whole)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.9, 0.5, 0.2])
def test_what_a_truncated_file_still_holds_is_heard_and_the_cut_is_noted(tmp_path, kind, share):
    suffix, container, encoding, *_ = KINDS[kind]
    path = tmp_path / f"{kind}{suffix}"
    noise = np.random.default_rng(3).uniform(-0.3, 0.3, 16_000 * 12)  # a tone would be one page of an Ogg file
    soundfile.write(path, noise, 16_000, encoding, format=container)
    whole = heard(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with read(path) as recording:
        sound = np.concatenate([block.samples for block in recording])
    assert 0.3 * share < len(sound) / len(whole) < share + 0.15
    edge = 4_000  # a lossy decoder fades out at the cut
    assert np.allclose(sound[:-edge], whole[: len(sound) - edge], atol=1e-6)
    assert recording.note
    assert recording.note.startswith(f"{path.name} is cut short or damaged: only its first {len(sound) / 16_000:.2f} s")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_cut_anywhere_is_heard_or_refused_with_a_sentence(tmp_path, kind):
    path = write(tmp_path, kind, seconds=0.5)
    data = path.read_bytes()
    for length in {*range(1, 64), *range(64, len(data), len(data) // 50)}:
        path.write_bytes(data[:length])
        refused_or_heard(path)


def test_damage_in_the_middle_of_a_flac_ends_it_there(tmp_path):
    path = write(tmp_path, "flac", seconds=10)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    with read(path) as recording:
        frames = sum(len(block.samples) for block in recording)
    assert 3.5 < frames / 16_000 < 6
    assert "cut short or damaged" in (recording.note or "")


def test_a_file_that_shrinks_while_it_is_read_ends_early_and_says_so(tmp_path):
    path = write(tmp_path, "wav16", seconds=60)
    with read(path, 16_000) as recording:
        blocks = iter(recording)
        frames = len(next(blocks).samples)
        os.truncate(path, path.stat().st_size // 2)
        frames += sum(len(block.samples) for block in blocks)
    assert frames / 16_000 == pytest.approx(30, abs=0.1)
    assert "only its first 30.00 s" in (recording.note or "")


def test_a_file_that_vanishes_while_it_is_read_is_heard_to_its_end(tmp_path):
    path = write(tmp_path, "flac", seconds=5)
    with read(path, 16_000) as recording:
        path.unlink()
        assert sum(len(block.samples) for block in recording) == 80_000


def without_table_of_contents(mp3: bytes) -> bytes:
    tag = max(mp3.find(b"Xing"), mp3.find(b"Info"))
    assert tag > 0
    return mp3[mp3.index(mp3[:2], tag) :]


@pytest.mark.parametrize("cover", [0, 100, 100_000], ids=["no ID3", "ID3", "ID3 with a picture"])
def test_an_mp3_with_no_table_of_contents_is_heard_to_its_end(tmp_path, cover):
    """A loud start and a silent end make the length that its bit rate suggests four times too short."""
    path = tmp_path / "a.mp3"
    sound = np.concatenate((np.random.default_rng(1).standard_normal((160_000, 1)) * 0.3, np.zeros((320_000, 1))))
    soundfile.write(path, sound, 16_000, format="MP3", bitrate_mode="VARIABLE")
    mp3 = without_table_of_contents(path.read_bytes())
    if cover:
        size = bytes((cover >> shift) & 0x7F for shift in (21, 14, 7, 0))
        mp3 = b"ID3\x04\0\0" + size + b"\0" * cover + mp3
    path.write_bytes(mp3)
    assert len(heard(path)) / 16_000 == pytest.approx(30, abs=0.3)


def test_missing(tmp_path):
    with pytest.raises(MissingFile, match=r"^gone\.wav was not found: there is no file at .*gone\.wav\.$"):
        read(tmp_path / "gone.wav")
    with pytest.raises(MissingFile):
        read("a\0b.wav")
    (tmp_path / "file").write_text("x")
    with pytest.raises(MissingFile):
        read(tmp_path / "file" / "a.wav")
    (tmp_path / "link.wav").symlink_to(tmp_path / "nowhere")
    with pytest.raises(MissingFile):
        read(tmp_path / "link.wav")


def test_empty(tmp_path):
    path = tmp_path / "x.wav"
    path.touch()
    with pytest.raises(EmptyFile, match=r"^x\.wav is empty: the file has 0 bytes\.$"):
        read(path)


@pytest.mark.parametrize("kind", ["wav16", "wav_float", "rf64", "aiff", "vorbis"])
def test_a_header_with_no_sound_after_it_is_empty(tmp_path, kind):
    path = write(tmp_path, kind, seconds=0)
    with pytest.raises(EmptyFile, match=f"^{path.name} is empty: it is a sound file with no sound in it"):
        list(read(path))


def test_a_folder_a_pipe_and_a_device(tmp_path):
    os.mkfifo(tmp_path / "pipe.wav")
    for path, what in ((tmp_path, "a folder"), (tmp_path / "pipe.wav", "a device or"), (Path("/dev/zero"), "a device")):
        with pytest.raises(UnreadableFile, match=f"^{path.name} is not a sound file .*: it is {what}"):
            read(path)


def test_links_that_lead_in_a_circle_and_names_too_long(tmp_path):
    (tmp_path / "a.wav").symlink_to(tmp_path / "b.wav")
    (tmp_path / "b.wav").symlink_to(tmp_path / "a.wav")
    for path in (tmp_path / "a.wav", tmp_path / ("x" * 300)):
        with pytest.raises(UnreadableFile, match="the system could not open it"):
            read(path)


def test_no_permission(tmp_path):
    path = write(tmp_path, "wav16")
    path.chmod(0)
    if os.geteuid() == 0:  # root may read everything
        tmp_path.chmod(0o755)
        os.seteuid(65534)
    try:
        if os.access(path.parent, os.X_OK, effective_ids=True):
            with pytest.raises(UnreadableFile, match=r"^wav16\.wav is not a sound file .*: you have no permission"):
                read(path)
    finally:
        if os.getuid() == 0:
            os.seteuid(0)


@pytest.mark.parametrize(
    "data",
    [
        b"hello\n" * 100,
        b"<!doctype html>" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"\0\0\0\x20ftypM4A " + bytes(500),
        b"PK\x03\x04" + bytes(500),
        bytes(5_000),
        b"RIFF\x24\0\0\0AVI LIST" + bytes(100),
        b"MATLAB 5.0 MAT-file" + bytes(500),
    ],
)
@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_what_is_no_sound_is_refused_whatever_its_suffix(tmp_path, data, suffix):
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=f"^x{suffix} is not a sound file this program can read: it "):
        read(path)


def test_sound_is_heard_whatever_its_suffix(tmp_path):
    path = write(tmp_path, "flac").rename(tmp_path / "take.mp3")
    assert len(heard(path)) == 16_000


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (wav(rate=1_000_000_000), "it has 1000000000 samples a second"),
        (wav(rate=LOWEST_HZ - 1), "it has 7999 samples a second, and only 8000 to 192000"),
        (wav(rate=HIGHEST_HZ + 1), "it has 192001 samples a second"),
        (wav(rate=0), "it is damaged"),
        (wav(rate=2**32 - 1), "it is damaged"),
        (wav(channels=MOST_CHANNELS + 1), "it has 9 channels, and only 1 to 8"),
        (wav(channels=1_000), "it has 1000 channels"),
        (wav(channels=0), "it is damaged"),
        (wav(channels=65_535), "it is damaged"),
        (wav(bits=0), "its sound is encoded in a way this program does not know"),
        (wav(tag=999), "it is damaged"),
    ],
)
def test_absurd_headers(tmp_path, header, says):
    path = tmp_path / "x.wav"
    path.write_bytes(header)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert str(refused.value).startswith(f"x.wav is not a sound file this program can read: {says}")


def test_a_header_that_claims_a_trillion_frames(tmp_path):
    path = write(tmp_path, "rf64", channels=1)
    data = bytearray(path.read_bytes())
    ds64 = data.index(b"ds64") + 8
    data[ds64 : ds64 + 24] = struct.pack("<QQQ", 2 * 10**12 + 72, 2 * 10**12, 10**12)
    path.write_bytes(data)
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 16_000
    assert recording.note


def test_a_flac_that_claims_more_than_it_has(tmp_path):
    path = write(tmp_path, "flac")
    data = bytearray(path.read_bytes())
    data[21] |= 0x0F  # the high four of the 36 bits that count its frames
    path.write_bytes(data)
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 16_000
    assert recording.note


def test_a_flac_that_does_not_say_how_long_it_is(tmp_path):
    """As an encoder leaves it that writes into a pipe."""
    path = write(tmp_path, "flac")
    data = bytearray(path.read_bytes())
    data[21] &= 0xF0
    data[22:26] = bytes(4)
    path.write_bytes(data)
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 16_000
    assert recording.note is None


@pytest.mark.parametrize("claim", [2**32 - 1, 0x7FFF_FFFF, 0x7FFF_F000])
def test_a_wav_from_a_pipe_is_not_called_cut_short(tmp_path, claim):
    path = tmp_path / "x.wav"
    path.write_bytes(wav(size=claim))
    with read(path) as recording:
        assert sum(len(block.samples) for block in recording) == 1_600
    assert recording.note is None


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e9, 3e38])
@pytest.mark.parametrize("channel", [0, 1])
def test_values_that_are_no_sound(tmp_path, value, channel):
    sound = tone(32_000, 2, 16_000)
    sound[25_000, channel] = value
    path = tmp_path / "x.wav"
    soundfile.write(path, sound, 16_000, "FLOAT")
    with pytest.raises(UnreadableFile, match=r"^x\.wav is not a sound file .*: after 1\.5 s it holds values"):
        list(read(path, 8_000))


def test_floats_as_large_as_integers_are_sound(tmp_path):
    path = tmp_path / "x.wav"
    soundfile.write(path, tone(1_000, 1, 16_000) * 32_768, 16_000, "FLOAT")
    assert np.abs(heard(path)).max() == pytest.approx(0.3 * 32_768, rel=0.01)


def test_a_name_that_is_not_text(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/na\xefve.flac"))
    write(tmp_path, "flac").rename(path)
    assert len(heard(path)) == 16_000


def test_an_hour_is_never_in_memory(tmp_path):
    """Blocks are handed out one by one: an hour that takes no room on disk either."""
    path = tmp_path / "hour.wav"
    bytes_ = 3_600 * 16_000 * 2
    path.write_bytes(wav(b"", size=bytes_))
    os.truncate(path, path.stat().st_size + bytes_)
    frames, largest = 0, 0
    with read(path) as recording:
        assert recording.duration == 3_600
        for block in recording:
            frames += len(block.samples)
            largest = max(largest, block.samples.nbytes)
    assert frames == 3_600 * 16_000
    assert largest < 1_000_000
    assert recording.note is None


def test_a_recording_that_nobody_reads_can_be_closed(tmp_path):
    path = write(tmp_path, "wav16")
    with read(path) as recording:
        pass
    assert list(recording_after_close(recording)) == []


def recording_after_close(recording):
    try:
        yield from recording
    except EmptyFile:
        return


FUZZED = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def refused_or_heard(path: Path) -> None:
    try:
        with read(path) as recording:
            for block in recording:
                assert np.isfinite(block.samples).all()
                assert block.samples.shape[1] == recording.channels <= MOST_CHANNELS
                assert LOWEST_HZ <= block.rate_hz <= HIGHEST_HZ
    except SoundFileError as error:
        says = str(error)
        assert says.startswith(f"{path.name} is ")
        assert says.endswith(".")


MAGIC = [b"", b"RIFF", b"RIFF\x24\x08\0\0WAVEfmt ", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b".snd", b"riff"]


@FUZZED
@given(magic=st.sampled_from(MAGIC), rest=st.binary(max_size=600))
def test_any_bytes_are_heard_or_refused(tmp_path, magic, rest):
    path = tmp_path / "x.wav"
    path.write_bytes(magic + rest)
    refused_or_heard(path)


@FUZZED
@given(data=st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_any_damage_is_heard_or_refused(tmp_path, kind, data):
    path = tmp_path / f"whole{KINDS[kind][0]}"
    if not path.exists():
        write(tmp_path, kind, channels=2, seconds=0.2).rename(path)
    sound = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, min(len(sound), 300) - 1) | st.integers(0, len(sound) - 1))
        sound[place] = data.draw(st.integers(0, 255))
    damaged = tmp_path / f"damaged{path.suffix}"
    damaged.write_bytes(sound)
    refused_or_heard(damaged)
