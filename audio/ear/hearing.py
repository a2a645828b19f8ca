"""The trained ear as the second pass: what is said in a region, named, with its ends and their errors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from audio import segmentation
from audio.ear.decode import FAREWELL, OK, OTHER, pieces
from audio.ear.error import Error, error
from audio.ear.features import log_mels, normalised
from audio.ear.network import Network, network
from audio.endpointing import Segmenter
from audio.frames import FRAME, FRAME_S
from audio.segment import Segment, Word
from audio.segmentation import Region

CONTEXT_S = 3.0  # of the room before a region: what the network needs to know how loud it is
BEFORE_S = 0.3  # a word may begin so long before it is loud enough to open a region

_WORDS = {OK: Word.OK, FAREWELL: Word.FAREWELL, OTHER: Word.OTHER}


def segmenter() -> Segmenter:
    """The ear where its weights are, the level of the sound where they are missing."""
    trained = network()
    return segmentation.segments if trained is None else partial(segments, trained, error())


def segments(trained: Network, fitted: Error, region: Region) -> Iterator[Segment]:
    """The near speech of a region, in order of time."""
    first = max(0, region.begin // 2 - round(CONTEXT_S / FRAME_S))
    samples = region.samples[first * FRAME : (region.end // 2) * FRAME]
    starts_at = region.start_s + first * FRAME_S
    opened_at = region.start_s + region.begin // 2 * FRAME_S
    posteriors = trained(normalised(log_mels(samples)))
    for piece in pieces(posteriors, samples):
        if starts_at + piece.end.at <= opened_at:
            continue  # it belongs to the region before
        yield Segment(
            starts_at + piece.start.at,
            starts_at + piece.end.at,
            start_error=fitted.of_start(piece.start, piece.snr_db),
            end_error=fitted.of_end(piece.end, piece.snr_db),
            level_dbfs=round(piece.level_dbfs, 2),
            snr_db=round(piece.snr_db, 2),
            word=_WORDS[piece.name],
            beliefs=piece.shares,
        )
