"""Screens that nobody sees, of a size of their own: Qt's offscreen platform alone has one of 800 by 800."""

import json
from pathlib import Path

_KNOWN = Path(__file__).parents[1] / "picture_screen.json"


def platform_of(folder: Path, width: int, height: int) -> str:
    """Say what ``QT_QPA_PLATFORM`` must be for a screen of so many pixels, described in a file in that folder."""
    known = json.loads(_KNOWN.read_text(encoding="utf-8"))
    described = folder / f"screen-{width}.json"
    sized = {**known, "screens": [{**known["screens"][0], "width": width, "height": height}]}
    described.write_text(json.dumps(sized), encoding="utf-8")
    return f"offscreen:configfile={described}"
