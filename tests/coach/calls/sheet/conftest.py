import pytest

from coach.calls.sheet.importing import import_list, look_at
from coach.store.opening import open_store


@pytest.fixture
def people(fresh_database):
    with open_store(fresh_database, offers=lambda: ["a", "b", "c"]) as store:
        yield store.calls


class Bring:
    """Import a text or bytes as a file; keeps what was told."""

    def __init__(self, folder, people):
        self._folder = folder
        self.people = people

    def __call__(self, text, region="US", remembered=None, stop_after=None, encoding=None):
        path = self._folder / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.form = look_at(path, remembered or {}, region, lambda: True, encoding)
        self.bad = []
        self.told = []

        def told(done):
            self.told.append(done)
            return stop_after is None or len(self.told) < stop_after

        return import_list(path, self.form, region, self.people, told, self.bad.append)

    @property
    def problems(self):
        return [(problem.line, problem.says, problem.used) for problem in self.bad]

    @property
    def names(self):
        return [one.name for one in self.people.everybody()]


@pytest.fixture
def bring(tmp_path, people):
    return Bring(tmp_path, people)
