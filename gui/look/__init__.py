"""How the program looks, and what the clerk has set."""
