import pytest

from coach.offers.finding import Rule

from .conftest import lines

GOOD = "Hello {prospect}, this is {caller} with {firm}. We bake, at night, to order. Is that something you want?"


@pytest.fixture
def offer(tmp_path):
    def write(name, text, encoding="utf-8"):
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        return path

    return write


def findings(line):
    return {finding["rule"]: finding for finding in line["findings"]}


def test_a_line_has_words_seconds_and_a_finding_for_every_rule(okbye, offer):
    path = offer("bread.txt", GOOD)
    done = okbye("offer", "check", path, "--json")
    (line,) = lines(done.stdout)
    assert done.exit_code == 0
    assert (line["path"], line["words"], line["seconds"]) == (str(path), 21, 7.9)
    assert list(findings(line)) == [rule.value for rule in Rule]
    assert findings(line)["closed_question"] == {
        "rule": "closed_question",
        "result": "pass",
        "where": "Is that something you want?",
        "says": "Ends with a closed question.",
        "source": "2020-08-12 article",
    }


def test_what_departs_from_the_method_is_a_finding_and_no_error(okbye, offer):
    path = offer("mop.toml", f'title = "Mops"\ntext = "{GOOD.replace("We bake", "How are you? We bake")}"')
    done = okbye("offer", "check", "--json", path)
    assert done.exit_code == 0
    (line,) = lines(done.stdout)
    assert findings(line)["small_talk"]["where"] == "How are you"
    assert line["variants"] == []


def test_variants_are_checked_as_the_offer_is(okbye, offer):
    path = offer("mop.toml", f'title = "Mops"\ntext = "{GOOD}"\nvariants = ["An amazing mop."]')
    (line,) = lines(okbye("offer", "check", "--json", path).stdout)
    assert [(variant["text"], variant["words"]) for variant in line["variants"]] == [("An amazing mop.", 3)]
    assert findings(line["variants"][0])["persuasion"]["result"] == "fail"


def test_a_file_that_cannot_be_used_has_its_line_and_the_others_are_checked(okbye, offer, tmp_path):
    good = offer("good.txt", GOOD)
    bad = [
        offer("bad.toml", "title ="),
        offer("none.toml", 'title = "No text"'),
        tmp_path / "missing.txt",
        offer("empty.txt", " \n"),
        offer("long.txt", "word " * 9000),
        tmp_path,
    ]
    (tmp_path / "sound.txt").write_bytes(bytes(range(256)) * 4)
    done = okbye("offer", "check", "--json", *bad, tmp_path / "sound.txt", good)
    told = lines(done.stdout)
    assert done.exit_code == 1
    assert [line["path"] for line in told] == [str(path) for path in (*bad, tmp_path / "sound.txt", good)]
    assert all(line["error"]["kind"] == "bad_script" and line["error"]["says"] for line in told[:-1])
    assert "findings" in told[-1]


def test_braces_that_do_not_match_are_a_finding(okbye, offer):
    path = offer("x.toml", f'title = "X"\ntext = "{GOOD.replace("{caller}", "{caller")}"')
    (line,) = lines(okbye("offer", "check", "--json", path).stdout)
    assert findings(line)["fields"]["result"] == "fail"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_encoding(okbye, offer, encoding):
    path = offer("cafe.txt", GOOD.replace("at night, to order", "crêpes at night, soufflés to order"), encoding)
    (line,) = lines(okbye("offer", "check", "--json", path).stdout)
    assert findings(line)["two_features"]["where"] == "crêpes at night, soufflés to order"


def test_a_list_for_people(okbye, offer):
    done = okbye("offer", "check", offer("mop.txt", f"{GOOD} It is amazing, \x1b[2J."))
    assert "25 words, 9.4 s aloud" in done.stdout
    assert "✗ fail" in done.stdout
    assert "“amazing”" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    "arguments", [["offer"], ["offer", "check"], ["offer", "chekc", "a"], ["offer", "check", "--jsn"]]
)
def test_wrong_usage(okbye, arguments):
    assert okbye(*arguments).exit_code == 2


def test_looking_makes_no_store(okbye, offer, own_home):
    okbye("offer", "check", offer("a.txt", GOOD))
    assert not own_home.exists()
