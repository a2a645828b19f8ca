from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from rehearsed import repertoire

from coach.drills.draw import draw
from coach.drills.drill import DrillFile, HangsUp, Plan
from coach.drills.line import Meaning
from coach.drills.repertoire import load
from coach.drills.writing import add_drill, add_line
from coach.errors import CoachError
from coach.file_name import plain_name

OURS = {
    "mixed", "plain", "busy", "objection", "send", "question", "vague", "hangs_up", "hangs_up_in_pause", "stay", "yes",
    "voicemail", "gatekeeper", "never", "thanks", "no_answer", "slow",
}  # fmt: skip
VOICES = {"af_bella", "af_heart", "am_fenrir", "am_michael", "bf_emma", "bm_george"}
RIGHT = 'title = "T"\ncategory = "C"\ntrains = "It trains."\nright = "Right."\n'


@pytest.fixture
def own(tmp_path):
    for folder in ("drills", "lines"):
        (tmp_path / folder).mkdir()
    return tmp_path


def says(known):
    return [broken.says for broken in known.broken]


def test_all_that_is_shipped_works():
    known = repertoire()
    assert known.broken == ()
    assert {drill.id for drill in known.drills} == OURS
    assert known.drills[0].id == "mixed"
    assert {drill.id for drill in known.members(known.drill("mixed"))} == OURS - {"mixed"}
    assert known.members(known.drill("busy")) == (known.drill("busy"),)


def test_every_shipped_line_is_there_in_every_voice():
    lines = [line for group in repertoire().lines.values() for line in group]
    assert len(lines) == 64
    assert all(line.voices() == VOICES for line in lines)
    assert all(recording.sound.is_file() for line in lines for recording in line.recordings)


def test_every_recording_shipped_is_a_line_of_some_group():
    named = {
        str(recording.sound) for group in repertoire().lines.values() for line in group for recording in line.recordings
    }
    folder = Path(next(iter(named))).parent.parent
    assert {str(path) for path in folder.glob("*/*.ogg")} == named


def test_a_no_in_a_drill_is_a_no():
    for drill in ("plain", "busy", "objection", "send", "never", "stay", "thanks"):
        for group in repertoire().drill(drill).prospect.answer:
            assert repertoire().lines[group][0].meaning in {Meaning.NO, Meaning.NEVER}


@pytest.mark.parametrize("drill", sorted(OURS - {"mixed"}))
def test_a_scene_is_drawn_by_its_seed(drill):
    known = repertoire()
    drawn = [draw(known.drill(drill), known, seed) for seed in range(40)]
    assert drawn == [draw(known.drill(drill), known, seed) for seed in range(40)]
    assert len(set(drawn)) > 30
    if drill != "no_answer":
        assert {scene.answer.voice for scene in drawn} == VOICES
        assert all(scene.hello is None or scene.hello.voice == scene.answer.voice for scene in drawn)


def test_half_of_the_busy_do_not_hear_the_offer_out():
    known = repertoire()
    cut = [draw(known.drill("busy"), known, seed).cuts_in_after is not None for seed in range(200)]
    assert 60 < sum(cut) < 140


def test_a_mixed_drill_has_no_scene():
    known = repertoire()
    with pytest.raises(ValueError, match="mixed"):
        draw(known.drill("mixed"), known, 1)


def test_a_line_of_ones_own_joins_the_others(own):
    (own / "lines" / "busy.toml").write_text(
        'meaning = "no"\n[[line]]\ntext = "Not now."\nsound = "now.flac"\nvoice = "Jo"\n'
    )
    (own / "lines" / "now.flac").write_bytes(b"sound")
    known = load(own)
    assert says(known) == []
    assert [line.text for line in known.lines["busy"]][-1] == "Not now."
    assert known.lines["busy"][-1].voices() == {"Jo"}


