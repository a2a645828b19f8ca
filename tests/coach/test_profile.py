from __future__ import annotations

import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.bands import Band, Bands
from coach.errors import BadScript, CoachError
from coach.profile import load, save
from coach.toml_file import MOST_BYTES
from coach.toml_lines import line_of


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "mine.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(folder: Path, text: str | bytes) -> str:
    with pytest.raises(BadScript) as error:
        load(write(folder, text))
    says = str(error.value)
    assert says.startswith("mine.toml is not a timing profile this program can use: ")
    return says.removeprefix("mine.toml is not a timing profile this program can use: ")


def test_without_a_file_it_is_our_own_defaults():
    assert load() == Bands()


def test_what_a_file_leaves_out_is_our_default(tmp_path):
    assert load(write(tmp_path, "[pause]\nlow = 0.6\nhigh = 3\n")) == Bands(pause=Band(low=0.6, high=3.0))
    assert load(write(tmp_path, "")) == Bands()


@pytest.mark.parametrize(
    "text",
    [
        '\ufeffname = "Ours"\n[silence]\nlow = 4\n',
        'name = "Ours"\r\n[silence]\r\nlow = 4\r\n',
        'name = "Ours"\nsilence.low = 4',
        'silence = { low = 4.0 }\nname = "Ours"',
    ],
    ids=["byte-order mark", "Windows", "dotted", "inline"],
)
def test_however_it_is_written(tmp_path, text):
    assert load(write(tmp_path, text)) == Bands(name="Ours", silence=Band(low=4.0))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[pause]\nlow = 2\nhigh = 1\n", "line 3: in pause, high (1) must be more than low (2)."),
        ("[pause]\nhigh = 0.5\n\nlow = 0.5\n", "line 2: in pause, high (0.5) must be more than low (0.5)."),
        ("pause.low = -1", "line 1: pause.low must not be less than 0 seconds, and it is -1."),
        ("\n[silence]\nlow = 61", "line 3: silence.low must not be more than 60 seconds, and it is 61."),
        ("[ok]\nlow = nan", "line 2: ok.low must be a number of seconds, not nan."),
        ("[ok]\nhigh = -inf", "line 2: ok.high must be a number of seconds, not -inf."),
        ('[ok]\nlow = "0.2"', 'line 2: ok.low must be a number of seconds, not "0.2".'),
        ("[ok]\nlow = true", "line 2: ok.low must be a number of seconds, not true."),
        ("[ok]\nlow = [0.2]", "line 2: ok.low must be a number of seconds, not a list."),
        ("[ok]\nlow = {}", "line 2: ok.low must be a number of seconds, not a table."),
        ("[ok]\nlow = 2026-01-02", "line 2: ok.low must be a number of seconds, not 2026-01-02."),
        (f"[ok]\nlow = 1{'0' * 400}", "line 2: ok.low must be a number of seconds, not a huge number."),
        ("name = 3", "line 1: name must be a text in quotation marks, not 3."),
        ("\n\npause = 3", "line 3: pause must be a table with low and high, not 3."),
        ("[[pause]]\nlow = 1", "line 1: pause must be a table with low and high, not a list."),
        ("[pauses]\nlow = 1", "line 1: pauses is nothing a timing profile has (did you mean pause?)."),
        ("[pause]\nlo = 1", "line 2: pause.lo is nothing a timing profile has (did you mean low?)."),
        ("[pause]\nx = 1", "line 2: pause.x is nothing a timing profile has (it has low, high)."),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, text, says):
    assert refused(tmp_path, text) == says


