"""The colours, light and dark; nowhere else in the program is a colour written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Colours:
    """Named by what they are for. Text on its ground keeps a contrast of 4.5 : 1."""

    page: str
    panel: str
    ink: str
    soft: str
    line: str
    accent: str
    accent_soft: str
    on_accent: str
    track: str  # what a bar fills, and the tile that is not its turn yet
    aside: str  # the ground behind other speech in a waveform
    voice: str  # the ground behind a heard word in a waveform
    noise: str  # a bar of the waveform in which nobody speaks
    unsure: str
    wrong: str


LIGHT = Colours(
    page="#F6F5F1",
    panel="#FFFFFF",
    ink="#1D2328",
    soft="#5C666E",
    line="#E2DFD7",
    accent="#0E6E66",
    accent_soft="#D8ECE8",
    on_accent="#FFFFFF",
    track="#EEEAE3",
    aside="#EAEBEC",
    voice="#E3EEEC",
    noise="#8A949B",
    unsure="#A45A08",
    wrong="#B3261E",
)

DARK = Colours(
    page="#14171A",
    panel="#1C2024",
    ink="#E9ECEE",
    soft="#9AA5AD",
    line="#2C3237",
    accent="#4FC3B4",
    accent_soft="#17403B",
    on_accent="#0F1417",
    track="#272C31",
    aside="#2B2F34",
    voice="#1D3634",
    noise="#707B84",
    unsure="#E7A84F",
    wrong="#F2877E",
)


# By which reps are told apart, where their trainer gave them one: light and dark. Each stands beside a name.
OF_REPS: Final[dict[str, tuple[str, str]]] = {
    "teal": ("#0E6E66", "#4FC3B4"),
    "blue": ("#2F63A8", "#7FB0EA"),
    "violet": ("#6B4FA0", "#B79BE8"),
    "rose": ("#A83A68", "#EE92B8"),
    "rust": ("#A4511E", "#E79A6A"),
    "ochre": ("#836400", "#D9BA55"),
    "moss": ("#4F7030", "#A4CB80"),
    "slate": ("#55626C", "#A9B6C0"),
}


def of_rep(colours: Colours, name: str | None) -> str | None:
    """Nothing for a colour of another version, as for none."""
    pair = OF_REPS.get(name or "")
    return None if pair is None else pair[colours is DARK]