def test_a_drill_of_ones_own_comes_last_and_is_mixed_in(own):
    (own / "drills" / "mine.toml").write_text(f'{RIGHT}[prospect]\nanswer = ["busy"]\nhangs_up = "never"\n')
    known = load(own)
    assert known.drills[-1].id == "mine"
    assert known.drills[-1] in known.members(known.drill("mixed"))
    assert known.drills[-1].prospect.hangs_up is HangsUp.NEVER


def test_a_drill_of_ones_own_takes_the_place_of_ours(own):
    (own / "drills" / "busy.toml").write_text(f'{RIGHT}[prospect]\nanswer = ["plain"]\n')
    assert load(own).drill("busy").title == "T"


def test_without_a_folder_there_are_ours(tmp_path):
    assert load(tmp_path / "none") == repertoire()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f'{RIGHT}[prospect]\nanswer = ["busi"]',
         "answer names “busi”, and there is no file of lines of that name (did you mean busy?)."),
        (f'{RIGHT}[prospect]\nanswer = ["stay"]', "answer names “stay”, whose lines mean “stay”"),
        (f'{RIGHT}[prospect]\nansver = ["busy"]',
         "line 6: prospect.ansver is nothing a drill has (did you mean answer?)"),
        (f'{RIGHT}[prospect]\nanswer = "busy"', 'line 6: prospect.answer must be a list, not "busy".'),
        (f'{RIGHT}[prospect]\nanswer = ["busy"]\nhangs_up = "soon"',
         "line 7: prospect.hangs_up must be 'at_once', 'in_pause', 'in_silence' or 'never', not \"soon\"."),
        (f'{RIGHT}[prospect]\nanswer = ["busy"]\ncuts_in = 2',
         "line 7: prospect.cuts_in must not be more than 1, and it is 2."),
        (f'{RIGHT}[prospect]\nanswer = ["busy"]\nanswers_after = {{ low = 3, high = 1 }}',
         "line 7: in answers_after, high (1) must not be less than low (3)."),
        (f"{RIGHT}[prospect]\npicks_up = true", "line 5: in prospect, a prospect who picks up needs an answer."),
        (RIGHT, "a drill has either a table [prospect] or a list mix."),
        ('title = "T"\n', "category is missing"),
        (f'{RIGHT}mix = ["busi"]', "mixes “busi”, and there is no drill of that name (did you mean busy?)."),
        ("title = ", "line 1: invalid value."),
    ],
)  # fmt: skip
def test_a_broken_drill_is_listed_and_the_rest_works(own, text, says):
    (own / "drills" / "mine.toml").write_text(text)
    known = load(own)
    assert {drill.id for drill in known.drills} == OURS
    (broken,) = known.broken
    assert broken.file == "mine.toml"
    assert broken.says.startswith("mine.toml ")
    assert says in broken.says


LINE = 'meaning = "no"\n[[line]]\ntext = "No."\n'


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("mine", LINE, "mine.toml: “No.” is not used, because its recording is not there."),
        ("mine", f'{LINE}sound = "none.flac"', "mine.toml: “No.” is not used, because its recording is not there."),
        ("mine", f'{LINE}sound = "bad.flac"', "mine.toml: “No.” is not used. It is noise."),
        ("mine", f'{LINE}sound = "../bad.flac"', "line 4: line.0.sound must be the name of a sound file in the same"),
        ("mine", 'meaning = "maybe"\n[[line]]\ntext = "No."', "line 1: meaning must be 'hello', 'no', 'never'"),
        ("mine", 'meaning = "no"\nline = []', "line 2: line must have at least one entry."),
        ("busy", 'meaning = "yes"\n[[line]]\ntext = "Yes."\nsound = "good.flac"',
         "its lines mean “yes”, and those of the same name “no”. Give the file another name."),
    ],
)  # fmt: skip
def test_a_broken_line_is_listed_and_the_rest_works(own, name, text, says):
    (own / "lines" / f"{name}.toml").write_text(text)
    for sound in ("good", "bad"):
        (own / "lines" / f"{sound}.flac").write_bytes(sound.encode())
    known = load(own, lambda sound: None if sound.read_bytes() == b"good" else "It is noise.")
    assert {drill.id for drill in known.drills} == OURS
    assert len(known.lines["busy"]) == 5
    (broken,) = known.broken
    assert says in broken.says


