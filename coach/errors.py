"""What can go wrong above the sound, in words for the user.

CoachError
├── BadScript       a file in scripts/ (or the user's own) that does not say what it should
├── StoreError      the takes cannot be read or written
│   ├── NewerStore      they were written by a newer version of this program
│   ├── LockedStore     another program is using them; it goes on when that one is done
│   └── DamagedStore    their file is damaged; the last good backup may take its place
├── ListError       a call list cannot be read from a file, or written to one
├── ParcelError     takes cannot be written to one file, or a file of takes cannot be read
└── SettingsError   the settings cannot be written
"""

from __future__ import annotations


class CoachError(Exception):
    """Its text is shown to the user as it stands: what happened, what is safe, what to do."""

    kind = "coach"


class BadScript(CoachError):
    kind = "bad_script"


class StoreError(CoachError):
    kind = "store"


class NewerStore(StoreError):
    kind = "newer_store"


class LockedStore(StoreError):
    kind = "locked_store"


class DamagedStore(StoreError):
    kind = "damaged_store"


class ParcelError(CoachError):
    kind = "parcel"


class ListError(CoachError):
    kind = "list"


class SettingsError(CoachError):
    kind = "settings"
