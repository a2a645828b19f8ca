import os
import subprocess
import sys

PROGRAM = """
import logging, sys, threading
from pathlib import Path
from app.log import keep_log
keep_log(Path(sys.argv[1]))
logging.getLogger("audio.ear").info("listening")
def fall():
    raise KeyError("in the thread")
thread = threading.Thread(target=fall, name="ear")
thread.start()
thread.join()
raise ValueError("at the end")
"""


def run(path, program=PROGRAM):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", program, path], env=environment, capture_output=True, text=True, check=False
    )


def test_what_nobody_caught_is_in_the_log_and_is_still_shown(tmp_path):
    path = tmp_path / "home" / "okbye.log"
    done = run(path)
    log = path.read_text()
    assert "INFO MainThread audio.ear: listening" in log
    assert "uncaught in ear" in log
    assert "KeyError: 'in the thread'" in log
    assert "ValueError: at the end" in log
    assert done.returncode == 1
    assert "KeyError" in done.stderr
    assert "ValueError" in done.stderr


def test_without_a_place_for_it_the_program_runs_on(tmp_path):
    (tmp_path / "file").touch()
    done = run(tmp_path / "file" / "okbye.log")
    assert "ValueError: at the end" in done.stderr
    assert "NotADirectoryError" not in done.stderr


def test_it_never_grows_large(tmp_path):
    path = tmp_path / "okbye.log"
    program = PROGRAM.partition("def fall")[0] + "for n in range(60_000): logging.warning('%s', 'x' * 60)\n"
    assert run(path, program).returncode == 0
    kept = list(tmp_path.iterdir())
    assert len(kept) == 3
    assert all(file.stat().st_size <= 1_000_000 for file in kept)
