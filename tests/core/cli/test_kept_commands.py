"""What commands say, as it was kept."""

from pathlib import Path

from tests.kept import kept
from tests.kept.rooms import commands


def test_what_commands_say_is_as_it_was_kept(tmp_path: Path) -> None:
    kept.check("commands", commands.documents(tmp_path))
