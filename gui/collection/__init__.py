"""汇总审核 in the window: the desk of the office that collects the reports of its units. No other room knows it."""
