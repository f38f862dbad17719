"""Entry of the frozen console twin: the command line; with ``--window`` first the wizard, its output in the console."""

import sys

if sys.argv[1:2] == ["--window"]:
    from gui.start import main as main_of_window

    sys.exit(main_of_window(sys.argv[2:]))

from core.cli.command_line import main

sys.exit(main())
