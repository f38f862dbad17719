"""Commands run in this process, and what they answer in JSON."""

from __future__ import annotations

import json

import pytest

from core.base.resources import resource_path
from core.cli.command_line import main

SAMPLE = resource_path("samples", "示例.xlsx")


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = main([str(a) for a in arguments])
    return code, json.loads(capsys.readouterr().out)
