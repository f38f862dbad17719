"""Reads applications told in other orders: new and carried in, by rows in clauses, as stories, as sums of names."""
