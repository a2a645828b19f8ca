"""Takes with their sound and a trainer's word, as a report has them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from drawing import RATE, speak
from importing_sounds import CLEAN, RUSHED
from sample_takes import NOON

from app.keeper import begin
from app.measure import judged
from app.reporting.hearing import Hearing
from app.reporting.report import report
from app.reporting.sounds import Sounds
from audio.block import Block
from coach.bands import Bands
from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.review.reviewed import Reviewed
from coach.take import Take
from coach.verdict import Result

SHORT = "..........###........#####" + "." * 15  # a silence of 1.5 s


@pytest.fixture
def spoken(sounds):
    """A take with its sound."""

    def make(number=1, picture=CLEAN, rep="Dana Reyes", **changes):
        block = Block(speak(picture)[:, None], RATE)
        started_at = NOON + timedelta(minutes=number)
        key, recording = begin(sounds, RATE, rep=rep, started_at=started_at)
        recording.write(block)
        recording.close()
        verdict = judged([block], Bands())
        return Take(f"take{number}", started_at, verdict, rep, drill="objection", sound=key, **changes)

    return make


@pytest.fixture
def reviewed(spoken):
    """The trainer overruled the machine, and said why."""
    take = spoken(1, SHORT)
    opinions = (Opinion(WHOLE, Result.PASS, "They had gone."), Opinion("silence", Result.PASS, "A dead line."))
    comments = (
        Comment("c1", take.id, 1.2, "Keep exactly this.", "Kim Doyle", NOON),
        Comment("c2", take.id, 3.4, "", "Kim Doyle", NOON, until=4.0, sound=take.sound),
    )
    results = {one.check: one.result for one in opinions}
    return Reviewed(take, Review(take.id, "Kim Doyle", NOON, None, opinions), comments, None, results)


@pytest.fixture
def reported(sounds):
    def make(*takes, hearing=Hearing.SMALL):
        takes = [take if isinstance(take, Reviewed) else Reviewed(take) for take in takes]
        return report(takes, Sounds(sounds, hearing), {"objection": "Objection"}, NOON)

    return make


@pytest.fixture
def three(spoken):
    return spoken(1), spoken(2, RUSHED), spoken(3, rep="Sam Ito")
