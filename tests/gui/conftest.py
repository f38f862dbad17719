"""Fixtures of the window tests."""

from tests.warm_readers import warm_readers  # noqa: F401  fixtures are found by name here
from tests.window_fixtures import answers, qapp, real_window, window  # noqa: F401  fixtures are found by name here
from tests.workbooks_read_once import workbooks_read_once  # noqa: F401  fixtures are found by name here
