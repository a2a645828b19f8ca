from hypothesis import example, given
from hypothesis import strategies as st

from app.presses.names import LIVE, NAMES
from app.presses.wire import LONGEST, LONGEST_ANSWER, Answer, to_answer, to_line, to_name
from coach.live.state import Press


def test_every_press_of_a_live_call_can_come_from_outside():
    assert set(LIVE) == {press.value for press in Press}


def test_every_name_fits_the_line():
    for name in NAMES:
        assert to_name(f"{name}\r\n".encode()) == name
        assert len(name) + 2 <= LONGEST


@given(st.binary())
@example(b"NO")
@example("n\N{CYRILLIC SMALL LETTER O}".encode())
@example(b"no\0")
def test_nothing_but_a_name_is_a_name(line):
    assert to_name(line) in {None, *NAMES}
    assert to_name(line) is None or line.strip().decode() in NAMES


@given(st.builds(Answer, st.booleans(), st.text(max_size=500)))
def test_an_answer_is_one_short_line_and_comes_back_as_it_was(answer):
    line = to_line(answer)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert to_answer(line) == answer


@given(st.text())
def test_an_answer_is_never_too_long_to_be_read(says):
    assert len(to_line(Answer(done=False, says=says * 100))) <= LONGEST_ANSWER


@given(st.binary() | st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(lambda x: repr(x).encode()))
@example(b"[" * 100_000)
@example(b'{"done": 1, "says": ""}')
def test_garbage_is_no_answer(line):
    assert to_answer(line) is None
