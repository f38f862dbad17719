"""Reads reviews and lawsuits that are told by their body, their way or what came of them."""
