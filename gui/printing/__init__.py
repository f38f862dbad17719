"""Papers: the report and its annexes laid out for print."""
