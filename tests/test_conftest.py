"""The guards of conftest.py do stop what they are there to stop."""

from pathlib import Path

GUARDED = """
    import logging, os, socket, pytest

    def test_quiet(own_home):
        logging.getLogger("okbye").info("fine")
        assert os.environ["OKBYE_HOME"] == str(own_home)

    def test_stray_record():
        logging.getLogger("okbye").warning("nobody asked for this")

    @pytest.mark.expected_log("asked for")
    def test_expected_record():
        logging.getLogger("okbye").error("this was asked for")

    @pytest.mark.expected_log("asked for")
    def test_expected_record_that_never_comes():
        pass

    def test_this_machine():
        with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
            pass

    @pytest.mark.parametrize("host", ["192.0.2.1", "example.invalid"])
    def test_another_machine(host):
        socket.create_connection((host, 80), timeout=1)
"""


def test_guards_stop_what_they_should(pytester):
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = expected_log(pattern): expected\n")
    pytester.makepyfile(GUARDED)

    result = pytester.runpytest_subprocess("-p", "no:xdist")

    result.assert_outcomes(passed=5, failed=2, errors=2)  # an error is a failure after the test's own last line
    result.stdout.fnmatch_lines_random(
        [
            "*written to the log unasked: *nobody asked for this*",
            "*never written to the log: *asked for*",
            "*A test tried to reach '192.0.2.1'*",
            "*A test tried to reach 'example.invalid'*",
        ]
    )
