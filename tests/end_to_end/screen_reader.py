"""Reads the running window as a screen reader does. Run by the system's Python, which has AT-SPI's bindings.

Each line on standard input names a control by its accessible id or name, with what it lies in before it where there are
several ("companion/no"); each line on standard output says in JSON what was found: {"name", "description", "role",
"showing", "enabled", "focused", "place"}, or null. "press NAME" does its first action.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def every(thing, depth=0):
    if thing is None or depth > 40:
        return
    yield thing
    for i in range(thing.get_child_count()):
        yield from every(thing.get_child_at_index(i), depth + 1)


def applications():
    waiting = GLib.MainContext.default()
    while waiting.iteration(False):
        pass  # what has changed since is known only after this
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    return [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]


def answers_to(thing, wanted):
    try:
        within, _, control = wanted.rpartition("/")
        *outer, own_id = (thing.get_accessible_id() or "").split(".")
        return control in {own_id, thing.get_name()} and (not within or within in outer)
    except GLib.Error:  # the widget has gone since
        return False


def told(thing):
    states = thing.get_state_set()
    return {
        "name": thing.get_name(),
        "description": thing.get_description(),
        "role": thing.get_role_name(),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "place": place_of(thing),
    }


def place_of(thing):
    """Where it is on the screen: its corner and its size; null for what has none."""
    try:
        box = thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    except (AttributeError, GLib.Error):
        return None
    return [box.x, box.y, box.width, box.height]


def find(wanted):
    found = [thing for app in applications() for thing in every(app) if answers_to(thing, wanted)]
    shown = [thing for thing in found if told(thing)["showing"]]
    return (shown or found or [None])[0]


for line in sys.stdin:
    press, _, rest = line.strip().partition(" ")
    control = find(rest if press == "press" else line.strip())
    if control is not None and press == "press":
        control.get_action_iface().do_action(0)
    sys.stdout.write(json.dumps(None if control is None else told(control)) + "\n")
    sys.stdout.flush()
