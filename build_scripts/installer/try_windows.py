"""Tries the Windows setup; run by a Windows Python, under Wine or on a PC: try_windows OLD NEW VERSION DRAFTS.

Installs an older build into a folder with Chinese and a blank in its path, puts drafts beside and into it, upgrades
while the program runs, reads the drafts of the older version, lets the program test itself, and uninstalls.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import winreg
from pathlib import Path

from build_scripts.installer import trial

assert sys.platform == "win32", "to be run by a Python for Windows"

BASE = Path("C:\\用户 甲\\张三")
CLASSES = "Software\\Classes\\"
NAME = "政府信息公开工作年度报告"


def main(old: str, new: str, version: str, old_drafts: str) -> None:
    """Go through all steps; an assertion ends the trial."""
    shutil.rmtree(BASE, ignore_errors=True)  # of an earlier trial
    opened_by = default_of_xlsx()
    top, out = BASE / "程序", BASE / "自检 结果"
    home = top / "nianbao"  # the setup adds its own folder
    trial.install(old, top)
    assert (home / "nianbao.exe").is_file()
    assert (home / "_internal" / "旧版.txt").is_file()
    assert trial.value(trial.UNINSTALL, "DisplayVersion") == "0.1.0"
    trial.say("旧版已安装")
    left_by_old = Path(old_drafts)
    shutil.copytree(left_by_old, BASE / "旧草稿")
    settings = Path(os.environ["LOCALAPPDATA"]) / "nianbao" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(left_by_old / "settings.json", settings)
    drafts = [top / "草稿.xlsx", home / "我的草稿.xlsx"]
    for draft in drafts:
        draft.write_bytes(b"draft")
    running = subprocess.Popen([str(home / "nianbao.exe")], cwd=str(BASE))
    time.sleep(6)
    assert running.poll() is None, "the program does not stay open"
    upgrade = subprocess.Popen(trial.silently(new, top))
    time.sleep(6)
    assert upgrade.poll() is None, f"did not wait for the program: {upgrade.poll()}"
    assert (home / "_internal" / "旧版.txt").is_file(), "replaced the program while it runs"
    trial.say("程序运行时，安装程序在等待")
    running.kill()
    assert upgrade.wait(120) == 0
    assert not (home / "_internal" / "旧版.txt").exists()
    assert trial.value(trial.UNINSTALL, "DisplayVersion") == version
    trial.say(
        f"已升级到 {trial.value(trial.UNINSTALL, 'DisplayVersion')}，{trial.value(trial.UNINSTALL, 'DisplayName')}"
    )
    expect_old_drafts(home, left_by_old, settings)
    code = subprocess.run(trial.silently(old, top), check=False).returncode
    assert code == trial.NEWER, code
    assert trial.value(trial.UNINSTALL, "DisplayVersion") == version
    assert f"已经装有更新的 {version} 版" in trial.SAID.read_text(encoding="utf-16")
    trial.say(f"不装旧版：退出码 {code}，{trial.SAID.name} 写明原因")
    done = subprocess.run([str(home / "nianbao.exe"), "--selftest", str(out)], timeout=300, check=False)
    print((out / "自检结果.txt").read_text(encoding="utf-8"))
    assert done.returncode == 0
    said = subprocess.run(
        [str(home / "nianbao-cli.exe"), "new", "-o", str(BASE / "命令行.xlsx"), "--unit", "测试局", "--year", "2025"],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert said.returncode == 0, said
    assert any("已新建草稿".encode(encoding) in said.stdout for encoding in ("utf-8", "gbk")), said  # by the console
    trial.say("命令行可用")
    assert trial.value(f"{CLASSES}nianbao.draft\\shell\\open\\command", "").endswith('nianbao.exe" "%1"')
    assert "nianbao.draft" in value_names(f"{CLASSES}.xlsx\\OpenWithProgids")
    assert default_of_xlsx() == opened_by
    trial.say(f"“打开方式”中有本程序，双击 .xlsx 仍由 {opened_by or '原来的程序'} 打开")
    trial.uninstall(home)
    left = sorted(path.name for path in home.iterdir())
    assert left == ["我的草稿.xlsx"], left
    assert all(draft.read_bytes() == b"draft" for draft in drafts)
    for key in (trial.UNINSTALL, "Software\\nianbao", f"{CLASSES}nianbao.draft", f"{CLASSES}Applications\\nianbao.exe"):
        assert not trial.exists(key), key
    assert "nianbao.draft" not in value_names(f"{CLASSES}.xlsx\\OpenWithProgids")
    assert default_of_xlsx() == opened_by
    names = (name for _, _, files in os.walk(Path.home()) for name in files)  # folders may go meanwhile
    shortcuts = [name for name in names if NAME in name and name.endswith(".lnk")]
    assert not shortcuts, shortcuts
    trial.say("已卸载，草稿还在，没有其他残留")
    print(trial.PASSED)


def expect_old_drafts(home: Path, left_by_old: Path, settings: Path) -> None:
    """See that the drafts and settings of the older version are as they were, and that the drafts are read."""
    drafts = sorted((BASE / "旧草稿").glob("*.xlsx"))
    command = [str(home / "nianbao-cli.exe"), "check", *map(str, drafts), "--json"]
    said = subprocess.run(command, capture_output=True, timeout=300, check=False)
    sums = [found["checksum"] for found in json.loads(said.stdout)]
    assert len(sums) == len(drafts) > 0, said
    assert len(set(sums)) == 1, sums
    assert all(draft.read_bytes() == (left_by_old / draft.name).read_bytes() for draft in drafts)
    kept = json.loads(settings.read_bytes())
    before = json.loads((left_by_old / "settings.json").read_bytes())
    assert all(kept[name] == before[name] for name in ("points", "scheme", "zoom", "profile", "unit")), kept
    settings.unlink()  # the trials that follow are those of a new user
    trial.say(f"升级后读出 {len(sums)} 份旧草稿，校验码都是 {sums[0]}，草稿和设置没有改动")


def value_names(key: str) -> list[str]:
    """Return the names of the values below a key of the user's registry; none where there is no such key."""
    if not trial.exists(key):
        return []
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
        return [winreg.EnumValue(opened, number)[0] for number in range(winreg.QueryInfoKey(opened)[1])]


def default_of_xlsx() -> str:
    """Return what the user's registry says opens .xlsx by double click; "" where it says nothing."""
    return trial.value(f"{CLASSES}.xlsx", "") if "" in value_names(f"{CLASSES}.xlsx") else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
