"""The open report: its session, its undo steps, its file, its autosave."""
