"""The stages of a report that a file can be made of: 草稿, 送审稿, 定稿."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Stage = Literal["draft", "review", "final"]
STAGE_NAMES: Mapping[Stage, str] = {"draft": "草稿", "review": "送审稿", "final": "定稿"}
"""What is printed and said of each stage, by what the command line calls it."""
