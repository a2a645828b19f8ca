"""Words of a plain take as the ear would tell them, and what is concluded of them."""

from __future__ import annotations

from audio.segment import Segment, SoundEnded, Tone, Word
from coach.bands import Bands
from coach.closing import conclude

TONE = Tone((116, 118, 120, 122, 124), 0.3, 0.4)
BELIEFS = {
    "o": (Word.OK, (0.96, 0.02, 0.02)),
    "f": (Word.FAREWELL, (0.02, 0.96, 0.02)),
    "x": (Word.OTHER, (0.01, 0.01, 0.98)),
}


def spoken(letter, start, end, level=-20.0):
    return Segment(start, end, 0.01, 0.01, level, 40.0, (), *BELIEFS[letter], 0.99, TONE)


def plain(*segments, duration=7.5, lost=(), bands=None):
    return conclude(list(segments), list(lost), SoundEnded(duration, -60.0), bands or Bands())
