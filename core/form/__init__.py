"""The form as data: labels, cells, rules and style profiles, read from TOML."""
