import pytest

from .conftest import lines

EXPECTED = {
    "clear": "pass",
    "bye_now": "pass",
    "unhurried": "pass",
    "together": "fail",
    "rushed": "fail",
    "hesitant": "fail",
    "clipped": "fail",
    "drawn_out": "fail",
    "thanks": "fail",
    "lively": "pass",
    "at_once": "fail",
}


def test_the_samples_are_judged_as_they_were_made(okbye):
    done = okbye("samples", "--json")
    assert done.exit_code == 0
    found = lines(done.stdout)
    assert {line["path"].removeprefix("sample:"): line["verdict"] for line in found} == EXPECTED
    for line in found:
        assert line["close"]["pause_s"] == pytest.approx(line["known"]["pause_s"], abs=0.05)
        assert line["close"]["silence_s"] == pytest.approx(line["known"]["silence_s"], abs=0.1)


def test_they_are_shown_to_people(okbye):
    done = okbye("samples")
    assert done.exit_code == 0
    rows = [line for line in done.stdout.splitlines() if "✓ pass" in line or "✗ fail" in line]
    assert len(rows) == len(EXPECTED)
    assert "A clear close" in rows[0]
    assert "0.90 s" in rows[0]


def test_they_are_judged_by_the_bands_given(okbye, tmp_path):
    bands = tmp_path / "slow.toml"
    bands.write_text("[pause]\nlow = 1.3\n")
    found = lines(okbye("samples", "--json", "--bands", bands).stdout)
    assert [line["path"] for line in found if line["verdict"] == "pass"] == ["sample:unhurried", "sample:hesitant"]
