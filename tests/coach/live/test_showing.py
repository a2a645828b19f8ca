"""What is shown: the script, its label, the one cue, what Undo would take back."""

from dataclasses import replace

import pytest
from list_in_memory import START, planned, prospect

from coach.bands import Bands
from coach.calls.call import Call, Outcome
from coach.calls.next_call import NextCall, Planned, Status
from coach.live.cues import cue
from coach.live.session import Entry, Session
from coach.live.showing import Tally, ordinal, paragraphs, shown
from coach.live.state import Phase
from coach.offers.filling import Piece, fill
from coach.offers.offer import Offer
from coach.stage import Part, Stage

OFFER = Offer(id="b", title="Flat fee", text="Hello {prospect}, this is {caller}.\n\nIs that what {company} wants?")
OURS = {"caller": "Dana Reyes", "firm": ""}


def text(pieces):
    return "".join(piece.text for piece in pieces)


def show(what, offers=(OFFER,), **more):
    session = Session(phase=Phase.SCRIPT, planned=what, call="c")
    return shown(session, Tally(), {offer.id: offer for offer in offers}, OURS, **more)


def test_the_script_has_the_prospects_fields_and_ours():
    state = show(planned(3))
    assert [text(line) for line in state.script] == ["Hello Mr 3, this is Dana Reyes.", "Is that what Firm 3 wants?"]
    assert text(state.clarify) == "Does that mean you want flat fee, or not?"


def test_a_field_that_nobody_knows_is_marked_and_never_read_as_braces():
    nameless = replace(planned(3), prospect=prospect(3, company=""))
    missing = [piece for line in show(nameless).script for piece in line if piece.missing]
    assert [piece.text for piece in missing] == ["company"]


def test_line_ends_within_a_field_part_nothing():
    pieces = fill("Hello {prospect}\nBye", {"prospect": "Mr\nOkafor"})
    assert paragraphs(pieces) == ((Piece("Hello "), Piece("Mr\nOkafor", highlighted=True)), (Piece("Bye"),))


@pytest.mark.parametrize(("calls", "label"), [(0, "offer B · first call"), (1, "offer B · 2nd call")])
def test_the_label_says_which_offer_and_the_how_manieth_call(calls, label):
    before = [Call(str(number), "p1", START, Outcome.NO) for number in range(calls)]
    assert show(planned(1, calls=before)).offer_label == label


def test_the_label_of_a_longer_name_is_its_title():
    offer = OFFER.model_copy(update={"id": "flat-fee"})
    assert show(planned(1, offer="flat-fee"), [offer]).offer_label == "Flat fee · first call"


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st"), (113, "113th")],
)
def test_ordinals(number, word):
    assert ordinal(number) == word


def test_where_no_offer_is_left_that_is_said():
    state = show(planned(1, offer=None))
    assert (state.script, state.offer_label) == ((), "no offer · first call")
    assert "No offer is left" in state.warning


def test_where_the_answer_is_asked_for_there_is_no_script_and_no_complaint():
    asking = Planned(prospect(1), NextCall(Status.DUE, "They were to pass it on.", ask_for_answer=True))
    state = show(asking)
    assert (state.offer_label, state.warning) == ("ask for the answer · first call", None)


def test_an_offer_that_is_gone_is_named():
    assert "“z”" in show(planned(1, offer="z")).warning


def test_what_is_not_heard_is_said_first():
    assert show(planned(1, offer=None), warning="No microphone.").warning == "No microphone."


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.NO, "No to Firm 1"),
        (Outcome.UNFINISHED, "No to Firm 1"),
        (Outcome.YES, "Yes from Firm 1"),
        (Outcome.NEVER, "Never again to Firm 1"),
        (Outcome.WRONG_NUMBER, "Wrong number of Firm 1"),
    ],
)
def test_undo_names_what_it_takes_back(outcome, words):
    session = Session(logged=(Entry(Call("c", "p1", START, outcome), planned(1)),))
    assert shown(session, Tally(), {}, {}).undo == words


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (None, "Say “Ok”."),
        (Stage(Part.OK), "Say “Ok”."),
        (Stage(Part.PAUSE, ok=0.3, pause=0.2), "Let the pause stand."),
        (Stage(Part.PAUSE, ok=0.3, pause=0.6), "Say “Good-bye”."),
        (Stage(Part.FAREWELL, ok=0.3, pause=0.6), "Say nothing. Let them hang up first."),
        (Stage(Part.SILENCE, silence=2.9), "Say nothing. Let them hang up first."),
        (Stage(Part.SILENCE, silence=3.0), "You may hang up."),
    ],
)
def test_one_cue_at_a_time_while_a_close_goes_on(stage, words):
    assert cue(Phase.CLOSING, stage, Bands()) == words


def test_that_they_have_hung_up_is_the_one_cue():
    assert cue(Phase.CLOSING, Stage(Part.SILENCE, silence=1.0), Bands(), gone=True) == "They have hung up."


def test_no_cue_while_they_talk():
    assert cue(Phase.SCRIPT, None, Bands()) == ""
    assert cue(Phase.YES, None, Bands()) == "Ask “Why?”"
    assert cue(Phase.SCRIPT, None, Bands(), noticed=True) == "A close was heard. Log it as a No?"
