"""The comparison from end to end, on a few closes of its own, with the engines that are always there."""

import json
from argparse import Namespace

import pytest
import soundfile

from audio.segment import Word
from bench import composed, ear, others
from bench.labelled import Recording, takes
from bench.recorded import _calls
from bench.truth import deserved

NAMES = {Word.OK: "ok", Word.FAREWELL: "farewell", Word.OTHER: "extra"}


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """No other engine is installed, and the bench composes one close only, in neighbours' noise."""
    monkeypatch.setattr(others, "FOLDER", tmp_path / "nothing")
    monkeypatch.setattr(ear, "COUNT", 1)
    monkeypatch.setattr(composed, "CONDITIONS", (composed.Condition("murmur", 2, neighbours=True),))


@pytest.fixture
def folder(tmp_path):
    """Five composed closes as recordings with a truth.json."""
    rows = []
    for number, take in enumerate(composed.takes(5)):
        soundfile.write(tmp_path / f"{number}.flac", take.samples, take.rate_hz)
        words = [{"kind": NAMES[w.word], "start_s": w.start, "end_s": w.end} for w in take.truth.words]
        truth = {"pause_s": take.truth.pause, "silence_s": take.truth.silence, "extra": take.truth.extra}
        of = {"snr_db": 30, "kind": composed.KINDS[number], "human": False, "telephone": number == 0}
        rows.append({"file": f"{number}.flac", "words": words, "noise": None, "event": None, **truth, **of})
    (tmp_path / "truth.json").write_text(json.dumps(rows), encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_as_it_was_composed(folder):
    read = list(takes(folder))
    assert [take.truth for take in read] == [take.truth for take in composed.takes(5)]
    assert [take.subsets for take in read][:2] == [("20 dB and over", "telephone"), ("20 dB and over",)]


def test_the_tables_come_out_and_ours_finds_clean_closes(alone, folder, capsys):
    asked = Namespace(takes=folder, calls=None, talk=folder, sentences=None, examples=folder / "examples")
    ear.run(asked)
    told = capsys.readouterr().out
    assert "missing are left out" in told
    _, own, given, talk = told.split("\n### ")
    assert own.startswith("1 composed closes")
    assert "| murmur (1) |" in own
    assert "| 1.000 / – / – |" in given.partition("Okbye")[2].partition("\n")[0]
    assert talk.startswith("5 recordings of talk")
    assert [line.count("|") for line in talk.splitlines()[2:7]] == [4] * 5


def test_the_worst_can_be_listened_to(alone, tmp_path):
    ear.run(Namespace(takes=None, calls=None, talk=None, sentences=None, examples=tmp_path / "worst"))
    (sound,) = (tmp_path / "worst").glob("*.flac")
    assert f"`{sound.name}` – murmur: " in (tmp_path / "worst" / "README.md").read_text(encoding="utf-8")
    truth = sound.with_suffix(".truth.txt").read_text(encoding="utf-8")
    assert [line.split("\t")[2] for line in truth.splitlines()] == ["ok", "pause", "farewell", "silence"]
    assert sound.with_suffix(".heard.txt").exists()


def test_a_call_counts_its_close_and_what_was_invented(tmp_path):
    (take,) = composed.takes(1)
    verdict = deserved(take.truth, len(take.samples) / take.rate_hz)
    words = [{"kind": NAMES[w.word], "start_s": w.start, "end_s": w.end} for w in take.truth.words]
    call = Recording(tmp_path, {"close": True, "words": words})
    chat = Recording(tmp_path, {"close": False, "words": []})
    assert _calls([(call, verdict)]) == ("1 of 1", "0")
    assert _calls([(call, verdict), (chat, verdict)]) == ("1 of 1", "1")
