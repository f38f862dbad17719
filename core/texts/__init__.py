"""Reads the texts of a report: what their numbers speak of, and the rules on texts (N-01 to N-26, T2-06).

Importing the package registers the rule functions.
"""

from core.texts import citation_rules, comparison_rules, content_rules, sum_rules, wording_rules
from core.texts.claims import Claim, claims

__all__ = ["Claim", "citation_rules", "claims", "comparison_rules", "content_rules", "sum_rules", "wording_rules"]
