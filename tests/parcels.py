"""Parcels by our own hand and by others, for the tests of what reads them."""

from __future__ import annotations

import io
import json
import zipfile

from sample_takes import NOON, take, verdict

from coach.parcel.form import MANIFEST, Said, take_text
from coach.review.review import Comment, Opinion, Review
from coach.verdict import Result

FLAC = b"fLaC" + bytes(range(256)) * 40

COMMENTS = (
    Comment("c1", "take1", 1.5, "“Ok”.", "Kim", NOON),
    Comment("c2", "take1", 2.0, "", "Kim", NOON, until=3.0, sound="2026/11/c2.flac"),
)
REVIEW = Review("take1", "Kim", NOON, verdict().utterances, (Opinion("pause", Result.PASS, "Clear."),))
SAID = Said((REVIEW,), COMMENTS)


def opened(key):
    return io.BytesIO(FLAC)


def made(path, entries, **changes):
    """A parcel by another hand: its entries, and a manifest that fits unless it is changed."""
    takes = sum(name.startswith("takes/") for name, _ in entries)
    manifest = {"kind": "okbye takes", "version": 1, "made_at": "2026-11-23T12:00:00Z", "takes": takes, **changes}
    with zipfile.ZipFile(path, "w") as parcel:
        for name, content in [(MANIFEST, json.dumps(manifest)), *entries]:
            parcel.writestr(name, content)
    return path


def entry(number=1, **changes):
    return f"takes/take{number}.json", json.dumps({**json.loads(take_text(take(number))), **changes})
