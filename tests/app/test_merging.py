"""Words and comments from rep to trainer and back: new ones are added, and nothing is written over."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sample_takes import NOON, take, verdict

from app.merging import Words
from app.parcels import Imported, export_takes, import_takes
from audio.sound_folder import SoundFolder
from coach.review.review import WHOLE, Comment, Opinion, Review
from coach.store.opening import open_store
from coach.verdict import Result

FLAC = b"fLaC" + bytes(9000)


@dataclass(frozen=True)
class Home:
    """One library, of whoever is `me` there."""

    name: str
    store: object
    sounds: SoundFolder

    @property
    def words(self):
        return Words(self.store.reviews, self.store.comments, self.name)

    def send(self, path):
        export_takes(path, self.sounds, self.store.takes, said=self.words.said)
        return path

    def take_in(self, path):
        return import_takes(path, self.sounds, self.store.takes, words=self.words)

    def said(self):
        return list(self.store.reviews.of("take1")), [replace(c, sound=None) for c in self.store.comments.of("take1")]


@pytest.fixture
def homes(tmp_path):
    """Ana's, in which a take is, and the trainer's."""
    with ExitStack() as stack:
        made = []
        for name in ("Ana", "Kim"):
            store = stack.enter_context(open_store(tmp_path / name / "okbye.db"))
            made.append(Home(name, store, SoundFolder(tmp_path / name / "sound")))
        ana, kim = made
        key = ana.sounds.new_key("take1", NOON)
        keep(ana, key)
        ana.store.takes.add(take(1, sound=key))
        kim.take_in(ana.send(tmp_path / "to-kim.okbye"))
        yield ana, kim


def keep(home, key):
    path = home.sounds.path(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FLAC)


@pytest.fixture
def back(tmp_path):
    return tmp_path / "back.okbye"


def review(reason="A dead line.", minutes=0, **changes):
    given = Review("take1", "Kim", NOON + timedelta(minutes=minutes), None, (Opinion(WHOLE, Result.PASS, reason),))
    return replace(given, **changes)


def comment(text="Keep this.", **changes):
    return replace(Comment("c1", "take1", 1.2, text, "Kim", NOON), **changes)


def test_what_the_trainer_said_comes_back_to_the_rep(homes, back):
    ana, kim = homes
    key = kim.sounds.new_key("c2", NOON)
    keep(kim, key)
    kim.store.reviews.put(review(words=verdict().utterances))
    kim.store.comments.add(comment())
    kim.store.comments.add(comment(id="c2", text="", at=2.0, until=3.0, sound=key))
    assert ana.take_in(kim.send(back)) == Imported(0, 1, said=3)
    assert ana.said() == kim.said()
    spoken = ana.store.comments.of("take1")[1]
    assert ana.sounds.path(spoken.sound).read_bytes() == FLAC
    assert spoken.sound in ana.store.takes.sounds()


def test_the_same_again_adds_nothing(homes, back):
    ana, kim = homes
    kim.store.reviews.put(review())
    kim.store.comments.add(comment())
    ana.take_in(kim.send(back))
    before = ana.said()
    assert ana.take_in(back) == Imported(0, 1)
    assert ana.said() == before


def test_what_both_said_stands_side_by_side(homes, back):
    ana, kim = homes
    ana.store.reviews.put(review("It was me.", by="Ana"))
    ana.store.comments.add(comment("Why?", id="c9", by="Ana"))
    kim.store.reviews.put(review())
    kim.store.comments.add(comment())
    assert ana.take_in(kim.send(back)).conflicts == ()
    reviews, comments = ana.said()
    assert {one.by for one in reviews} == {"Ana", "Kim"}
    assert {one.text for one in comments} == {"Why?", "Keep this."}


def test_a_trainers_later_word_takes_the_place_of_their_earlier(homes, back, tmp_path):
    ana, kim = homes
    kim.store.reviews.put(review())
    old = kim.send(tmp_path / "old.okbye")
    ana.take_in(old)
    kim.store.reviews.put(review("On second hearing.", minutes=5))
    assert ana.take_in(kim.send(back)) == Imported(0, 1, said=1)
    assert ana.take_in(old) == Imported(0, 1)
    assert ana.said()[0] == [review("On second hearing.", minutes=5)]


def test_my_own_word_is_changed_by_nobody_and_the_other_one_is_kept_beside_it(homes, back):
    ana, kim = homes
    ana.store.reviews.put(review("As somebody put it.", minutes=9))
    kim.store.reviews.put(review("As I put it."))
    found = kim.take_in(ana.send(back))
    assert found.said == 1
    (conflict,) = found.conflicts
    assert conflict.startswith("Ana, 2026-11-23")
    assert "Both are kept" in conflict
    reasons = {one.by: one.opinions[0].reason for one in kim.said()[0]}
    assert reasons == {"Kim": "As I put it.", "Kim (2026-11-23 12:09:00)": "As somebody put it."}
    assert kim.take_in(back) == Imported(0, 1)


def test_a_comment_that_differs_is_kept_beside_the_other(homes, back):
    ana, kim = homes
    ana.store.comments.add(comment("Keep that."))
    kim.store.comments.add(comment())
    found = ana.take_in(kim.send(back))
    assert (found.said, len(found.conflicts)) == (1, 1)
    assert {one.text for one in ana.said()[1]} == {"Keep this.", "Keep that."}
    assert ana.take_in(back) == Imported(0, 1)


def test_a_comment_that_was_removed_stays_removed(homes, back):
    ana, kim = homes
    kim.store.comments.add(comment(sound="gone"))
    ana.take_in(kim.send(back))
    ana.store.comments.set_aside(["c1"], NOON)
    assert ana.take_in(back) == Imported(0, 1)
    assert ana.said()[1] == []


def test_a_take_that_was_measured_otherwise_is_told_and_stays(homes, back):
    ana, kim = homes
    kim.store.takes.add(take(1, verdict=verdict(pause=0.9)))
    (conflict,) = ana.take_in(kim.send(back)).conflicts
    assert "Yours stays as it is" in conflict
    assert ana.store.takes.get("take1").verdict == verdict()


def test_without_words_only_takes_are_added(homes, back):
    ana, kim = homes
    kim.store.reviews.put(review())
    assert import_takes(kim.send(back), ana.sounds, ana.store.takes) == Imported(0, 1)
    assert ana.said() == ([], [])
