"""The names that can be pressed from outside. Plain words: the command that presses must start at once."""

from __future__ import annotations

from typing import Final

# As `coach.live.state.Press` has them; a test holds the two together.
LIVE: Final = (
    "no",
    "yes",
    "unclear",
    "gatekeeper",
    "voicemail",
    "text_or_email",
    "no_answer",
    "wrong_number",
    "never_again",
    "message_left",
    "no_message",
    "hung_up",
    "they_went_first",
    "asked_to_stay",
    "next",
    "skip",
    "undo",
    "back",
)
REHEARSE: Final = ("start", "stop", "hang_up", "try_again", "next", "hear_self", "hear_sample")
CALLING: Final = ("start_calling", "stop_calling")
SHOW: Final = "show"  # brings the window to the front

NAMES: Final = tuple(dict.fromkeys((*LIVE, *CALLING, *REHEARSE, SHOW)))
