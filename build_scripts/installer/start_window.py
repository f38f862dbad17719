"""Entry of the frozen program: the wizard."""

import sys

from gui.start import main

sys.exit(main())
