"""Tries what may go wrong with the setup: try_setup_failures OLD-SETUP NEW-SETUP SMALL-DRIVE.

Run by a Windows Python, under Wine or on a PC. A held file, a running program, a full disk, a killed or broken off
setup, always silent: all files are then those of the old or those of the new program, compared by hash. The small drive
is an empty one of about 160 MB, such as T:; without it ("-") the disk is never full.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from build_scripts.installer import trial

assert sys.platform == "win32", "to be run by a Python for Windows"

BASE = Path("C:\\用户 甲\\试装 失败")
PARTS = ("nianbao.exe", "nianbao-cli.exe", "_internal", "uninstall.exe")  # in the order in which the old ones go
KILLS = 6


def main(old: str, new: str, small_drive: str) -> None:
    """Go through all steps; an assertion ends the trial."""
    shutil.rmtree(BASE, ignore_errors=True)  # of an earlier trial
    failures = Failures(old, new, BASE / "程序")
    failures.held()
    failures.running()
    failures.new_held()
    failures.killed()
    failures.uninstall_held()
    if small_drive == "-":
        trial.say("没有小磁盘，不试磁盘已满")
    else:
        failures = Failures(old, new, Path(f"{small_drive}\\试装"))
        failures.full()
        failures.filled()
        failures.broken_off()
        failures.full_at_first()
    print(trial.PASSED)


class Failures:
    """The steps; each begins with the old program, installed anew."""

    def __init__(self, old: str, new: str, top: Path) -> None:
        self._old, self._new, self._top = old, new, top
        self._home = top / "nianbao"
        trees = []
        for setup, copy in ((old, BASE / "旧版"), (new, BASE / "新版")):
            trial.install(setup, top)
            trees.append(trial.tree(self._home))
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(self._home, copy)
        self._old_tree, self._new_tree = trees
        common = self._old_tree.keys() & self._new_tree.keys()
        differ = sum(self._old_tree[name] != self._new_tree[name] for name in common)
        assert differ > len(common) / 2, differ  # else a mixture could not be told
        trial.say(f"旧版 {len(self._old_tree)} 个文件，新版 {len(self._new_tree)} 个，同名而内容不同的 {differ} 个")

    def held(self) -> None:
        """A library is held so that it cannot be deleted, as virus scanners do."""
        trial.install(self._old, self._top)
        with trial.held(self._home / "_internal" / "PySide6" / "plugins" / "platforms" / "qwindows.dll"):
            self._fails(trial.IN_USE)
        self._upgrade()
        trial.say(f"DLL 被占用：退出码 {trial.IN_USE}，旧版完整；放开后升级，新版完整")

    def running(self) -> None:
        """The program stays open."""
        trial.install(self._old, self._top)
        program = subprocess.Popen([str(self._home / "nianbao.exe")])
        try:
            self._fails(trial.IN_USE)
            assert program.poll() is None
        finally:
            program.kill()
            program.wait()
        trial.say(f"程序一直开着：退出码 {trial.IN_USE}，旧版完整")

    def new_held(self) -> None:
        """One of the new files is held when all others are in their place."""
        trial.install(self._old, self._top)
        new = self._home / "_new" / "nianbao.exe"
        process = subprocess.Popen(trial.silently(self._new, self._top))
        trial.wait_until(new.exists, "it does not unpack")
        with trial.held(new):
            assert process.wait(120) == trial.IN_USE, process.returncode
        assert trial.tree(self._home) == self._old_tree  # what is held in _new goes with the next setup
        process = subprocess.Popen(trial.silently(self._new, self._top))
        trial.wait_until(lambda: not new.exists(), "it does not remove what was left")
        trial.wait_until(new.exists, "it does not unpack")
        with trial.held(new):
            time.sleep(10)
        assert process.wait(120) == 0, process.returncode
        trial.expect_whole(self._home, self._new_tree)
        trial.say(f"新的文件一直被占用：退出码 {trial.IN_USE}，旧版完整；过一会儿放开，新版完整")

    def killed(self) -> None:
        """The setup is killed while it unpacks, each time a little later."""
        seen = []
        for number in range(KILLS):
            trial.install(self._old, self._top)
            process = subprocess.Popen(trial.silently(self._new, self._top))
            trial.wait_until((self._home / "_new").exists, "it does not unpack")
            time.sleep(0.25 * number)
            process.kill()
            process.wait()
            found = trial.tree(self._home)
            assert found in (self._old_tree, self._new_tree), number
            seen.append("旧版" if found == self._old_tree else "新版")
            self._upgrade()
        trial.say(f"安装程序被强行结束，留下完整的 {'、'.join(seen)}；再装一次，新版完整")

    def uninstall_held(self) -> None:
        """A library is held while the program is uninstalled."""
        with trial.held(self._home / "_internal" / "Qt6Gui.dll"):
            code = subprocess.run(f'"{self._home}\\uninstall.exe" /S _?={self._home}', check=False).returncode
            assert code == trial.IN_USE, code
            trial.expect_whole(self._home, self._new_tree)
            assert trial.exists(trial.UNINSTALL)
        self._uninstall()
        trial.say(f"卸载时 DLL 被占用：退出码 {trial.IN_USE}，什么都没有删除；放开后卸载，没有残留")

    def full(self) -> None:
        """The disk has not enough room for both."""
        trial.install(self._old, self._top)
        with trial.filled(self._top):
            self._fails(trial.NO_ROOM)
        trial.say(f"磁盘空间不够：退出码 {trial.NO_ROOM}，旧版完整")

    def filled(self) -> None:
        """Somebody else fills the disk while the setup unpacks."""
        process = subprocess.Popen(trial.silently(self._new, self._top))
        trial.wait_until((self._home / "_new").exists, "it does not unpack")
        with trial.filled(self._top):
            assert process.wait(120) == trial.NOT_WRITTEN, process.returncode
            trial.expect_whole(self._home, self._old_tree)
        trial.say(f"安装中磁盘写满：退出码 {trial.NOT_WRITTEN}，旧版完整")

    def broken_off(self) -> None:
        """A setup was broken off between two of its renames; the next one cannot install and leaves a whole program."""
        steps = [("", "_old", name) for name in PARTS] + [("_new", "", name) for name in (*PARTS[1:], PARTS[0])]
        for number in range(1, len(steps) + 1):
            shutil.rmtree(self._home)
            shutil.copytree(BASE / "旧版", self._home)
            shutil.copytree(BASE / "新版", self._home / "_new")
            (self._home / "_old").mkdir()
            for source, target, name in steps[:number]:
                (self._home / source / name).rename(self._home / target / name)
            with trial.filled(self._top, left=0):  # what it removes from _new or _old is not enough
                code = subprocess.run(trial.silently(self._new, self._top), check=False).returncode
            assert code == trial.NO_ROOM, code
            trial.expect_whole(self._home, self._new_tree if number == len(steps) else self._old_tree)
        trial.say(f"升级在 {len(steps)} 次改名中的任何一次之后中断：下次运行安装程序，旧版或新版完整")

    def full_at_first(self) -> None:
        """There is not enough room and no older program."""
        self._uninstall()
        with trial.filled(self._top):
            code = subprocess.run(trial.silently(self._new, self._top), check=False).returncode
        assert code == trial.NO_ROOM, code
        assert not self._home.exists()
        assert not trial.exists(trial.UNINSTALL)
        trial.say(f"首次安装空间不够：退出码 {trial.NO_ROOM}，没有残留")

    def _upgrade(self) -> None:
        trial.install(self._new, self._top)
        trial.expect_whole(self._home, self._new_tree)

    def _uninstall(self) -> None:
        trial.uninstall(self._home)
        trial.wait_until(lambda: not self._home.exists(), "something stays")

    def _fails(self, wanted: int) -> None:
        """See that the new setup fails with a code and leaves the old program."""
        before = trial.value(trial.UNINSTALL, "DisplayVersion")
        code = subprocess.run(trial.silently(self._new, self._top), check=False).returncode
        assert code == wanted, code
        trial.expect_whole(self._home, self._old_tree)
        assert trial.value(trial.UNINSTALL, "DisplayVersion") == before


if __name__ == "__main__":
    main(*sys.argv[1:])
