"""The trainer's team, imports and reports over the real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.archive import Archive
from app.window.importing.desk import ImportDesk
from app.window.reporting.desk import ReportDesk
from app.window.team.desk import TeamDesk
from app.window.trainer import TrainerDesks
from audio.sound_folder import SoundFolder
from coach.store import backups

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.choices import Choices
    from app.folders import Folders
    from coach.bands import Bands
    from coach.store.opening import Store


def trainer_desks(
    kept: Folders, choices: Choices, bands: Bands, drills: Mapping[str, str], store: Store
) -> TrainerDesks:
    """What a recording is judged by is the profile that is chosen now, what is rehearsed the one of the start."""
    archive = Archive(
        store.takes,
        store.tallies,
        store.reviews,
        store.comments,
        SoundFolder(kept.sound),
        choices.now.rep,
        bands,
        lambda: backups.forget(kept.database),
    )
    team = TeamDesk(
        archive,
        store.team,
        store.reviews,
        store.past,
        store.reps,
        band_file=lambda: choices.now.bands,
        choose_bands=lambda path: choices.change(bands=path),
        profiles=kept.scripts / "timing",
        me=lambda: choices.now.rep,
        call_me=lambda name: choices.change(rep=name),
    )
    return TrainerDesks(
        team,
        ImportDesk(archive, team.bands, team.me, store.calls),
        ReportDesk(archive, drills, bands),
    )
