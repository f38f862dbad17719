"""Fixtures of the window tests."""

from tests.window_fixtures import answers, qapp, window  # noqa: F401  fixtures are found by name here
