"""The windows of the program: they show the core and hand it what is typed."""
