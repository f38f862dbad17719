"""The command line: arguments, what it says and in which encoding.

What it does is done by the rooms below; nothing is worked out here.
"""
