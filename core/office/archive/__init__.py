"""归档: everything that went out with a published report in one folder, with lists by which it is verified.

Two lists protect each other: 目录.xlsx for people, and 校验.txt, which holds size and SHA-256 of every file, 目录.xlsx
included, and ends with the 归档码 over all of that. Whoever changes one thing is found; whoever writes all of it
anew is found only by the 归档码 that was noted elsewhere, such as in the draft. Files of an archive are those of
others: they are listed and hashed here, and read by the readers that know limits.
"""
