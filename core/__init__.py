"""The core of the program, without Qt: five floors and the command line; imports go down only.

``cli`` the command line · ``files`` every file format and the life of a draft · ``checks`` what is wrong and why ·
``content`` the open report · ``form`` the national format as data · ``base`` errors, shipped and user files, limits.
"""

NAME = "政府信息公开工作年度报告"
"""What the program is called."""

__version__ = "0.1.0"
