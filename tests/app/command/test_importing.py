import pytest
import soundfile
from importing_sounds import long_call

from app.importing import looking
from coach.store.opening import open_store

from .conftest import RUSHED, lines


def stored(home):
    with open_store(home / "okbye.db") as store:
        return list(store.takes.newest())


def test_recordings_become_takes_and_what_is_bad_is_told(okbye, own_home, take, tmp_path):
    take("calls/a.wav")
    take("calls/b.wav", RUSHED)
    (tmp_path / "calls" / "bad.mp3").write_bytes(b"ID3 nothing")
    done = okbye("import", tmp_path / "calls", "--rep", "Dana")
    assert done.exit_code == 1
    first, second, total = done.stdout.splitlines()
    assert first == "a.wav  Dana  at 0:01.0 A clean close."
    assert second.endswith("The pause was too short.")
    assert total == "2 takes added"
    assert done.stderr.startswith("bad.mp3 is not a sound file")
    assert [(one.rep, one.source) for one in stored(own_home)] == [("Dana", "b.wav"), ("Dana", "a.wav")]


def test_a_line_for_programs(okbye, own_home, tmp_path):
    call, oks = long_call()
    soundfile.write(tmp_path / "call.wav", call, 16_000, "PCM_16")
    done = okbye("import", "--json", tmp_path / "call.wav")
    assert done.exit_code == 0
    (line,) = lines(done.stdout)
    assert [one["ok_s"] for one in line["takes"]] == pytest.approx(oks, abs=0.05)
    assert [one["verdict"] for one in line["takes"]] == ["pass", "fail"]
    assert {one["id"] for one in line["takes"]} == {one.id for one in stored(own_home)}
    (again,) = lines(okbye("import", "--json", tmp_path / "call.wav").stdout)
    assert "here already" in again["copy"]
    assert len(stored(own_home)) == 2


def test_whose_they_are(okbye, own_home, take, tmp_path):
    take("Ana/1.wav")
    take("Bo/Cy_2026-11-20.wav", RUSHED)
    assert okbye("import", tmp_path / "Ana", tmp_path / "Bo", "--by-folder", "--names", "{rep}_{date}").exit_code == 0
    by_rep = {one.rep: one for one in stored(own_home)}
    assert set(by_rep) == {"Ana", "Cy"}
    assert f"{by_rep['Cy'].started_at.astimezone():%Y-%m-%d}" == "2026-11-20"


def test_wrong_usage_changes_nothing(okbye, own_home, take):
    done = okbye("import", take("a.wav"), "--names", "{who}")
    assert done.exit_code == 2
    assert "{who} stands for nothing" in done.stderr.replace("\n", " ").replace("│", "")
    assert okbye("import", take("a.wav"), "--side", "middle").exit_code == 2
    assert okbye("import").exit_code == 2
    assert not own_home.exists()


def test_a_parcel_and_a_recording_at_once(okbye, own_home, take, tmp_path, monkeypatch):
    okbye("import", take("a.wav"))
    okbye("export", tmp_path / "takes.okbye")
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path / "elsewhere"))
    done = okbye("import", tmp_path / "takes.okbye", take("b.wav", RUSHED))
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "1 take added"
    assert done.stdout.splitlines()[-1] == "1 take added"
    assert len(stored(tmp_path / "elsewhere")) == 2


def test_ctrl_c_leaves_what_is_done(okbye, own_home, take, monkeypatch):
    whole = looking._looked
    paths = [take("a.wav"), take("b.wav", RUSHED)]

    def interrupted(path, *others):
        if path.name == "b.wav":
            raise KeyboardInterrupt
        return whole(path, *others)

    monkeypatch.setattr(looking, "_looked", interrupted)
    done = okbye("import", *paths)
    assert done.exit_code == 130
    assert "Stopped: 1 take" in done.stderr
    assert len(stored(own_home)) == 1
