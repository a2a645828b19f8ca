"""./dev on machines that lack something: it says what, and what to do, before it changes anything."""

import shutil
import subprocess
from pathlib import Path

import pytest

DEV = Path(__file__).parent.parent / "dev"
PLAIN_TOOLS = ("dirname", "sed", "tr", "cmp", "cat", "id", "uname")


@pytest.fixture
def machine(tmp_path):
    """A machine with plain tools only; `has(name, script)` gives it another, `dev(...)` runs ./dev there."""

    class Machine:
        tools = tmp_path / "tools"
        clone = tmp_path / "clone"

        def has(self, name, script):
            (self.tools / name).unlink(missing_ok=True)
            (self.tools / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            (self.tools / name).chmod(0o755)

        def dev(self, *arguments):
            command = ["/bin/sh", str(self.clone / "dev"), *arguments]
            plain = {"PATH": str(self.tools), "LANG": "C.UTF-8"}
            return subprocess.run(command, env=plain, cwd=tmp_path, capture_output=True, text=True, check=False)

    machine = Machine()
    machine.tools.mkdir()
    machine.clone.mkdir()
    shutil.copy(DEV, machine.clone)
    for tool in PLAIN_TOOLS:
        (machine.tools / tool).symlink_to(shutil.which(tool))
    machine.has("python3", "exit 0")
    return machine


def test_help_names_every_task(machine):
    told = machine.dev("help").stdout
    assert all(f"./dev {task}" in told for task in ("run", "test", "lint", "bench", "shots", "package", "lock"))


def test_an_unknown_task_is_wrong_usage(machine):
    tried = machine.dev("fly")
    assert tried.returncode == 2
    assert "./dev run" in tried.stderr


def test_without_the_right_to_install_it_prints_the_command(machine):
    machine.has("dpkg-query", "echo installed libegl1; echo installed libglib2.0-0t64; echo config-files libgl1")
    machine.has("id", "echo 1000")
    tried = machine.dev("run")
    assert tried.returncode == 1
    command = tried.stderr.partition("As root: ")[2]
    assert command.startswith("apt-get install --no-install-recommends libgl1 libxkbcommon0 ")
    assert "libegl1" not in command  # it is there
    assert "libglib2.0-0" not in command  # it is there under its newer name
    assert "python3-venv" not in command  # this Python brings its own
    assert not (machine.clone / ".venv").exists()


def test_what_cannot_be_installed_stops_it(machine):
    machine.has("dpkg-query", "true")
    machine.has("sudo", '"$@"')
    machine.has("id", "echo 1000")
    machine.has("env", 'while :; do case $1 in *=*) shift ;; *) break ;; esac; done; "$@"')
    machine.has("apt-get", "exit 100")
    tried = machine.dev("run")
    assert tried.returncode == 1
    assert "Nothing else was changed." in tried.stderr
    assert not (machine.clone / ".venv").exists()


def test_elsewhere_the_packages_are_named(machine):
    machine.has("uname", "echo Linux")
    machine.has("python3", '[ "$1" != -m ]')  # it makes no environment
    tried = machine.dev("run")
    assert "neither Debian nor Ubuntu" in tried.stderr
    assert "libportaudio2" in tried.stderr
    assert tried.returncode == 1


def test_an_old_python_is_told_before_anything_is_installed(machine):
    machine.has("dpkg-query", "true")
    machine.has("apt-get", 'echo "installed after all" >&2')
    machine.has("python3", 'case $1 in -V) echo "Python 3.10.2" ;; *) exit 1 ;; esac')
    tried = machine.dev("run")
    assert tried.returncode == 1
    assert "Okbye needs Python 3.11 or newer; python3 is Python 3.10.2." in tried.stderr
    assert "installed after all" not in tried.stderr
