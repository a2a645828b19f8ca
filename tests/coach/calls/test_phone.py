import pytest

from coach.calls.phone import Phone, as_read, read_phone


@pytest.mark.parametrize(
    ("text", "region", "phone"),
    [
        ("(212) 555-0123", "US", Phone("+12125550123", "", "America/New_York")),
        ("+1 212.555.0123 x12", "GB", Phone("+12125550123", "12", "America/New_York")),
        ("020 7946 0123", "GB", Phone("+442079460123", "", "Europe/London")),
        ("0044 20 7946 0123", "GB", Phone("+442079460123", "", "Europe/London")),
        ("1-800-555-0123", "US", Phone("+18005550123")),  # from wherever
        ("020 7946 0123", "US", None),
        ("12", "US", None),
        ("", "US", None),
        ("call him", "US", None),
        ("9" * 5000, "US", None),
    ],
)
def test_a_number_as_people_write_it(text, region, phone):
    assert read_phone(text, region) == phone


def test_a_number_is_read_off_in_groups():
    assert as_read("+442079460123") == "+44 20 7946 0123"
    assert as_read("reception") == "reception"
