"""Make the Word templates of the shipped styles anew, after the layout, the form or a style changed.

    python -m build_scripts.make.word_templates

They lie in ``resources/word`` so that the program need not load python-docx to make a report; a test says when they
are out of date.
"""

from pathlib import Path

from core.base.resources import resource_path
from core.report.report import Report
from core.word.layout import build_template
from core.word.shipped_styles import PRESETS
from core.word.style_profile import preset
from core.word.template import read_template, template_name


def main() -> None:
    """Write the templates of the format that new reports have."""
    form = Report().form
    for profile_id in PRESETS:
        profile = preset(profile_id)
        _write(resource_path("word") / template_name(form.id, profile_id), build_template(form, profile))


def _write(path: Path, data: bytes) -> None:
    """Write a template unless the same is there: a new date alone is no change."""
    if path.exists() and read_template(path.read_bytes(), preset()) == read_template(data, preset()):
        return
    path.write_bytes(data)
    print(path.name)


if __name__ == "__main__":
    main()
