"""Days as papers write them: 2026年1月5日."""

from datetime import date, datetime


def day_in_words(day: date) -> str:
    """Return a day as it stands in a paper."""
    return f"{day.year}年{day.month}月{day.day}日"


def moment_in_words(moment: date) -> str:
    """Return a day, with the time of day where it is known: 2026年1月5日 9:05."""
    time = f" {moment.hour}:{moment.minute:02}" if isinstance(moment, datetime) else ""
    return day_in_words(moment) + time


def iso_in_words(text: str) -> str:
    """Return a day that was noted as YYYY-MM-DD; what somebody made of it in Excel stays as it is."""
    try:
        year, month, day = map(int, text.split("-"))
    except ValueError:
        return text
    return f"{year}年{month}月{day}日"
