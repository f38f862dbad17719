"""The lowest floor: errors, shipped and user files, writing whole, limits for files from others."""
