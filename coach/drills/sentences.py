"""What the rep reads after a drill, beside the sentences on the close itself. Only what was measured is said."""

from __future__ import annotations

from typing import Final

from coach.sentences import FAULTS, NAMES, Fault

_CLOSE: Final = "Say “Ok”, leave a clear pause, then say “Good-bye”."
_ASK: Final = "Ask once what they mean: “Does that mean you want it, or not?”"

# In the order in which they matter: what the drill is about comes before how the close was.
DRILL_FAULTS: Final[tuple[Fault, ...]] = (
    ("no_close", "on a yes", "You closed on a yes.", "Ask “Why?”, and go on."),
    ("no_close", "hung up", "You hung up on a yes.", "Stay on the line. Ask “Why?”, and go on."),
    ("no_close", "only “Ok”", "Only “Ok” was heard after their yes.", "Ask “Why?”, and go on."),
    ("no_close", "nothing said", "Nothing was heard after their yes.", "Ask “Why?”, and go on."),
    (
        "no_close",
        "on a machine",
        "You closed on a voice mail.",
        "A machine has not said no. Hang up, or leave a message.",
    ),
    ("no_close", "on nobody", "You closed, and nobody was there.", "Where nobody answers, hang up without a word."),
    ("no_close", "spoke", "You spoke for {}, and nobody was there.", "Where nobody answers, hang up without a word."),
    ("message", "none", "You closed without a message.", "Say in a sentence what you offer, and for whom. Then close."),
    ("message", "short", "Your message took {}.", "Say in a sentence what you offer, and for whom."),
    ("clarified", "vague", "You closed on a vague answer.", _ASK),
    ("clarified", "question", "You closed on a question.", _ASK),
    ("clarified", "not asked", "You did not ask what their answer means.", _ASK),
    ("clarified", "not awaited", "You closed before they had answered.", "Ask once, then wait for their answer."),
    ("waited", "too early", "You closed before they had answered.", "Wait for their answer, then close on a no."),
    (
        "waited",
        "spoke again",
        "You spoke again after {} of their silence.",
        "Wait for their answer, however long it feels.",
    ),
    (
        "stayed",
        "hung up",
        "You hung up on someone who asked you to wait.",
        "When they ask you to wait, stay on the line.",
    ),
    (
        "stayed",
        "closed",
        "You closed on someone who asked you to wait.",
        "When they ask you to wait, stay on the line.",
    ),
    (
        "welcome",
        "missing",
        "Nothing was heard after their thanks.",
        "When they thank you and mean it, say “You’re welcome”.",
    ),
    ("welcome", "more", "You spoke for {} after their thanks.", "“You’re welcome” is enough. Then stay silent."),
    ("before_ok", "went on", "You spoke for {} after their no.", f"Their no is the answer. {_CLOSE}"),
    (
        "before_ok",
        "more",
        "You spoke for {} before “Ok”.",
        "Their no is the answer. Do not argue, ask why or ask for a better time: say “Ok”.",
    ),
    (
        "before_ok",
        "again",
        "You spoke for {} after their second answer.",
        f"Asked once is enough: not a yes is a no. {_CLOSE}",
    ),
    ("close", "missing", "Nothing was heard after their no.", _CLOSE),
)
EVERY_FAULT: Final[tuple[Fault, ...]] = (*DRILL_FAULTS, *FAULTS)

DRILL_NAMES: Final = {
    **NAMES,
    "before_ok": "what was said before “Ok”",
    "welcome": "the length of what you said to their thanks",
    "message": "the length of the message",
}

# What to read where all was right.
CLEAN_CLOSE: Final = ("A clean close.", "Keep it just so.")
ASKED_THEN_CLOSED: Final = ("A clean close.", "You asked once, and took their answer.")
THANKED: Final = ("A clean close.", "“You’re welcome” answers thanks that are meant.")
THEY_WENT: Final = ("They hung up first.", "That is never your fault.")
STAYED: Final = ("You stayed.", "They asked you to wait, and you were still there.")
WENT_ON: Final = ("You did not close.", "A yes is answered with “Why?”, and the conversation goes on.")
ASKED_THEN_WENT_ON: Final = ("You asked once.", "They said yes, and you did not close on it.")
NO_MESSAGE: Final = ("You hung up without a word.", "A machine has not said no.")
LEFT_MESSAGE: Final = ("You did not close.", "A machine has not said no.")
NOBODY: Final = ("You hung up without a word.", "There was nobody to close with.")
PASSED_ON: Final = ("The message is left.", "They may be called again in a few days.")

# Where nothing could be judged.
HUNG_UP_EARLY: Final = (
    "You hung up before they had answered.",
    "Read the offer to its end, then wait for their answer.",
)
BOTH_AT_ONCE: Final = (
    "You and they were heard at once.",
    "Let them finish, then say “Ok”. Without a headset their voice reaches the microphone too.",
)
