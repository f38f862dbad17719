"""Measures speed and memory against a floor or a peer of the same run; no test waits for these."""
