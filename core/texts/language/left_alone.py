"""The words in which the list of numbers says why one is not compared; passes ask for them too."""

OF_SOME = "其中一部分"
"""Most numbers are those of some of what the table counts."""
