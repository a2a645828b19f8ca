"""What holds for every test: no screen, no network, a data folder of its own, nothing unasked in the log."""

import ipaddress
import logging
import os
import re
import sys

import hypothesis
import pytest

pytest_plugins = ["pytester"]

# Before the first QApplication: Qt reads these once. Sizes are those of a plain screen wherever the tests run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(QT_SCALE_FACTOR="1", QT_FONT_DPI="96", QT_ENABLE_HIGHDPI_SCALING="0")

hypothesis.settings.register_profile("okbye", deadline=None, print_blob=True)
hypothesis.settings.register_profile("okbye-ci", deadline=None, print_blob=True, derandomize=True)
hypothesis.settings.load_profile("okbye-ci" if os.environ.get("CI") else "okbye")


def is_this_machine(host):
    if host in {"localhost", "", None}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_the_network(event, arguments):
    """Everything stays on the machine: a test that looks up or reaches another one fails where it does so."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "localhost"  # anything else is no internet address
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not is_this_machine(host.decode() if isinstance(host, bytes) else host):
        raise AssertionError(f"A test tried to reach {host!r}: Okbye works offline.")


sys.addaudithook(refuse_the_network)


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """No test sees the user's takes and settings, nor those of another test."""
    home = tmp_path / "okbye-home"
    monkeypatch.setenv("OKBYE_HOME", str(home))
    monkeypatch.delenv("OKBYE_INPUT_DEVICE", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_stray_log(caplog, request):
    """A warning in the log means that something is wrong: the test fails unless it says `expected_log(pattern)`."""
    yield
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    written = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    expected = [marker.args[0] for marker in request.node.iter_markers("expected_log")]
    stray = [line for line in written if not any(re.search(pattern, line) for pattern in expected)]
    missing = [pattern for pattern in expected if not any(re.search(pattern, line) for line in written)]
    assert not stray, f"written to the log unasked: {stray}"
    assert not missing, f"never written to the log: {missing}; it had {written}"
