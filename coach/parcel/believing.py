"""Everything that a damaged or hostile file can do to its reader, as one kind of sentence."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import ValidationError

from coach.errors import ParcelError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def believed(path: Path) -> Iterator[None]:
    """Read something of the parcel at `path`. Raise `ParcelError`, whatever is wrong with it."""
    try:
        yield
    except ValidationError as error:
        raise refused(path, f"its text is not that of a take ({error.errors()[0]['msg']})") from error
    except FileNotFoundError as error:
        raise ParcelError(f"There is no file {path}. Nothing was changed.") from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OverflowError) as error:
        raise refused(path, str(error) or type(error).__name__) from error
    except OSError as error:
        raise ParcelError(f"{path.name} could not be read ({error.strerror}). Nothing of it was used.") from error


def refused(path: Path, why: str) -> ParcelError:
    return ParcelError(
        f"{path.name} is not a file of takes that this program can read: {why}. Nothing of it was used, and your takes "
        "are as they were. Ask for it to be exported again."
    )
