"""What the user has chosen: one frozen object, one JSON file that is always replaced whole."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coach import whole_file
from coach.errors import SettingsError


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user, in some containers
        return "me"


class Settings(BaseModel):
    """Change one with `model_copy(update=…)` and `save` the copy; keys of a newer version stay in it."""

    model_config = ConfigDict(frozen=True, extra="allow")

    input_device: Annotated[
        str | None, Field(description="The microphone by its name; none is the system's own choice.")
    ] = None
    output_device: Annotated[
        str | None, Field(description="Where takes are played, by its name; none is the system's own choice.")
    ] = None
    rep: Annotated[str, Field(min_length=1, max_length=200, description="Whose takes these are.")] = Field(
        default_factory=_login_name
    )
    caller: Annotated[str, Field(max_length=200, description="The rep as an offer names them: {caller}.")] = ""
    firm: Annotated[str, Field(max_length=200, description="The firm as an offer names it: {firm}.")] = ""
    farewell: Annotated[
        Literal["good-bye", "goodbye", "bye-now", "bye"], Field(description="The word that ends the call.")
    ] = "good-bye"
    sample_voice: Annotated[str, Field(description="Whose voice the samples have.")] = "af_heart"
    bands: Annotated[
        Path | None, Field(description="The timing profile to judge by; none is the one that comes with the program.")
    ] = None
    drill: Annotated[str, Field(max_length=200, description="What is rehearsed: the name of a drill.")] = "plain"
    offer: Annotated[str, Field(max_length=100, description="What is rehearsed with: the name of an offer.")] = "a"
    round_takes: Annotated[
        int | None, Field(ge=1, le=500, description="How many takes a round has; none is a round without end.")
    ] = None
    round_minutes: Annotated[
        float | None, Field(gt=0, le=600, description="How long a round lasts, where it has no number of takes.")
    ] = None
    keep_sound_days: Annotated[
        Literal[30, 90, 365] | None,
        Field(description="For how many days the sound of a take is kept; none is for ever. Its numbers stay."),
    ] = None
    theme: Annotated[Literal["system", "light", "dark"], Field(description="Light, dark, or as the system is.")] = (
        "system"
    )
    text_scale: Annotated[int, Field(ge=80, le=200, description="The size of all text, in per cent.")] = 100
    other_device: Annotated[
        str | None,
        Field(description="Where the other side is heard in a live call, by its name; none is that nobody listens."),
    ] = None
    live_sound: Annotated[
        bool, Field(description="Whether the rep's own sound is kept in live calls; the other side's never is.")
    ] = False
    hands_free: Annotated[
        Literal["offer", "log"],
        Field(description="A close heard without a key is offered as a No, or logged as one by itself."),
    ] = "offer"
    global_key: Annotated[
        str, Field(max_length=60, description="The key that says No wherever the focus is; empty is none.")
    ] = "F9"
    softphone: Annotated[bool, Field(description="Whether Dial opens a tel: link in the softphone.")] = False
    region: Annotated[
        str, Field(pattern="^[A-Z]{2}$", description="The country of numbers that are written without one.")
    ] = "US"
    list_columns: Annotated[
        dict[str, str], Field(description="What each column of the last imported list was taken for.")
    ] = Field(default_factory=dict)
    companion: Annotated[str, Field(description="Place and size of the companion, as it wrote them.")] = ""
    companion_scale: Annotated[int, Field(ge=80, le=200, description="Its text, in per cent.")] = 100
    companion_opacity: Annotated[int, Field(ge=40, le=100, description="How opaque it is, in per cent.")] = 100
    set_up: Annotated[
        Literal["no", "skipped", "done"], Field(description="Whether the microphone was set up, or the set-up left.")
    ] = "no"
    pause_error_s: Annotated[
        float | None, Field(ge=0, description="How far off a pause may be with this microphone in this room, seconds.")
    ] = None
    window: Annotated[str, Field(description="Place and size of the window, as the window wrote them.")] = ""


def load(path: Path) -> tuple[Settings, str | None]:
    """Read the settings; where that fails, the defaults and a sentence that says what became of the file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), f"The settings cannot be read ({error.strerror}): {path}. The defaults are used this time."
    except UnicodeDecodeError:
        return Settings(), _moved_aside(path, "it is not text")
    try:
        return Settings.model_validate_json(text), None
    except ValidationError as error:
        return Settings(), _moved_aside(path, _reason(error))


def save(path: Path, settings: Settings) -> None:
    """Replace the file as a whole: a crash leaves the old one or the new one. Raise `SettingsError`."""
    text = json.dumps(settings.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"
    try:
        whole_file.replace(path, text.encode())
    except OSError as error:
        raise SettingsError(
            f"The settings could not be saved ({error.strerror}): {path}. "
            "The earlier ones are as they were. Make room or allow the folder, and choose again."
        ) from error


def _moved_aside(path: Path, reason: str) -> str:
    broken = path.with_name(path.name + ".broken")
    try:
        path.replace(broken)
    except OSError:
        return f"The settings file cannot be understood ({reason}): {path}. The defaults are used this time."
    return f"The settings file could not be understood ({reason}). It is kept as {broken}; the defaults are used now."


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]
