"""Looks into the .deb with Debian's checkers: lintian for the package, appstreamcli for the software centres."""

import re
from collections import Counter
from pathlib import Path

from build_scripts.installer.steps import BuildError, run

NEEDED = {"lintian": "lintian", "appstreamcli": "appstream"}
INHERENT_TAGS = {
    "dir-or-file-in-opt": "UOS 要求装在 /opt/apps",
    "custom-library-search-path": "程序自带的库在自己的文件夹里找",
    "embedded-library": "不依赖系统的库，所以自带",
    "shared-library-lacks-prerequisites": "Python 的扩展模块由解释器载入",
    "library-not-linked-against-libc": "ICU 的数据",
    "hardening-no-pie": "PyInstaller 的引导程序",
}
"""What lintian finds in every package of this kind, and why it stays."""
_STORE_TAGS = {
    "no-changelog": "商店的包不能有 /usr，在 files/doc",
    "no-copyright-file": "同上",
}
APPSTREAM_TAG = "appstream-metadata-validation-failed"
"""What lintian says of any fault in the data; which one, only appstreamcli tells."""
_TAG = re.compile(r"^[EWIPX]: \S+: (\S+)", re.MULTILINE)


def check_deb(deb: Path, work: Path, *, for_store: bool = False) -> None:
    """Print what lintian finds; ``work`` is for unpacking.

    Raises:
        BuildError: There is something among it that can be mended, or the data of software centres have a fault.
    """
    options = ["--allow-root", "--tag-display-limit", "0", "--suppress-tags", APPSTREAM_TAG]
    said = run(["lintian", *options, deb], accepts=(0, 2))
    tags = Counter(_TAG.findall(said))
    known = {**INHERENT_TAGS, **(_STORE_TAGS if for_store else {})}
    fixable = tags.keys() - known.keys()
    if fixable:
        raise BuildError("\n".join(line for line in said.splitlines() if any(tag in line for tag in fixable)))
    print("".join(f"   {tag} {count} 处：{known[tag]}\n" for tag, count in tags.most_common()), end="")
    run(["dpkg-deb", "--extract", deb, work])
    for data in (work / "usr" / "share" / "metainfo").glob("*.xml"):
        run(["appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info", data])  # there is none
        print(f"   {data.name} 合格")
