"""Whether a number of a table can be trusted: not while an error speaks of it, of its parts, or of a sum it is in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from core.checks.findings import Finding
from core.form.form_definition import FormDefinition


def is_doubted(form: FormDefinition, code: str, findings: Iterable[Finding]) -> bool:
    """Return whether an error of the tables concerns a number; one about a text says nothing against the table."""
    errors = (finding for finding in findings if finding.level == "error" and not finding.places)
    near = _near(form, code)
    return any(not near.isdisjoint(finding.cells) for finding in errors)


@cache
def _near(form: FormDefinition, code: str) -> frozenset[str]:
    """Return a number with those it is made of, and those of each sum and balance that it stands in."""
    parts = {e.computes: [part for part, _ in e.right] for e in form.equations if e.computes}
    found, waiting = set[str](), [code]
    while waiting:
        found.add(waiting[-1])
        waiting += [part for part in parts.get(waiting.pop(), []) if part not in found]
    return frozenset(found.union(*(e.codes for e in form.equations if code in e.codes)))