def test_a_folder_that_cannot_be_read_is_listed(unprivileged):
    (unprivileged / "drills").mkdir(mode=0)
    known = load(unprivileged)
    assert {drill.id for drill in known.drills} == OURS
    assert "cannot be read" in known.broken[0].says


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "recorded.FLAC"
    path.write_bytes(b"sound")
    return path


def test_lines_are_written_from_the_app(own, sound):
    add_line(own, "busy", Meaning.NO, 'I said "not now".', sound, voice="Jo")
    add_line(own, "busy", Meaning.NO, "I said: not now", sound)
    known = load(own)
    assert says(known) == []
    added = known.lines["busy"][-2:]
    assert [line.text for line in added] == ['I said "not now".', "I said: not now"]
    assert [recording.sound.name for line in added for recording in line.recordings] == [
        "i-said-not-now.flac",
        "i-said-not-now-2.flac",
    ]
    assert all(line.recordings[0].sound.read_bytes() == b"sound" for line in added)


def test_what_its_author_wrote_stays(own, sound):
    file = own / "lines" / "mine.toml"
    file.write_text('# Ours.\nmeaning = "no"\n\n[[line]] # the first\ntext = "No."\nsound = "recorded.FLAC"\n')
    add_line(own, "mine", Meaning.NO, "Never mind.", sound)
    assert "# the first" in file.read_text()
    file.write_text('meaning = "no"\nline = [ { text = "No.", sound = "no.flac" } ]\n')
    add_line(own, "mine", Meaning.NO, "Never mind.", sound)
    (own / "lines" / "no.flac").write_bytes(b"sound")
    assert [line.text for line in load(own).lines["mine"]] == ["No.", "Never mind."]


def test_a_line_that_cannot_be_written_changes_nothing(own, sound):
    add_line(own, "mine", Meaning.NO, "No.", sound)
    before = sorted(path.name for path in (own / "lines").iterdir())
    for group, meaning, recording in (("mine", Meaning.YES, sound), ("mine", Meaning.NO, sound.with_name("none.flac"))):
        with pytest.raises(CoachError, match=r"(?s)not kept|could not be kept"):
            add_line(own, group, meaning, "Other.", recording)
    assert sorted(path.name for path in (own / "lines").iterdir()) == before


def test_a_recording_is_not_left_where_its_line_cannot_be_written(own, sound):
    too_long = "m" * 249  # as a name for the file that is written beside it first
    with pytest.raises(CoachError, match="could not be kept"):
        add_line(own, too_long, Meaning.NO, "No.", sound)
    assert list((own / "lines").iterdir()) == []


def test_a_drill_is_written_from_the_app(own):
    plan = Plan(answer=("busy", "plain"), cuts_in=0.25, hangs_up=HangsUp.AT_ONCE)
    drill = DrillFile(title="Our “own”", category="Café", trains="It\ttrains.", right="Right.", prospect=plan)
    first, second = add_drill(own, drill), add_drill(own, drill)
    assert (first.name, second.name) == ("our-own.toml", "our-own-2.toml")
    known = load(own)
    assert says(known) == []
    assert DrillFile(**known.drill("our-own").model_dump(exclude={"id"})) == drill


@pytest.mark.parametrize(
    ("text", "name"), [("I'm busy.", "im-busy"), ("Ça va?", "ca-va"), ("你好", "line"), ("../x", "x")]
)
def test_a_files_name_is_plain(text, name):
    assert plain_name(text) == name


def test_texts_of_drills_are_sentences():
    for drill, field in product(repertoire().drills, ("trains", "right")):
        assert re.search(r"[.?”]$", getattr(drill, field)), drill.id
        assert "!" not in getattr(drill, field)
