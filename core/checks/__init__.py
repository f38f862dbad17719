"""What the checks say: totals, rules, localisation, narrative, progress, comparison with last year."""
