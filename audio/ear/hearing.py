"""The ear in one call: a region of sound with the room around it in, named pieces out.

The whole window tells how loud the room and the voice are; the network itself runs only as far back from the region
as its answers reach. The same window always gives the same numbers.
"""

from __future__ import annotations

from dataclasses import replace

from audio.block import Samples
from audio.ear.decode import Piece, pieces
from audio.ear.edges import Edge
from audio.ear.features import Mels, log_mels, normalised
from audio.ear.network import Network
from audio.frames import FRAME, FRAME_S

EARLIER = 30  # frames: a word may begin before the region in which it grew loud


def hear(network: Network, samples: Samples, begin: int = 0, mels: Mels | None = None) -> list[Piece]:
    """What is said from frame `begin` on in a window of whole frames; times are seconds from the window's start.

    The window should go on for a third of a second after the last word: that is how far ahead the network looks.
    `mels` are those of the samples, where they are already at hand.
    """
    features = normalised(log_mels(samples) if mels is None else mels)
    cut = max(0, begin - EARLIER - network.before)
    found = pieces(network(features[cut:]), samples[cut * FRAME : len(features) * FRAME])
    return [_later(piece, cut * FRAME_S) for piece in found if piece.end.at + cut * FRAME_S > begin * FRAME_S]


def _later(piece: Piece, seconds: float) -> Piece:
    return replace(piece, start=_moved(piece.start, seconds), end=_moved(piece.end, seconds))


def _moved(edge: Edge, seconds: float) -> Edge:
    return replace(edge, at=edge.at + seconds)
