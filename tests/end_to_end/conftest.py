"""Fixtures of the window tests."""

from tests.window_fixtures import answers, qapp, real_window, window  # noqa: F401  fixtures are found by name here
