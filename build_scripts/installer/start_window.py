"""Entry of the frozen program: the wizard."""

import sys

from gui.app import main

sys.exit(main())
