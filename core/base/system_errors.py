"""What an error of the system means: one table of the numbers of Windows and of Linux, for all who ask a disk.

Base floor: imports the standard library only.
"""

import errno
from enum import Enum


class Cause(Enum):
    """Why the system could not do what was asked of a path: the numbers of Windows, and the names of errno.

    Where Windows gives a number of its own it is asked first: a dropped share, a pulled stick and a cloud folder that
    does not answer all arrive as EINVAL, and a drive that is not ready as EACCES.
    """

    MISSING = "2 3 18", "ENOENT ENOTDIR"
    LOOP = "1921", "ELOOP"  # links that lead in a circle
    NAME_INVALID = "123 161", "EILSEQ"
    NAME_TOO_LONG = "111 206", "ENAMETOOLONG"
    IS_FOLDER = "", "EISDIR"
    IN_USE = "32 33 36 108 158 167 170 303 1224", "EBUSY ETXTBSY"
    DENIED = "5 19 1314 1920", "EACCES EPERM EROFS"
    FULL = "39 112 223 1295 1816", "ENOSPC EDQUOT EFBIG"
    VIRUS = "225 226", ""  # the virus scanner of Windows refuses
    NETWORK = (
        "51 52 53 54 55 56 57 58 59 60 64 67 68 70 71 88 121 240 384 1203 1208 1222 1225 1226 1227 1229 1231 1232 1233"
        " 1234 1235 1236 1256 10050 10051 10052 10053 10054 10057 10060 10061 10064 10065",
        "EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET ENONET ENOLINK ECOMM EREMOTEIO EREMCHG ESTALE ETIMEDOUT"
        " ENOTCONN ESHUTDOWN ECONNABORTED ECONNREFUSED ECONNRESET",
    )
    LOGON = (
        "65 86 1219 1240 1244 1272 1311 1326 1327 1328 1329 1330 1331 1385 1396 1398 1907 1909 2202",
        "ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED",
    )
    DEVICE = (
        "15 20 21 22 23 25 26 27 29 30 31 34 433 483 1005 1006 1110 1112 1117 1127 1128 1164 1165 1167 1392 1393",
        "EIO ENODEV ENXIO ENOMEDIUM EMEDIUMTYPE EUCLEAN",
    )
    CLOUD = (  # OneDrive and its like
        "358 362 363 364 365 366 374 375 376 377 378 379 380 381 382 383 386 387 388 389 390 391 392 393 394 395 396"
        " 397 398 404 426",
        "",
    )
    NAME_OR_DISK = "", "EINVAL"  # a name that is refused, or any of the above that did not keep its own number
    OTHER = "", ""

    def __init__(self, windows: str, linux: str) -> None:
        self.windows = frozenset(map(int, windows.split()))
        self.linux = frozenset(getattr(errno, name) for name in linux.split() if hasattr(errno, name))


_BY_WINDOWS: dict[int | None, Cause] = {number: cause for cause in Cause for number in cause.windows}
_BY_ERRNO: dict[int | None, Cause] = {number: cause for cause in Cause for number in cause.linux}


def cause_of(error: OSError) -> Cause:
    """Return what an error of the system means."""
    windows = getattr(error, "winerror", None)
    return _BY_WINDOWS.get(windows) or _BY_ERRNO.get(error.errno, Cause.OTHER)
