"""Reads a text: what each of its numbers was told of. It asks no table; a kind of reading brings along its judge.

``reader`` gives each sentence to ``counts``, number by number, and then to the rooms of readers; these know what a
``sentence`` is, what a number is ``told`` to be, and ``shares``, but not one another.
"""
