"""Where the bundle begins: the same function as the command `okbye`."""

import sys

from app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
