"""Reads amounts and large numbers: fees by rate or in other units, digits that changed places, numbers by the way."""