def test_everything_wrong_is_named_at_once_from_top_to_bottom(tmp_path):
    text = 'name = 1\n[silence]\nlow = -3\nhgh = 2\n[pause]\nlow = "x"\n[ok]\nlow = 0.9\nhigh = 0.1\n'
    assert refused(tmp_path, text) == (
        "line 1: name must be a text in quotation marks, not 1; "
        "line 3: silence.low must not be less than 0 seconds, and it is -3; "
        "line 4: silence.hgh is nothing a timing profile has (did you mean high?); "
        'line 6: pause.low must be a number of seconds, not "x"; '
        "line 9: in ok, high (0.1) must be more than low (0.9)."
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[pause\nlow = 1", "line 1: expected ']' at the end of a table declaration."),
        ("\n\nlow", "line 3: expected '=' after a key in a key/value pair."),
        ("name = \n", "line 1: invalid value."),
        ("name = ", "line 1: invalid value."),
        ("[pause]\nlow = 1\n[pause]\n", "line 3: cannot declare pause twice."),
        ("[pause]\nlow = 1\nlow = 2\n", "line 3: cannot overwrite a value."),
        ('name = """\n\n\n', "line 1: unterminated string."),
        ("low = 1,5", "line 1: expected newline or end of document after a statement."),
        ("low = " + "[" * 5_000, "its tables are nested too deeply."),
        (b"name = 'x'\n\nlow = \xff", "line 3: this is not text (UTF-8)."),
        (b"\0\0\0", "line 1: invalid statement."),
        ("#" * (MOST_BYTES + 1), "it is far too long for one."),
    ],
)
def test_what_is_no_toml_is_named_with_its_line(tmp_path, text, says):
    assert refused(tmp_path, text) == says


def test_no_file(tmp_path):
    with pytest.raises(BadScript, match=r"^gone\.toml was not found: there is no timing profile at .*gone\.toml\.$"):
        load(tmp_path / "gone.toml")
    with pytest.raises(BadScript, match=r"could not be opened as a timing profile: Is a directory"):
        load(tmp_path)


@given(st.binary(max_size=300) | st.text(alphabet='[]{}=".,\n #lowhigpause0123-', max_size=80).map(str.encode))
def test_any_file_is_loaded_or_refused(tmp_path_factory, data):
    path = write(tmp_path_factory.getbasetemp(), data)
    with suppress(BadScript):
        assert isinstance(load(path), Bands)


keys = st.text("ab", min_size=1, max_size=2)
values = st.sampled_from(["1", '"x = 1"', '"""\na = 1\n[b]\n"""', "[\n1,\n2,\n]", "'''\n'''"])


@given(st.lists(st.tuples(keys, values), max_size=8, unique_by=lambda row: row[0]), st.data())
def test_a_value_is_found_where_it_was_written(rows, data):
    """Whatever stands around it: comments, blank lines, and strings that look like keys."""
    text, ends = "", {}
    for key, value in rows:
        text += data.draw(st.sampled_from(["", "\n", "# a = 1\n", "\n\n"]))
        text += f"{key} = {value}\n"
        ends[key] = text.count("\n")
    assert set(tomllib.loads(text)) == set(ends)
    assert {key: line_of(text, (key,)) for key in ends} == ends


def test_a_key_that_is_not_there_stands_where_its_table_does():
    text = "name = 'x'\n\n[pause]\nlow = 1\n"
    assert line_of(text, ("pause", "high")) == 3
    assert line_of(text, ("silence", "high")) == 0


def test_an_entry_of_a_list_is_found_by_its_number():
    text = "[[line]]\ntext = 'x'\n\n[[line]]\n\ntext = 'y'\n"
    assert line_of(text, ("line", "0", "text")) == 2
    assert line_of(text, ("line", "1", "text")) == 6
    assert line_of(text, ("line", "1", "sound")) == 4


seconds = st.floats(0, 60, exclude_max=True)
any_band = st.tuples(seconds, st.none() | seconds).filter(lambda ends: ends[1] is None or ends[1] > ends[0])
any_band = any_band.map(lambda ends: Band(low=ends[0], high=ends[1]))


@given(
    st.builds(
        Bands, name=st.text(), pause=any_band, silence=any_band, answer_time=any_band, ok=any_band, farewell=any_band
    )
)
def test_what_is_saved_is_loaded_again(tmp_path_factory, bands):
    path = tmp_path_factory.mktemp("sent") / "team.toml"
    save(path, bands)
    assert load(path) == bands


def test_a_profile_that_cannot_be_saved_leaves_what_was_there(tmp_path):
    (tmp_path / "team.toml").mkdir()
    with pytest.raises(CoachError, match=r"could not be saved .* What was there is as it was"):
        save(tmp_path / "team.toml", Bands())
