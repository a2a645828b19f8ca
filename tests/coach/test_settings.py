import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from coach.errors import SettingsError
from coach.settings import Settings, load, save


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def test_without_a_file_there_are_defaults_and_nothing_to_say(path):
    settings, said = load(path)
    assert said is None
    assert settings == Settings()
    assert settings.theme == "system"
    assert settings.rep
    assert not path.exists()


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    chosen=st.builds(
        Settings, rep=st.text(min_size=1, max_size=200), bands=st.none() | st.just(Path("/a/Zoë's bands.toml"))
    )
)
def test_what_is_saved_is_loaded(tmp_path, chosen):
    path = tmp_path / "settings.json"
    save(path, chosen)
    assert load(path) == (chosen, None)
    assert list(tmp_path.iterdir()) == [path]


def test_every_setting_says_what_it_is():
    assert all(field.description or name == "rep" for name, field in Settings.model_fields.items())


def test_keys_of_a_newer_version_are_kept(path):
    path.write_text(json.dumps({"theme": "dark", "hologram": {"on": True}}))
    settings, said = load(path)
    assert said is None
    save(path, settings.model_copy(update={"theme": "light"}))
    kept = json.loads(path.read_text())
    assert kept["hologram"] == {"on": True}
    assert kept["theme"] == "light"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "JSON"),
        (b'{"theme": "dark"', "JSON"),
        (b"[]", "object"),
        (b"\xff\xfe\0", "not text"),
        (b'{"theme": "purple"}', "theme"),
        (b'{"text_scale": 1000}', "text_scale"),
        (b'{"rep": ""}', "rep"),
    ],
)
def test_a_broken_file_is_moved_aside_and_told(path, content, reason):
    path.write_bytes(content)
    settings, said = load(path)
    assert settings == Settings()
    assert reason in said
    assert "settings.json.broken" in said
    assert not path.exists()
    assert path.with_name("settings.json.broken").read_bytes() == content
    assert load(path) == (Settings(), None)


def test_a_file_that_cannot_be_read_is_told_and_left(path):
    path.mkdir()
    settings, said = load(path)
    assert settings == Settings()
    assert "defaults" in said
    assert path.is_dir()


def test_what_cannot_be_saved_says_so_and_leaves_the_old(unprivileged):
    path = unprivileged / "settings.json"
    path.write_text('{"theme": "dark"}')
    unprivileged.chmod(0o500)
    with pytest.raises(SettingsError, match="could not be saved"):
        save(path, Settings())
    assert path.read_text() == '{"theme": "dark"}'
    assert list(unprivileged.iterdir()) == [path]


def test_settings_are_for_their_user_alone(path):
    save(path, Settings())
    assert path.stat().st_mode & 0o077 == 0
