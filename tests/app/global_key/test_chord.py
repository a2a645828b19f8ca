import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.global_key.choosing import NONE, global_key, is_wayland
from app.global_key.chord import Chord, read_chord
from app.global_key.key import FORBIDDEN


@pytest.mark.parametrize(
    ("text", "chord"),
    [
        ("F9", Chord("F9")),
        ("f9", Chord("F9")),
        ("ctrl+alt+n", Chord("N", frozenset({"Ctrl", "Alt"}))),
        ("Ctrl++", Chord("+", frozenset({"Ctrl"}))),
        ("Meta+Space", Chord("Space", frozenset({"Meta"}))),
        ("Shift+Pause", Chord("Pause", frozenset({"Shift"}))),
    ],
)
def test_keys_are_written_as_qt_writes_them(text, chord):
    assert read_chord(text) == chord
    assert read_chord(str(chord)) == chord


@pytest.mark.parametrize("text", ["foo", "Ctrl+", "Ctrl", "F99", "Ctrl+K, Ctrl+B", "+"])
def test_what_is_no_key_is_told(text):
    assert f"“{text}”" in read_chord(text)


@pytest.mark.parametrize("text", ["N", "Shift+N", "Space", "Esc", "Return", "Shift+Tab", "Left", "Del"])
def test_a_key_that_people_write_with_is_not_taken_from_them(text):
    assert "wherever you type" in read_chord(text)


@given(st.text(max_size=30) | st.lists(st.sampled_from(["Ctrl", "Alt", "F9", "N", "+", ","])).map("+".join))
def test_whatever_stands_in_the_settings_is_a_key_or_a_sentence(text):
    found = read_chord(text)
    assert isinstance(found, str) or read_chord(str(found)) == found


@pytest.mark.parametrize(("wanted", "problem"), [("", NONE), ("  ", NONE), ("F9", FORBIDDEN)])
def test_where_there_can_be_none_it_says_so(qapp, monkeypatch, wanted, problem):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    key = global_key(wanted)  # without a screen, as here
    assert key.problem == problem
    key.close()


def test_a_wayland_desktop_is_known_by_its_environment():
    assert is_wayland({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"})
    assert is_wayland({"XDG_SESSION_TYPE": "wayland"})
    assert not is_wayland({"XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"})
