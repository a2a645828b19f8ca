"""Sound files of every kind for the tests of what reads them."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import soundfile

from audio.files import read

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
