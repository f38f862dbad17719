"""汇总审核: the desk of the office that collects the yearly reports of all its units.

Reads a folder of other people's files, sets them against the list of units, judges each report and all of them
together (rules B-01 to B-12), and adds up. It writes letters, a ledger, a draft of the government's own report and a
paper on the publishing below its own folder; nothing of the folder that it reads is changed. No windows here.
"""
