"""The socket: who may, what is pressed, and what happens to whoever says something else."""

import os
import socket
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.presses import server as server_module
from app.presses.asking import DOES_NOT_ANSWER, ask
from app.presses.controls import DONE
from app.presses.names import NAMES
from app.presses.place import SOCKET
from app.presses.server import PressServer
from app.presses.wire import NO_SUCH_CONTROL, Answer, to_answer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the socket is a pipe")


def talk(home, said):
    """Whatever is said, whole; returns all that comes back."""
    with socket.socket(socket.AF_UNIX) as there:
        there.settimeout(10)
        there.connect(str(home / SOCKET))
        try:
            there.sendall(said)
            heard = b""
            while more := there.recv(4096):
                heard += more
        except (BrokenPipeError, ConnectionResetError):
            return None
    return heard


def test_a_press_arrives_and_is_answered(serve, home, pressed, meanwhile):
    serve(home)
    assert meanwhile(ask, home, "no") == DONE
    assert meanwhile(ask, home, "undo") == Answer(done=False, says="There is nothing to undo.")
    assert pressed == ["no", "undo"]


def test_a_press_brings_its_own_time(home, meanwhile):
    times = []
    server = PressServer(home, lambda _, at: times.append(at) or DONE)
    server.listen()
    before = time.monotonic()
    meanwhile(ask, home, "no")
    server.close()
    assert before <= times[0] <= time.monotonic()


def test_only_this_user_can_open_it(serve, home):
    serve(home)
    assert (home / SOCKET).stat().st_mode & 0o077 == 0


def test_nobody_there_is_told_from_somebody_who_says_nothing(home):
    assert ask(home, "no") is None
    assert ask(home / "not" / "there", "no") is None
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(home / SOCKET))
        silent.listen()
        assert ask(home, "no", within_s=0.1) == DOES_NOT_ANSWER


def test_what_a_dead_window_left_is_in_nobodys_way(serve, home, pressed, meanwhile):
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(home / SOCKET))
    assert ask(home, "no") is None
    serve(home)
    assert meanwhile(ask, home, "no") == DONE


def test_it_is_gone_when_the_window_is(serve, home):
    serve(home).close()
    assert not (home / SOCKET).exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere such a folder has no socket")
def test_a_folder_with_a_long_name_works_too(serve, home, pressed, meanwhile):
    deep = home / ("a" * 100) / ("ü" * 100)
    deep.mkdir(parents=True)
    server = serve(deep)
    assert meanwhile(ask, deep, "yes") == DONE
    assert pressed == ["yes"]
    server.close()
    assert not (deep / SOCKET).exists()


def test_where_there_can_be_no_socket_it_does_without(home, serve):
    (home / "file").write_text("")
    assert not PressServer(home / "file", lambda *_: DONE).listen()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.binary(min_size=1, max_size=300) | st.sampled_from(NAMES).map(str.encode))
@example(said=b"\n")
@example(said=b"no" + b" " * 500 + b"\n")
@example(said=b"x" * 3_000_000)
@example(said=b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
@example(said=b"no\nno\nno\n")
def test_garbage_gets_an_answer_at_most_and_presses_nothing_else(serve, home, pressed, meanwhile, monkeypatch, said):
    monkeypatch.setattr(server_module, "PATIENCE_MS", 50)
    pressed.clear()
    server = serve(home)
    heard = meanwhile(talk, home, said)
    server.close()
    first = said.partition(b"\n")[0].strip()
    if b"\n" in said[:64] and first.decode("ascii", "replace") in NAMES:
        assert pressed == [first.decode()]
    else:
        assert pressed == []
        assert not heard or to_answer(heard) == NO_SUCH_CONTROL


def test_a_slow_client_holds_up_nobody(serve, home, pressed, meanwhile, qtbot, monkeypatch):
    monkeypatch.setattr(server_module, "PATIENCE_MS", 300)
    serve(home)
    with socket.socket(socket.AF_UNIX) as slow:
        slow.connect(str(home / SOCKET))
        slow.sendall(b"n")
        assert meanwhile(ask, home, "yes") == DONE
        assert meanwhile(slow.recv, 10) == b""  # it was shown out
    assert pressed == ["yes"]


def test_a_client_that_dies_in_the_middle_does_no_harm(serve, home, pressed, meanwhile):
    serve(home)
    for said in (b"", b"no", b"no\n"):
        with socket.socket(socket.AF_UNIX) as brief:
            brief.connect(str(home / SOCKET))
            brief.sendall(said)
    assert meanwhile(ask, home, "yes") == DONE
    assert pressed in (["yes"], ["no", "yes"])


def okbye_press(home, *words):
    command = [sys.executable, "-m", "app", "press", *words]
    return subprocess.run(
        command, env={**os.environ, "OKBYE_HOME": str(home)}, capture_output=True, text=True, check=False
    )


def test_the_command_presses(serve, home, pressed, meanwhile):
    serve(home)
    done = meanwhile(okbye_press, home, "no")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert pressed == ["no"]
    done = meanwhile(okbye_press, home, "undo")
    assert (done.returncode, done.stderr) == (1, "There is nothing to undo.\n")


def test_the_command_tells_what_cannot_be(home):
    done = okbye_press(home, "no")
    assert done.returncode == 1
    assert "No Okbye is open" in done.stderr
    assert list(home.iterdir()) == []
    done = okbye_press(home, "nö")
    assert done.returncode == 2
    assert all(name in done.stderr for name in NAMES)
    assert okbye_press(home).returncode == 2
    assert "asked_to_stay" in okbye_press(home, "--help").stdout


def test_the_command_loads_nothing_that_takes_long(home):
    code = (
        "import sys, app.__main__ as main; sys.argv = ['okbye', 'press', 'no']\n"
        "try: main.main()\n"
        "except SystemExit: print({'numpy', 'PySide6', 'typer', 'sqlalchemy', 'pydantic'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env={**os.environ, "OKBYE_HOME": str(home)}, capture_output=True, text=True, check=False
    )
    assert done.stdout == "set()\n"
