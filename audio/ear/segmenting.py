"""The trained ear as the second pass: what is said in a region, named, with its ends and their errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from audio.ear.decode import Piece
from audio.ear.error import Error
from audio.ear.features import Mels, log_mels
from audio.ear.hearing import hear
from audio.ear.network import FAREWELL, OK, OTHER, Network
from audio.frames import FRAME, FRAME_S
from audio.segment import Segment, Word
from audio.segmentation import Region

CONTEXT = 300  # frames of the room before a region: what tells how loud it and the voice are

Beliefs = tuple[float, float, float]
Sharpener = Callable[[Mels, Piece], Beliefs]  # told the window's bands; what to believe of a piece of it

_NAMES = {OK: Word.OK, FAREWELL: Word.FAREWELL, OTHER: Word.OTHER}


def named_segments(
    trained: Network, fitted: Error, region: Region, sharpened: Sharpener | None = None
) -> Iterator[Segment]:
    """The near speech of a region, in order of time."""
    begin = region.begin // 2  # two levels a frame
    first = max(0, begin - CONTEXT)
    starts_at = region.start_s + first * FRAME_S
    window = region.samples[first * FRAME : region.end // 2 * FRAME]
    mels = log_mels(window)
    for piece in hear(trained, window, begin - first, mels):
        beliefs = piece.shares if sharpened is None else sharpened(mels, piece)
        yield Segment(
            round(starts_at + piece.start.at, 6),
            round(starts_at + piece.end.at, 6),
            start_error=fitted.of_start(piece.start, piece.snr_db),
            end_error=fitted.of_end(piece.end, piece.snr_db),
            level_dbfs=round(piece.level_dbfs, 2),
            snr_db=round(piece.snr_db, 2),
            word=_NAMES[piece.name] if beliefs == piece.shares else _NAMES[OK + int(np.argmax(beliefs))],
            beliefs=beliefs,
            speech=piece.speech,
        )
