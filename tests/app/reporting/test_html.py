"""A report as one page: everything in it, nothing from elsewhere, and no name is more than a name."""

import base64
import errno
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
import soundfile

from app.reporting.hearing import Hearing
from app.reporting.html import pieces, write_html
from app.reporting.writing import ReportError
from coach.review.review import Review
from coach.review.reviewed import Reviewed


class Page(HTMLParser):
    """What a browser would find in it."""

    EMPTY = frozenset({"meta", "br", "hr", "img", "rect", "path", "circle", "link", "source"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.addresses, self.text, self.open = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.addresses += [value for name, value in attributes if name in {"src", "href", "action", "data", "poster"}]
        assert not any(name.startswith("on") for name, _ in attributes)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def page(report):
    return Page("".join(pieces(report)))


def words(report):
    return " ".join(" ".join(page(report).text).split())


def test_it_says_what_was_measured(reported, spoken):
    found = words(reported(spoken()))
    for told in ("Dana Reyes", "1 take, 2026-11-23", "✓ A clean close.", "0.80 ± 0.02 s", "0.5 – 2 s", "✓ clear"):
        assert told in found
    assert "Objection" in found


def test_the_trainers_word_stands_beside_the_machines(reported, reviewed):
    found = words(reported(reviewed))
    for told in (
        "✗ You hung up too soon.",
        "Kim Doyle: ✓ as wanted. They had gone.",
        "✗ short",
        "✓ as wanted: A dead line.",
        "1.2 s Kim Doyle Keep exactly this.",
        "3.4 to 4.0 s Kim Doyle spoken",
    ):
        assert told in found


def test_words_set_by_the_trainer_are_told_as_such(reported, reviewed):
    by_hand = replace(reviewed.review, words=reviewed.take.verdict.utterances)
    assert "The words stand as the trainer set them." in words(reported(replace(reviewed, review=by_hand)))


def test_it_needs_nothing_from_anywhere_and_runs_nothing(reported, three, reviewed):
    text = "".join(pieces(reported(*three, reviewed)))
    found = Page(text)
    assert not found.open
    assert not {"script", "iframe", "object", "embed", "link", "form", "base"} & set(found.tags)
    assert all(address.startswith(("data:audio/", "#take")) for address in found.addresses)
    outside = text.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")
    assert not re.search(r"https?:|//\w|url\(|@import", re.sub(r"base64,[\w+/=]+", "", outside))
    assert "default-src 'none'" in text


NASTY = '<script>alert(1)</script>"\' onload="x" {{ 7 * 7 }} </style> &amp; \u202e'


def test_no_name_is_more_than_a_name(reported, spoken, reviewed):
    take = replace(reviewed.take, rep=NASTY, drill=NASTY, fault=NASTY)
    comments = tuple(replace(comment, text=NASTY, by=NASTY) for comment in reviewed.comments)
    opinions = tuple(replace(one, reason=NASTY) for one in reviewed.review.opinions)
    review = Review(take.id, NASTY, reviewed.review.changed_at, None, opinions)
    nasty = Reviewed(take, review, comments, None, reviewed.results)
    found = page(reported(nasty, spoken(2, rep=NASTY)))
    assert "script" not in found.tags
    assert "".join(found.text).count(NASTY) >= 8


def test_the_sound_can_be_heard(reported, reviewed):
    (own, spoken) = (
        soundfile.read(io.BytesIO(base64.b64decode(address.partition(",")[2])))
        for address in page(reported(reviewed)).addresses
    )
    samples, rate = own
    assert len(samples) / rate == pytest.approx(reviewed.take.verdict.duration, abs=0.2)
    assert len(spoken[0]) == len(samples)


def test_as_kept_it_is_the_very_file_and_without_sound_there_is_none(reported, spoken, sounds):
    take = spoken()
    (address,) = page(reported(take, hearing=Hearing.AS_KEPT)).addresses
    assert address.startswith("data:audio/flac;base64,")
    assert base64.b64decode(address.partition(",")[2]) == sounds.path(take.sound).read_bytes()
    assert page(reported(take, hearing=Hearing.NONE)).addresses == []


def test_a_sound_that_is_gone_or_broken_is_told_and_the_numbers_stand(reported, three, sounds):
    first, second, third = three
    sounds.path(first.sound).unlink()
    sounds.path(second.sound).write_bytes(b"fLaC" + bytes(99))
    found = words(reported(first, second, replace(third, sound=None)))
    for why in ("is missing", "was changed since it was measured", "was not kept"):
        assert found.count(f"The sound of this take {why}. Its numbers stand.") == 1
    assert found.count("0.80 ± 0.02 s") == 2


def test_of_several_reps_each_has_their_numbers(reported, three):
    found = words(reported(*three))
    assert found.startswith("3 takes", found.index("3 takes"))
    assert "2 reps" in found
    assert "As wanted 1 of 2 50 %" in found
    assert "Usual fault Short pause in 1" in found
    assert found.index("Dana Reyes") < found.index("Sam Ito")


def test_the_pictures_are_whole_drawings(reported, three):
    drawings = re.findall(r"<svg.*?</svg>", "".join(pieces(reported(*three))), re.DOTALL)
    assert len(drawings) == 3
    for drawing in drawings:
        assert len(ET.fromstring(drawing)) > 10  # noqa: S314 - ours


def test_light_and_dark_follow_the_readers_system(reported, spoken):
    text = "".join(pieces(reported(spoken())))
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    assert "--page: #F6F5F1" in light
    assert "--page: #14171A" in dark


def test_what_cannot_be_written_leaves_what_was_there(reported, spoken, tmp_path, monkeypatch):
    path = tmp_path / "report.html"
    write_html(path, reported(spoken()))
    before = path.read_bytes()
    monkeypatch.setattr("os.fsync", _full)
    with pytest.raises(ReportError, match="the disk is full"):
        write_html(path, reported(spoken(2)))
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    with pytest.raises(ReportError, match="choose another folder"):
        write_html(tmp_path / "none" / "report.html", reported(spoken(3)))


def _full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")
