import pytest

from coach.offers.filling import Piece, fields_in, fill


def test_what_belongs_to_this_prospect_is_marked():
    assert fill("{caller} for {company}.", {"caller": "Al Roe", "company": "Lund"}) == (
        Piece("Al Roe"),
        Piece(" for "),
        Piece("Lund", highlighted=True),
        Piece("."),
    )


@pytest.mark.parametrize("fields", [{}, {"first_name": ""}, {"first_name": "  "}])
def test_what_is_missing_is_marked_and_never_a_brace(fields):
    pieces = fill("Hello {first_name}.", fields)
    assert pieces[1] == Piece("first name", missing=True)
    assert not any("{" in piece.text for piece in pieces)


def test_fields_are_named_once_each():
    assert fields_in("{a} {b} {a}") == ("a", "b")


def test_braces_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="expected"):
        fill("Hello {first_name", {})
