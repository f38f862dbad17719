"""Spells out the words of the vocabulary that are written with choices."""

from __future__ import annotations

from core.base.patterns import pattern

_CHOICE = pattern(r"\(([^()]*)\)")


def spelled_out(word: str) -> list[str]:
    """Return the words that one with choices stands for: 补正(后|以后)仍(不明确|不清楚) are four."""
    choice = _CHOICE.search(word)
    if not choice:
        return [word]
    tails = spelled_out(word[choice.end() :])
    return [word[: choice.start()] + one + tail for one in choice[1].split("|") for tail in tails]
