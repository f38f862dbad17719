"""Finds numbers of one sentence that ought to add up, and rates that ought to follow from them."""
