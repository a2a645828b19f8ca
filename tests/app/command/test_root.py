import os
import pty
import re

import pytest

from app.command import root
from app.command.printable import visible
from audio.errors import NoMicrophone
from coach.errors import BadScript, StoreError

from .conftest import CLEAN


def test_a_word_that_is_none(okbye):
    done = okbye("analyse", "a.wav")
    assert done.exit_code == 2
    assert "No such command 'analyse'. Did you mean 'analyze'?" in done.stderr


def test_help_names_every_word(okbye):
    done = okbye("--help")
    assert done.exit_code == 0
    for word in ("analyze", "listen", "devices", "takes", "where", "samples", "rehearse"):
        assert re.search(rf"^  {word} ", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("error", "status"),
    [(NoMicrophone("There is no microphone."), 1), (StoreError("The disk\nis full."), 1), (BadScript("x is bad."), 2)],
)
def test_an_error_with_a_sentence_is_that_sentence(okbye, monkeypatch, error, status):
    def fail(*_):
        raise error

    monkeypatch.setattr("coach.profile.load", fail)
    done = okbye("samples")
    assert (done.exit_code, done.stdout) == (status, "")
    assert done.stderr == f"{visible(str(error))}\n"


@pytest.mark.parametrize("arguments", [(), ("rehearse",)])
def test_without_a_word_the_window_opens(okbye, monkeypatch, arguments):
    opened = []
    monkeypatch.setattr(root, "_open_window", lambda: opened.append(True))
    assert okbye(*arguments).exit_code == 0
    assert opened == [True]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("take é ☎.wav", "take é ☎.wav"),
        ("a\nb", "a\\nb"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\udcff", "\\udcff"),
        ("\u202egpj", "\\u202egpj"),
    ],
)
def test_what_would_disturb_a_terminal_is_spelled_out(text, shown):
    assert visible(text) == shown


def test_a_terminal_shows_progress_and_nothing_else_does(start_okbye, take, hours):
    """The results go elsewhere, and are whole."""
    main, terminal = pty.openpty()
    process = start_okbye(
        "analyze", "--json", take("a.wav", CLEAN), hours("hour.wav", 0.3), stderr=terminal, TERM="xterm"
    )
    os.close(terminal)
    seen = b""
    try:
        while chunk := os.read(main, 65_536):
            seen += chunk
    except OSError:  # the other end was closed
        pass
    os.close(main)
    out = process.stdout.read()
    assert process.wait(60) == 0
    assert out.count(b"\n") == 2
    assert b"hour.wav" in seen
    assert re.search(rb"\d+%", seen)
    assert b"{" not in seen
