import pytest

from app.folders import Folders, folders
from coach.errors import CoachError


def test_okbye_home_moves_everything(tmp_path, monkeypatch):
    monkeypatch.setenv("OKBYE_HOME", str(tmp_path))
    place = folders()
    assert {place.database.parent, place.sound.parent, place.settings.parent, place.log.parent} == {tmp_path}


def test_the_folder_is_made_for_its_user_alone(tmp_path):
    place = Folders(tmp_path / "deep" / "okbye").make()
    assert place.home.stat().st_mode & 0o777 == 0o700
    place.make()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CoachError, match="OKBYE_HOME"):
        Folders(tmp_path / "file" / "okbye").make()
