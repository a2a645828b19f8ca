import pytest

from coach.setup.measured import Ears, Loudness, Noise, Room, Spoken
from coach.verdict import Result

FEW_WORDS = 25  # of advice


@pytest.mark.parametrize(
    ("level", "result", "word"),
    [
        (Loudness(-20.0), Result.PASS, ""),
        (Loudness(-39.9), Result.PASS, ""),
        (Loudness(-12.0, clipped=True), Result.FAIL, "down"),
        (Loudness(-2.0), Result.UNSURE, "down"),
        (Loudness(-45.0), Result.UNSURE, "up"),
        (Loudness(-55.0), Result.FAIL, "up"),
    ],
)
def test_a_level_says_which_way_to_turn_it(level, result, word):
    found = level.finding()
    assert found.result is result
    assert word in found.advice.split() or not word
    assert found.well is (found.advice == "")
    assert ("clipped" in found.value) is level.clipped


@pytest.mark.parametrize(
    ("noise_dbfs", "well", "kind"),
    [(-70.0, True, "quiet"), (-50.0, True, "ordinary"), (-40.0, False, "noisy"), (-120.0, False, "cut off")],
)
def test_a_room_is_named_and_a_gate_is_told_from_silence(noise_dbfs, well, kind):
    found = Room(noise_dbfs).finding()
    assert found.well is well
    assert kind in found.value


@pytest.mark.parametrize(("snr_db", "result"), [(37.0, Result.PASS), (20.0, Result.UNSURE), (9.0, Result.FAIL)])
def test_a_voice_stands_over_the_room_or_not(snr_db, result):
    level, over_room, heard = Spoken(0.85, 0.014, Loudness(-21.0), snr_db).findings()
    assert over_room.result is result
    assert (level.value, heard.value) == ("−21 dBFS, no clipping", "pause 0.85 ± 0.01 s")


@pytest.mark.parametrize(
    ("noise", "well", "says"),
    [
        (Noise(3.0, 0), True, "not heard"),
        (Noise(24.0, 0), True, "24 dB over the room, taken for no word"),
        (Noise(24.0, 2), False, "taken for a word"),
    ],
)
def test_a_click_may_be_heard_and_must_be_no_word(noise, well, says):
    found = noise.finding("A breath", "Move it.")
    assert (found.well, found.advice) == (well, "" if well else "Move it.")
    assert says in found.value


@pytest.mark.parametrize(
    ("ears", "well"),
    [(Ears(None), True), (Ears(-6.0), True), (Ears(8.0), False), (Ears(-1.0, words=1), False), (Ears(30.0, 2), False)],
)
def test_a_leak_that_can_be_heard_asks_for_a_headset(ears, well):
    found = ears.finding()
    assert found.well is well
    assert ("headset" in found.advice) is not well
