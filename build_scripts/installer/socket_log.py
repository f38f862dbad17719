"""Reads what strace has logged of a program's sockets, and says which of it is the use of a network.

Allowed are sockets within this machine's kernel (AF_UNIX) and, where something is printed, what libcups does to ask for
printers: TCP connections to CUPS at port 631 of 127.0.0.1 or ::1, and questions to the kernel about this machine's own
addresses (AF_NETLINK). Any other address or port, any datagram and any waiting for connections is a network's.
"""

import re
from collections import Counter
from collections.abc import Sequence

TRACE = ("strace", "-f", "-qq", "-e", "trace=%network")
_SOCKET = re.compile(r" socket\((AF_\w+), (\w+)")
_LOCAL = ("AF_UNIX",)
_OF_CUPS = (("AF_INET", "SOCK_STREAM"), ("AF_INET6", "SOCK_STREAM"), ("AF_NETLINK", "SOCK_RAW"))
_CUPS = re.compile(r' connect\(\d+, \{.*htons\(631\),.*(inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1",)')
_OWN_END = re.compile(r" getsockname\(")
_WAITS = re.compile(r" (bind|listen|accept4?)\(")


def opened(calls: Sequence[str]) -> Counter[str]:
    """Return how many sockets of each family were opened."""
    return Counter(match[1] for call in calls if (match := _SOCKET.search(call)))


def of_a_network(calls: Sequence[str], *, asks_printer: bool) -> list[str]:
    """Return the calls that only the use of a network needs; ``asks_printer`` says whether something is printed."""
    return [call for call in calls if not _is_allowed(call, asks_printer)]


def _is_allowed(call: str, asks_printer: bool) -> bool:
    if match := _SOCKET.search(call):
        return match[1] in _LOCAL or (asks_printer and (match[1], match[2]) in _OF_CUPS)
    if "AF_INET" in call:
        return asks_printer and bool(_CUPS.search(call) or _OWN_END.search(call))
    return not _WAITS.search(call) or "AF_UNIX" in call or "AF_NETLINK" in call
