"""The core of the program, without Qt: one room a subject, imports go down only (CONTRIBUTING.md shows the house)."""

from core.base.late import load_late

load_late()

NAME = "政府信息公开工作年度报告"
"""What the program is called."""

__version__ = "1.0.0"
