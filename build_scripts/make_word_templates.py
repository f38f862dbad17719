"""Make the Word templates of the shipped styles anew, after the layout, the form or a style changed.

    python -m build_scripts.make_word_templates

They lie in ``resources/word`` so that the program need not load python-docx to make a report; a test says when they
are out of date.
"""

from __future__ import annotations

from core.report import Report
from core.resources import resource_path
from core.style_profile import PRESETS, preset
from core.word_layout import build_template
from core.word_template import template_name


def main() -> None:
    """Write one template for each style, in the format that new reports have; others are made when they are needed."""
    form = Report().form
    for profile_id in PRESETS:
        path = resource_path("word") / template_name(form.id, profile_id)
        path.write_bytes(build_template(form, preset(profile_id)))
        print(path.name)


if __name__ == "__main__":
    main()
