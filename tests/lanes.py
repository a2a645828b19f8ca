"""A take drawn as two lanes, 100 ms a letter, and judged: what the prospect said above, what the rep said below.

Prospect: 'r' ring, 'h' hello, 'n' no, 'N' never again, 'v' vague, 'q' question, 'y' yes, 'g' gatekeeper, 'm' machine,
's' asks to wait, 't' thanks, 'b' good-bye, '#' hangs up. Rep: 'o' Ok, 'f' farewell, 'x' anything else. '.' is nothing.
The take ends where the rep's lane does: the rep hangs up there, unless the prospect did or the drill was `over`.
"""

from __future__ import annotations

import re
from itertools import groupby

from audio.segment import Segment, SoundEnded, Word
from coach.bands import Bands
from coach.drills.encounter import Encounter
from coach.drills.judging import judge_drill
from coach.drills.line import Meaning
from coach.verdict import ProspectLine, Verdict

KINDS = {
    "r": "ring",
    "h": Meaning.HELLO,
    "n": Meaning.NO,
    "N": Meaning.NEVER,
    "v": Meaning.VAGUE,
    "q": Meaning.QUESTION,
    "y": Meaning.YES,
    "g": Meaning.GATEKEEPER,
    "m": Meaning.MESSAGE,
    "s": Meaning.STAY,
    "t": Meaning.THANKS,
    "b": Meaning.BYE,
    "#": "hung_up",
}
WORDS = {
    "o": (Word.OK, (0.96, 0.02, 0.02)),
    "f": (Word.FAREWELL, (0.02, 0.96, 0.02)),
    "x": (Word.OTHER, (0.01, 0.01, 0.98)),
}


def runs(lane: str):
    at = 0
    for letter, run in groupby(lane):
        length = len(list(run))
        if letter != ".":
            yield letter, at / 10, (at + length) / 10
        at += length


def voice(lane: str, error: float = 0.01) -> list[Segment]:
    return [
        Segment(start, end, error, error, -20.0, 40.0, (), *WORDS[letter], 0.99) for letter, start, end in runs(lane)
    ]


def encounter(them: str, until: float, *, over: bool = False, **known: object) -> Encounter:
    lines = [
        ProspectLine(start, start if letter == "#" else end, str(KINDS[letter]), "…")
        for letter, start, end in runs(them)
    ]
    gone = next((line.start for line in lines if line.kind == "hung_up"), None)
    ended = {"they_hung_up": gone, "over": until if over or gone is not None else None}
    if not over and gone is None:
        ended["rep_hung_up"] = until
    return Encounter("drawn", tuple(lines), **{**ended, **known})


def judged(
    them: str, rep: str, *, lost: tuple[float, ...] = (), bands: Bands | None = None, **known: object
) -> Verdict:
    until = len(rep) / 10
    met = encounter(them, until, **known)
    return judge_drill(met, voice(rep), lost, SoundEnded(until, -60.0), bands or Bands())


def checks(verdict: Verdict) -> dict[str, str]:
    return {check.name: str(check.result) for check in verdict.checks}


def lane(text: str) -> str:
    """Numbers in a lane stand for so many tenths of nothing: "hhh 30 nnn"."""
    return re.sub(r"\s*(\d+)\s*", lambda number: "." * int(number[1]), text)


OFFER = "5 xxxxxxxxxx 3 xxxxxxxxxxxxxxxxxxxx"  # 38 letters, after a hello of 5
CLOSED = "6 oooo 9 ffffff"  # 25


def take(after: str, *, answer: str = "nnnnnnnn", them: str = "", **known: object) -> Verdict:
    """Hello, an offer, an answer of 0.8 s, and what the rep said after it; `them` goes on after the answer."""
    prospect = lane(f"hhhhh 38 10 {answer}{them}")
    return judged(prospect, lane(f"5 {OFFER} 10 {len(answer)} {after}"), **known)


def said(verdict: Verdict) -> tuple[str, str]:
    return str(verdict.result), verdict.headline


CLEAN = ("pass", "A clean close.")
