"""The ids of the style profiles that come with the program; what they say is read by ``style_profile``."""

DEFAULT_PROFILE = "windows"
PRESETS = ("windows", "gb2312", "founder")
