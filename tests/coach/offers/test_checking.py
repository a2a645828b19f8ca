"""Forty offers of both kinds with what each rule must say of them, and what holds for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach.offers.checking import check
from coach.offers.finding import SOURCES, Rule
from coach.offers.measures import MOST_WORDS
from coach.verdict import Result

HERE = Path(__file__).parent


def offers(name):
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["offer"]
    return [pytest.param(offer, id=offer["name"]) for offer in told]


OFFERS = [*offers("following"), *offers("departing")]


def expected(offer):
    wrong = dict.fromkeys(offer.get("fail", ()), Result.FAIL) | dict.fromkeys(offer.get("unsure", ()), Result.UNSURE)
    return {rule: wrong.get(rule, Result.PASS) for rule in Rule}


def by_rule(text):
    return {finding.rule: finding for finding in check(text).findings}


@pytest.mark.parametrize("offer", OFFERS)
def test_every_rule_says_what_is_expected(offer):
    found = check(offer["text"]).findings
    said = {finding.rule: finding.result for finding in found}
    assert said == expected(offer), {finding.rule: finding.says for finding in found}


@pytest.mark.parametrize("offer", OFFERS)
def test_the_words_it_is_about_are_quoted_exactly(offer):
    found = by_rule(offer["text"])
    wanted = offer.get("where", {})
    assert {rule: found[rule].where for rule in wanted} == wanted


def test_there_are_twenty_of_each_kind_and_every_rule_is_broken():
    assert [len(offers("following")), len(offers("departing"))] == [20, 20]
    assert not [offer for param in offers("following") for offer in param.values if "fail" in offer]
    broken = {name for param in offers("departing") for name in (*param[0][0].get("fail", ()),)}
    assert broken == {rule.value for rule in Rule}


SCRAPS = st.sampled_from(
    [
        "Is that",
        "what",
        "or",
        "{caller}",
        "{",
        "}",
        "{{x}}",
        "{!r}",
        "Mr.",
        "Ltd.",
        "5.5",
        "?",
        "!",
        "…",
        "”",
        ",",
        "\n\n",
        "save you money",
        "isn't it",
        "this is Al",
        "from",
        "with a",
        "and",
        "–",
        "’",
        "\x00",
        "İ",
        "ß",
        "if not, we",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(SCRAPS, max_size=30).map(" ".join), st.lists(SCRAPS).map("".join)))
@example("")
@example("A " * 8000)  # each of these once took a minute
@example("{a} " * 4000)
@example("Mr. " * 4000)
@example("?")
@example("{")
@example("So, so, so?")
@example("I’m {caller!r:>9} with {0[a].b}. “Is it?” she asked")
def test_any_text_has_one_finding_a_rule_and_quotes_only_what_is_there(text):
    checked = check(text)
    assert [finding.rule for finding in checked.findings] == list(Rule)
    for finding in checked.findings:
        assert finding.where in text
        assert finding.result in {Result.PASS, Result.FAIL, Result.UNSURE}
        assert finding.says
        assert finding.source == SOURCES[finding.rule]
    assert checked.words >= 0


@given(st.integers(0, 90))
def test_the_length_is_that_of_the_words_as_they_are_said(count):
    text = " – ".join(["word"] * count)
    found = by_rule(text)[Rule.LENGTH]
    assert (found.result is Result.PASS) is (0 < count <= MOST_WORDS)
    assert found.where.split(" – ") == ([""] if count <= MOST_WORDS else ["word"] * (count - MOST_WORDS))


def test_names_count_as_they_are_filled_in():
    assert check("{prospect} {firm}").words == 4
    assert check("{prospect} {firm}", {"prospect": "Li", "firm": "Li"}).words == 2


def test_seconds_are_at_the_reps_own_pace():
    assert check("word " * 40).seconds == pytest.approx(15.0)
    assert check("word " * 40, words_a_minute=200).seconds == pytest.approx(12.0)


def test_a_column_of_the_imported_list_is_a_known_field():
    assert check("{district}").findings[-1].result is Result.UNSURE
    assert check("{district}", further=["district"]).findings[-1].result is Result.PASS


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("Is that something you want?", "pass"),
        ("“Is that something you want?”", "pass"),
        ("And with that in mind, would you want it?", "pass"),
        ("Does that mean you want it, or not?", "pass"),
        ("May I send it?", "pass"),
        ("{first_name}, is that something you want?", "pass"),
        ("How about Tuesday?", "fail"),
        ("So what would it take?", "fail"),
        ("When can we meet, Tuesday?", "fail"),
        ("You want that, right?", "fail"),
        ("It is good, don't you think?", "fail"),
        ("Would you prefer cash or card?", "fail"),
        ("Is that something you want. Thanks.", "fail"),
        ("Isn't that what you want?", "unsure"),
        ("Do you want the roof or the walls done?", "unsure"),
        ("Do you want that, and when?", "unsure"),
        ("Do you know what you pay?", "unsure"),
        ("Interested?", "unsure"),
        ("You want that?", "unsure"),
        ("Is that something you want", "unsure"),
        ("Would you want that.", "unsure"),
    ],
)
def test_kinds_of_questions(question, result):
    assert by_rule(f"This is {{caller}} with {{firm}}. {question}")[Rule.CLOSED_QUESTION].result == result


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("What we do is payroll.", "pass"),
        ("When you hire, we file.", "pass"),
        ("Do call us.", "pass"),
        ("How are you.", "unsure"),
        ("I was wondering if you use gas.", "unsure"),
        ("“Who pays?” you may ask.", "pass"),
        ("Who pays?", "fail"),
        ("Yes?!", "fail"),
    ],
)
def test_questions_before_the_last(before, result):
    assert by_rule(f"{before} Do you want that?")[Rule.ONE_QUESTION].result == result
