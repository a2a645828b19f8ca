"""Says that a file is in use by a living program; the system takes the word back when that program dies."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    # Windows locks bytes against reading too, so the byte lies where no sound file ever reaches.
    _FAR_BYTE = 2**40

    def claim(file: int) -> bool:
        """Claim the open file; False if another holds it. Closing the file lets it go."""
        here = os.lseek(file, 0, os.SEEK_CUR)
        try:
            os.lseek(file, _FAR_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, here, os.SEEK_SET)
        return True

else:
    import fcntl

    def claim(file: int) -> bool:
        """Claim the open file; False if another holds it. Closing the file lets it go."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: nobody can hold it
            return True
        return True
