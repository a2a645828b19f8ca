"""A trainer's library for tests and pictures: takes of four reps with their sound, and what was said of some."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial

import soundfile
import staged

from app.sampled import sampled
from app.samples import SAMPLES, model
from app.window.review.desk import ReviewDesk
from audio.sound_folder import SoundFolder
from coach.bands import Bands
from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.take import Take
from coach.verdict import Result

NOW = datetime(2026, 11, 20, 17, 0).astimezone()
BY = "Tess Ruiz"
DRILLS = {"objection": "Objection", "plain": "Plain no", "busy": "Busy", "wait": "Asks you to wait"}
REPS = ("Dana Reyes", "Sam Ito", "Lee Amari", "Kim Doyle")
# Who said which sample, in which drill, how long ago.
SPOKEN = (
    ("Dana Reyes", "at_once", "objection", timedelta(hours=1)),
    ("Dana Reyes", "clear", "plain", timedelta(hours=1, minutes=4)),
    ("Sam Ito", "rushed", "busy", timedelta(hours=2)),
    ("Sam Ito", "unhurried", "plain", timedelta(hours=2, minutes=5)),
    ("Lee Amari", "thanks", "plain", timedelta(days=2)),
    ("Lee Amari", "bye_now", "wait", timedelta(days=2, minutes=3)),
    ("Kim Doyle", "clipped", None, timedelta(days=5)),
    ("Kim Doyle", "together", "busy", timedelta(days=40)),
)


@cache
def heard(name):
    """A sample as it is measured; once for all tests."""
    return sampled(next(sample for sample in SAMPLES if sample.name == name), Bands())


def fill(store, sounds, spoken=SPOKEN):
    for number, (rep, name, drill, ago) in enumerate(spoken):
        store.takes.add(take(sounds, number, rep, name, drill, NOW - ago))


def take(sounds, number, rep, name, drill, started_at):
    made = heard(name)
    key = f"2026/11/{number:032x}.flac"
    path = sounds.path(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, made.sound.samples, made.sound.rate_hz, "PCM_16")
    return Take(f"{number:032x}", started_at, made.verdict, rep, drill=drill, sound=key)


def say(store, by=BY):
    """An opinion with its reason, and comments pinned to moments."""
    store.comments.add(comment(0, 1.4, "Lovely pause, keep exactly this."))
    store.comments.add(comment(0, 2.9, "Count three breaths before you touch the button.", until=3.4))
    word = Review(ident(0), by, NOW, opinions=(Opinion("pause", Result.PASS), Opinion(WHOLE, Result.FAIL, "Too soon.")))
    store.reviews.put(word)


def comment(number, at, text, until=None, by=BY):
    return Comment(f"comment{number}-{at}", ident(number), at, text, by, NOW, until)


def ident(number):
    return f"{number:032x}"


def desk(store, folder, **others):
    made = ReviewDesk(
        takes=store.takes,
        rows=store.rows,
        reviews=store.reviews,
        comments=store.comments,
        sounds=SoundFolder(folder / "sound"),
        bands=Bands(),
        by=lambda: BY,
        play=lambda samples, rate_hz: staged.FakePlaying(),
        sampled=partial(sampled, bands=Bands()),
        model=lambda: model("good-bye", "af_heart"),
        drills=DRILLS,
        now=lambda: NOW,
    )
    return replace(made, **others)
