"""The command as its users start it: a process with arguments, streams, signals and an exit status."""

import os
import signal
import sys
from pathlib import Path

import pytest

from .conftest import RUSHED, lines

PATIENCE_S = 60


def finish(process):
    out, err = process.communicate(timeout=PATIENCE_S)
    return process.returncode, out.decode(), err.decode()


def test_files_go_in_and_lines_come_out(start_okbye, take, tmp_path):
    status, out, err = finish(
        start_okbye("analyze", "--json", take("a.wav"), take("b.flac", RUSHED), tmp_path / "x.wav")
    )
    assert (status, err) == (1, "")
    assert [line.get("verdict", "error") for line in lines(out)] == ["pass", "fail", "error"]


def test_workers_change_nothing(start_okbye, take):
    paths = [take(f"{n}.wav", RUSHED) for n in range(4)]
    one = finish(start_okbye("analyze", "--json", *paths))
    two = finish(start_okbye("analyze", "--json", "--workers", "0", *paths))
    assert one == two
    assert len(lines(one[1])) == 4


def test_killed_it_leaves_no_process_behind(start_okbye, take):
    paths = [take(f"{number}.wav") for number in range(60)]
    process = start_okbye("analyze", "--json", "--workers", "2", *paths)
    assert process.stdout.readline()
    process.kill()
    process.communicate(timeout=PATIENCE_S)  # which waits for every process that could still write


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_any_name_can_be_printed_in_any_locale(start_okbye, take, tmp_path, locale):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Zo\xc3\xab \xff.wav"))
    take("a.wav").rename(path)
    settings = {"LC_ALL": locale, "PYTHONIOENCODING": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    status, out, err = finish(start_okbye("analyze", path, tmp_path / "gone.wav", **settings))
    assert status == 1
    assert "✓ pass" in out
    assert "was not found" in err
    status, out, _ = finish(start_okbye("analyze", "--json", path, **settings))
    assert status == 0
    assert lines(out)[0]["verdict"] == "pass"


def test_a_closed_pipe_ends_it_quietly(start_okbye, take):
    paths = [take(f"{n}.wav") for n in range(30)]
    process = start_okbye("analyze", "--json", *paths)
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    process.wait(PATIENCE_S)
    assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_is_done(start_okbye, take, hours, workers):
    process = start_okbye(
        "analyze", "--json", "--workers", workers, take("a.wav"), hours("b.wav", 20), hours("c.wav", 20)
    )
    first = process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    status, out, err = finish(process)
    assert status == 130
    assert lines(first.decode())[0]["verdict"] == "pass"
    assert out == ""
    assert err == "Stopped: 1 of 3 are done.\n"


def test_an_hour_takes_no_more_memory_than_a_second(start_okbye, take, hours):
    def peak(*paths):
        """Return the most memory in KiB that a run used, as the kernel counts it."""
        process = start_okbye("analyze", "--json", *paths)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        return usage.ru_maxrss

    assert peak(hours("hour.wav", 1)) < peak(take("a.wav")) + 30_000


def test_help_and_version_wait_for_nothing_heavy(start_okbye):
    heavy = {"numpy", "soundfile", "soxr", "PySide6", "pydantic", "sqlalchemy", "rich", "sounddevice"}
    for argument in ("--help", "--version"):
        process = start_okbye(argument, PYTHONPROFILEIMPORTTIME="1")
        status, out, err = finish(process)
        assert status == 0
        assert "okbye" in out.lower()
        imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in err.splitlines()}
        assert "typer" in imported
        assert not heavy & imported


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is one")
def test_without_a_display_the_samples_are_judged(start_okbye):
    for arguments in ((), ("rehearse",)):
        status, out, err = finish(start_okbye(*arguments, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=""))
        assert status == 0
        assert err.startswith("There is no display here, so the window cannot open.")
        assert "A clear close" in out


def test_a_fault_of_the_program_is_logged_and_says_where(start_okbye, tmp_path):
    """A module that breaks stands for any bug."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text("import sys; sys.modules['coach.profile'] = None\n")
    home = tmp_path / "home"
    path = os.pathsep.join((str(broken), os.fspath(Path(__file__).parents[3])))
    status, out, err = finish(start_okbye("samples", PYTHONPATH=path, OKBYE_HOME=str(home)))
    assert (status, out) == (70, "")
    assert err == (
        "This is a fault of the program (ModuleNotFoundError); your recordings are safe. "
        f"The details are in {home / 'okbye.log'}.\n"
    )
    assert "Traceback" in (home / "okbye.log").read_text()
