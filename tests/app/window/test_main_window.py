import subprocess
import sys

import staged

from app import build
from app.window.look import Look


def test_place_and_size_are_remembered(make_window, qapp, qtbot):
    looks = []
    first = make_window(700, 500, keep_look=looks.append)
    first.close()
    again = build.window(qapp, looks[-1])
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 500)


def test_a_closed_window_lets_go_of_the_microphone(window, listener):
    window.close()
    assert listener.asked == ["close"]


def test_life_comes_after_the_first_paint(qapp, qtbot):
    window = build.window(qapp, Look())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()


def test_what_is_seen_first_needs_nothing_heavy():
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from app import build, crash, folders; from app.window.look import Look;"
        "window = build.window(app, Look()); window.show();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "numpy",
        "soundfile",
        "soxr",
        "sounddevice",
        "sqlalchemy",
        "alembic",
        "pydantic",
        "typer",
        "rich",
        "pyqtgraph",
    }
    assert heavy & set(done.stdout.split()) == set()


def test_another_microphone_is_used_and_kept(make_window, listener):
    kept = []
    window = make_window(keep_microphone=kept.append, microphone="Headset (USB)")
    menu = window.side_bar.microphone.menu()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Headset (USB)"]
    default, _, built_in, _, again = menu.actions()
    built_in.trigger()
    again.trigger()
    default.trigger()
    assert listener.asked == [("choose", "Built-in microphone"), ("choose", "Built-in microphone"), ("choose", None)]
    assert kept == ["Built-in microphone", None]


def test_the_chip_tells_the_room(window, listener):
    chip = window.side_bar.microphone
    assert chip.accessibleName() == "Microphone Headset (USB): Quiet room, −58 dB"
    listener.meter = staged.Meter(-20.0, -38.2)
    listener.microphone_changed.emit(staged.HEADSET)
    assert chip.accessibleName() == "Microphone Headset (USB): Noisy room, −38 dB"


def test_settings_that_cannot_be_understood_give_the_defaults(tmp_path):
    for text in ("", "[1]", '{"theme": "pink", "text_scale": "big", "window": 7}', '{"theme": [1]}', "\udcff"):
        (tmp_path / "settings.json").write_bytes(text.encode(errors="surrogateescape"))
        assert build.read_look(tmp_path / "settings.json") == Look()
    assert build.read_look(tmp_path / "none.json") == Look()


def test_the_look_is_read_from_the_settings(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "dark", "text_scale": 150, "window": "AdnQ", "rep": "me"}')
    assert build.read_look(file) == Look("dark", 150, "AdnQ")
