import subprocess
import sys

import pytest

from app.take_lock import take_lock
from audio.errors import MicrophoneRefused

HOLD = """
import sys
from pathlib import Path
from app.take_lock import take_lock
with take_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_program(tmp_path):
    """Another program that holds the lock until it is let go, or dies."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout.readline() == "held\n"
        yield program
        program.kill()


def test_a_second_take_is_refused_until_the_first_is_over(tmp_path, other_program):
    with pytest.raises(MicrophoneRefused, match="Another Okbye"), take_lock(tmp_path):
        pass
    other_program.communicate("over")
    with take_lock(tmp_path):
        pass


def test_what_a_dead_program_held_is_free(tmp_path, other_program):
    other_program.kill()
    other_program.wait()
    with take_lock(tmp_path):
        pass


def test_the_same_program_has_no_second_take_either(tmp_path):
    with take_lock(tmp_path), pytest.raises(MicrophoneRefused), take_lock(tmp_path):
        pass
