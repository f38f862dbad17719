"""The rules on texts, and what they look for beside numbers: years, names, references, debris, repetition."""
