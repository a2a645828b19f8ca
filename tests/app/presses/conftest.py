import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.presses.server import PressServer
from app.presses.wire import Answer


@pytest.fixture
def home():
    """A folder whose name is short enough for a socket, as the user's own is."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def pressed():
    return []


@pytest.fixture
def serve(qapp, pressed):
    """A server that presses everything but Undo."""
    servers = []

    def press(name, at):
        pressed.append(name)
        return Answer(name != "undo", "" if name != "undo" else "There is nothing to undo.")

    def start(home):
        server = PressServer(home, press)
        assert server.listen()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()
        server.deleteLater()


@pytest.fixture
def meanwhile(qtbot):
    """Does something in a thread while Qt goes on; returns what came of it."""
    with ThreadPoolExecutor(1) as pool:

        def run(work, *arguments):
            doing = pool.submit(work, *arguments)
            qtbot.waitUntil(doing.done, timeout=20_000)
            return doing.result()

        yield run
