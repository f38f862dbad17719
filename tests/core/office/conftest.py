"""Reading processes of these tests go on."""

from tests.warm_readers import warm_readers  # noqa: F401  fixtures are found by name here
