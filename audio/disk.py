"""A file for soundfile to write to that keeps the reason when the disk refuses."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer


class Disk(io.FileIO):
    """libsndfile's callbacks can carry no exception: what goes wrong in one is kept in `refused`."""

    refused: OSError | None = None

    def write(self, data: Buffer, /) -> int:
        """Write all of it; a disk that has room for a part would only say so the next time."""
        left = memoryview(data)
        try:
            while left and not self.refused:
                left = left[super().write(left) :]
        except OSError as error:
            self.refused = error
        return memoryview(data).nbytes - left.nbytes
