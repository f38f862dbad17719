"""What the rules say of each text of a set, a line each: kept, so that no change of them goes unnoticed.

``at1-004 N-07 warning t2.fees.amount 8-31 · 5f3a91c0``: the id, what is found (rule, level, cells, places), and a
digest of the sentences of the findings and of how each number of the text is read.
"""

from __future__ import annotations

from hashlib import sha256

from core.checks.findings import Finding
from core.checks.rules import CheckContext
from core.texts.claims.claims import claims


def judgement(line_id: str, context: CheckContext, findings: list[Finding]) -> str:
    """Return the line that is kept for a text."""
    ordered = sorted(findings, key=lambda f: (f.rule_id, f.places, f.cells, f.message))
    read = [(c.place, c.quote, c.meaning, c.cells, c.table_value, c.agrees, c.rule_id) for c in claims(context)]
    said = [(f.message, f.topic, f.key) for f in ordered]
    digest = sha256(repr((said, read)).encode()).hexdigest()[:8]
    return " · ".join([line_id, *map(_found, ordered), digest])


def _found(finding: Finding) -> str:
    places = dict.fromkeys(f"{place.start}-{place.end}" for place in finding.places)
    return " ".join([finding.rule_id, finding.level, *finding.cells, *places])
