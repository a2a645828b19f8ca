"""Trainers' words and comments for the tests of what keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sample_takes import NOON, take, verdict

from coach.review.review import Comment, Opinion, Review
from coach.verdict import Check, Result


def judged(number, result=Result.PASS, pause=0.8, error=0.012, **changes):
    """A take with one check of the pause, and one of nothing else said."""
    word = {Result.PASS: "clear", Result.FAIL: "short"}.get(result, "close call")
    checks = (
        Check("pause", result, pause, error, "s", 0.5, 2.0, word, ""),
        Check("nothing_else", Result.PASS, 0, None, "words", 0, 0, "", ""),
        Check("tone_ok", Result.UNSURE, 2.0, None, "st", None, 1.0, "rising", ""),
    )
    return take(number, verdict=replace(verdict(result, pause), checks=checks), **changes)


def word(number, *opinions, by="Tess", minutes=60, words=None):
    changed_at = NOON + timedelta(minutes=minutes)
    return Review(f"take{number}", by, changed_at, words, tuple(Opinion(*one) for one in opinions))


def comment(number, at=1.0, text="Lovely pause.", by="Tess", **changes):
    made_at = NOON + timedelta(hours=1, seconds=at)
    return Comment(**{"id": f"comment{number}-{at}", "take": f"take{number}", "at": at, "text": text, "by": by,
                      "made_at": made_at, **changes})  # fmt: skip
