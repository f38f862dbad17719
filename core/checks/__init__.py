"""Checks of numbers: findings, rules that are sums, rules that are functions, and which number is wrong.

Words are read in ``texts``; what runs the rules is ``validation``.
"""
