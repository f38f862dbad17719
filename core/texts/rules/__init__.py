"""The rules on texts; what they look for beside numbers lies in rooms: names, dates, cited, debris, listed."""
