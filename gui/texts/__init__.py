"""The narrative texts and what belongs to them."""
