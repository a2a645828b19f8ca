import pytest
from privileges import as_anybody, open_folder

from app.importing.walking import recordings
from app.measure import Unusable


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in (
        "b/2.wav",
        "b/10.flac",
        "b/a/x.MP3",
        "b/notes.txt",
        "b/.hidden.wav",
        "b/.hidden/y.wav",
        "a.ogg",
        "z.opus",
        "c/nothing.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths, tree):
    return [found.says if isinstance(found, Unusable) else str(found.relative_to(tree)) for found in recordings(paths)]


def test_folders_are_walked_in_order_of_name(tree):
    assert names(tree, tree=tree) == ["a.ogg", "b/10.flac", "b/2.wav", "b/a/x.MP3", "z.opus"]


def test_the_order_of_the_paths_is_kept_and_a_named_file_is_always_taken(tree):
    wanted = [tree / "z.opus", tree / "b" / "a", tree / "b" / "notes.txt", tree / "b" / ".hidden.wav", tree / "gone"]
    assert names(*wanted, tree=tree) == ["z.opus", "b/a/x.MP3", "b/notes.txt", "b/.hidden.wav", "gone"]


def test_a_folder_with_no_sound_says_so(tree):
    assert names(tree / "c", tree=tree) == ["c is a folder with no sound files in it."]


def test_links_are_followed_but_not_in_circles(tree):
    (tree / "c" / "up").symlink_to(tree)
    (tree / "b" / "a" / "self").symlink_to(tree / "b" / "a")
    (tree / "c" / "x.wav").symlink_to(tree / "a.ogg")
    assert names(tree, tree=tree) == ["a.ogg", "b/10.flac", "b/2.wav", "b/a/x.MP3", "c/x.wav", "z.opus"]


def test_a_closed_folder_is_told_and_the_others_are_walked():
    with open_folder() as tree:
        for name in ("b/1.wav", "b/a/x.wav", "b/z.wav", "c/x.wav"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).touch()
        (tree / "b" / "a").chmod(0)
        (tree / "c").chmod(0)
        with as_anybody():
            found = names(tree / "b", tree / "c" / "x.wav", tree=tree)
        (tree / "b" / "a").chmod(0o755)
    assert found == ["b/1.wav", "a is a folder that could not be opened: Permission denied.", "b/z.wav", "c/x.wav"]
