"""What each control of a live call is called, what it does, and which key presses it in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coach.calls.call import SaidNo
from coach.live.state import Phase, Press

if TYPE_CHECKING:
    from collections.abc import Mapping


class Control(NamedTuple):
    """`key` presses it in the window, as it is printed; what stands in the row has the key of its place."""

    words: str
    about: str
    key: str = ""


class Keys(NamedTuple):
    """What is printed: the keys of the three places in the row, and those of the small buttons."""

    places: tuple[str, str, str]
    small: Mapping[Press, str]


CONTROLS: Final[Mapping[Press, Control]] = {
    Press.NO: Control("No", "They said no, in whatever words. Now the close."),
    Press.YES: Control("Yes", "They want it: ask why, and do not close."),
    Press.UNCLEAR: Control("Unclear", "Shows the sentence that asks what they mean."),
    Press.GATEKEEPER: Control("Gatekeeper", "Somebody answered for them.", "G"),
    Press.VOICEMAIL: Control("Voicemail", "A machine answered.", "V"),
    Press.MESSAGE: Control("Text or email", "A text or an email was sent in place of a call.", "T"),
    Press.NO_ANSWER: Control("No answer", "Nobody answered.", "A"),
    Press.WRONG_NUMBER: Control("Wrong number", "The number is not theirs.", "W"),
    Press.NEVER: Control("Never call again", "They never want to hear from you again: no later call goes there.", "X"),
    Press.MESSAGE_LEFT: Control("Message left", "You left a message."),
    Press.NO_MESSAGE: Control("No message", "You left none."),
    Press.HUNG_UP: Control("Hung up", "You hung up: the call is logged."),
    Press.THEY_WENT_FIRST: Control("They went first", "They hung up: the call is logged."),
    Press.ASKED_TO_STAY: Control("Asked to stay", "They want to go on: back to the call, and no No is logged."),
    Press.NEXT: Control("Next prospect", "Goes on to the next prospect; a close that goes on is logged.", "N"),
    Press.SKIP: Control("Skip", "The next prospect; nothing is logged.", "S"),
    Press.UNDO: Control("Undo", "Takes back the last entry.", "Ctrl+Z"),
    Press.BACK: Control("Back", "Back to the script; nothing is logged."),
}

# What stands in the row of large buttons, the one key's first.
ROWS: Final[Mapping[Phase, tuple[Press, ...]]] = {
    Phase.NOBODY: (Press.NO, Press.YES, Press.UNCLEAR),  # as they will be
    Phase.SCRIPT: (Press.NO, Press.YES, Press.UNCLEAR),
    Phase.CLARIFY: (Press.NO, Press.YES, Press.BACK),
    Phase.YES: (Press.NEXT, Press.NO),
    Phase.MESSAGE_LEFT: (Press.NO_MESSAGE, Press.MESSAGE_LEFT, Press.BACK),
    Phase.CLOSING: (Press.HUNG_UP, Press.THEY_WENT_FIRST, Press.ASKED_TO_STAY),
}
SMALL: Final = (Press.GATEKEEPER, Press.VOICEMAIL, Press.MESSAGE, Press.NO_ANSWER, Press.WRONG_NUMBER, Press.SKIP)

IN_THE_WINDOW: Final = Keys(("F9", "F10", "F11"), {press: control.key for press, control in CONTROLS.items()})


def one_key(key: str) -> Keys:
    """For a window that never has the focus: only the global key is heard."""
    return Keys((key, "", ""), {})


# How they said no: on the button, and in full. That nobody answered a message is nothing to be tapped.
HOW: Final[Mapping[SaidNo, tuple[str, str]]] = {
    SaidNo.PLAIN: ("plain", "A plain no."),
    SaidNo.HAVE_SOMEONE: ("have one", "They have someone for that."),
    SaidNo.BUSY: ("busy", "They were busy."),
    SaidNo.SEND_SOMETHING: ("send it", "They asked for something in writing."),
    SaidNo.OBJECTION: ("objection", "They raised an objection."),
    SaidNo.HUNG_UP: ("hung up", "They hung up."),
}
