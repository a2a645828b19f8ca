"""The rules of the house that no other tool holds: borders that break when provoked, small rooms, plain locks."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOUSE = Path(__file__).parent.parent
FLOORS = ("app", "coach", "audio", "scripts", "assets")
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {contract["name"] for contract in PROJECT["tool"]["importlinter"]["contracts"]}

MODULES = [path for folder in (*FLOORS, "tests", "packaging") for path in sorted((HOUSE / folder).rglob("*.py"))]
LONGEST_MODULE = 300
EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}

PROVOCATIONS = {
    "app stands on coach, coach on audio": ("audio/segment.py", "import coach.verdict"),
    "only app knows Qt and the terminal": ("audio/block.py", "def paint(): import PySide6.QtGui"),
    "coach hears words about sound, never sound itself": ("coach/bands.py", "import audio.block"),
    "scripts and assets are data": ("scripts/__init__.py", "import coach.bands"),
    "two doors to the sound card": ("app/folders.py", "import sounddevice"),
    "what runs knows nothing of the training": ("audio/ears.py", "import audio.training.model"),
}


def name(path):
    return str(path.relative_to(HOUSE))


def parse(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def lint_imports(folder):
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path):
    """The five floors, to be broken into."""
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    for floor in FLOORS:
        only_code = shutil.ignore_patterns("__pycache__", "*.flac", "*.ogg", "*.otf")
        shutil.copytree(HOUSE / floor, tmp_path / floor, ignore=only_code)
    return tmp_path


def test_borders_hold(copy):
    checked = lint_imports(copy)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert all(f"{contract} KEPT" in checked.stdout for contract in CONTRACTS)


def test_every_border_is_provoked():
    assert set(PROVOCATIONS) == CONTRACTS


@pytest.mark.parametrize("contract", PROVOCATIONS)
def test_a_border_breaks_when_provoked(copy, contract):
    module, line = PROVOCATIONS[contract]
    with (copy / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")

    checked = lint_imports(copy)

    assert checked.returncode == 1
    assert f"{contract} BROKEN" in checked.stdout


def test_words_about_sound_need_the_standard_library_only():
    imported = set()
    for node in ast.walk(parse(HOUSE / "audio" / "segment.py")):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module.partition(".")[0])
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name)
def test_an_init_file_holds_only_a_docstring(path):
    body = parse(path).body
    assert len(body) == 1
    assert ast.get_docstring(parse(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_a_small_room_with_a_name(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert not EMPTY_NAMES & set(path.stem.lower().split("_"))
    classes = [node.name for node in ast.walk(parse(path)) if isinstance(node, ast.ClassDef)]
    assert not [cls for cls in classes if re.search("(Manager|Helpers?|Utils?|Misc|Common)$", cls)]


@pytest.mark.parametrize("path", sorted((HOUSE / "scripts").rglob("*.toml")), ids=name)
def test_a_script_can_be_read(path):
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def locked(lock):
    """Every requirement of a lock file, by its name; a name may have several, each for some platforms."""
    text = (HOUSE / lock).read_text(encoding="utf-8")
    found = {}
    for line in text.replace("\\\n", " ").splitlines():
        requirement, *hashes = line.split(" --hash=")
        assert hashes, f"{lock} does not name a hash of {requirement}"
        found.setdefault(canonicalize_name(Requirement(requirement).name), set()).add(requirement.strip())
    return found


def asked_for(group):
    for entry in PROJECT["dependency-groups"][group]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from asked_for(entry["include-group"])


@pytest.mark.parametrize(("lock", "group"), [("requirements.lock", "build"), ("requirements-dev.lock", "dev")])
def test_a_lock_holds_what_the_project_asks_for(lock, group):
    found = locked(lock)
    for wanted in map(Requirement, [*PROJECT["project"]["dependencies"], *asked_for(group)]):
        versions = [str(Requirement(pin).specifier).removeprefix("==") for pin in found[canonicalize_name(wanted.name)]]
        assert all(wanted.specifier.contains(version) for version in versions)


def test_the_tests_run_on_what_is_shipped():
    shipped, tested = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {package: tested.get(package) for package in shipped} == shipped


# A name of a machine or of a package index has no place in what others clone.
FOREIGN = re.compile(r"(?<![\w.*])/(?:home|root|work|opt|Users|mnt|srv)/\w|pypi\.org|pythonhosted|index-url|find-links")
FOLDERS = (*FLOORS, "tests", "packaging", "docs", ".ci")
TEXTS = {
    ".desktop",
    ".ini",
    ".json",
    ".lock",
    ".md",
    ".mako",
    ".py",
    ".qss",
    ".sh",
    ".spec",
    ".toml",
    ".txt",
    ".xml",
    "",
}


def texts():
    for path in [*HOUSE.glob("*"), *(path for folder in FOLDERS for path in (HOUSE / folder).rglob("*"))]:
        if path.suffix in TEXTS and path.is_file() and not path.name.startswith((".git", ".coverage")):
            yield path


def test_no_file_names_a_machine():
    files = [path for path in texts() if path != Path(__file__)]
    assert HOUSE / "pyproject.toml" in files
    named = {name(path): FOREIGN.findall(path.read_text(encoding="utf-8")) for path in files}
    assert not {file: found for file, found in named.items() if found}
