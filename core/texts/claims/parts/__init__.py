"""Judges numbers that are parts of what the tables have, or of a number told before or behind them."""
