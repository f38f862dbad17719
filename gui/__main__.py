"""Starts the wizard: ``python -m gui [DRAFT.xlsx]``."""

import sys

from gui.start import main

if __name__ == "__main__":
    sys.exit(main())
