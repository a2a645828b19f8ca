"""What can be known of it without Windows: its keys' numbers."""

import pytest

from app.global_key.windows import code


@pytest.mark.parametrize(
    ("key", "number"), [("F1", 0x70), ("F9", 0x78), ("F24", 0x87), ("N", 0x4E), ("7", 0x37), ("PgDown", 0x22)]
)
def test_keys_have_the_numbers_of_windows(key, number):
    assert code(key) == number


@pytest.mark.parametrize("key", ["F25", "Ü", "+", "Media Play"])
def test_a_key_that_windows_does_not_number_is_none(key):
    assert code(key) is None
