from importlib.resources import files

import pytest

import scripts
from coach.errors import BadScript
from coach.offers.filling import Piece
from coach.offers.offer import read_offer

GOOD = """
title = "Soap"
text = "Hello {prospect}, this is {caller} with {firm}. Do you want soap at {company}?"

[rehearsal]
prospect = "Ms Lund"
company = "Lund Baths"
caller = "Al Roe"
firm = "Roe Soap"
answer = "No."
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        file = tmp_path / "soap.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_the_prospects_own_words_are_highlighted(written):
    pieces = read_offer(written(GOOD)).pieces()
    assert [piece.text for piece in pieces if piece.highlighted] == ["Ms Lund", "Lund Baths"]
    assert Piece("Al Roe") in pieces
    said = "".join(piece.text for piece in pieces)
    assert said == "Hello Ms Lund, this is Al Roe with Roe Soap. Do you want soap at Lund Baths?"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD.replace("{firm}", "{a price}"), "{a price}"),
        (GOOD.replace("{firm}", "{firm"), "soap.toml"),
        (GOOD.replace('title = "Soap"', ""), "title"),
        (GOOD.replace('answer = "No."', 'answer = ""'), "rehearsal.answer"),
        (GOOD + "colour = 1", "colour"),
        ("title = ", "line 1"),
        ('id = "b"\n' + GOOD, "id is nothing an offer has"),
        (GOOD.replace("Soap", "  ", 1), "title must not be empty"),
    ],
)
def test_a_bad_offer_is_refused_with_the_reason(written, text, says):
    with pytest.raises(BadScript, match=r"soap\.toml") as refused:
        read_offer(written(text))
    assert says in str(refused.value)


def test_a_missing_offer_is_refused(tmp_path):
    with pytest.raises(BadScript, match=r"none\.toml"):
        read_offer(tmp_path / "none.toml")


@pytest.mark.parametrize(
    "file", sorted(files(scripts).joinpath("offers").iterdir(), key=str), ids=lambda file: file.name
)
def test_shipped_offers_are_offers_of_the_method(file):
    said = "".join(piece.text for piece in read_offer(file).pieces())
    assert len(said.split()) <= 45
    assert said.endswith("?")
