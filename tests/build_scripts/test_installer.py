"""What can be tested of the installers without building one; the rest is `build.py smoke` and `build.py verify`."""

import re
import shutil
import struct
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from build_scripts.installer import bundle_check, freeze, package, steps
from build_scripts.installer.__main__ import main as build_command
from build_scripts.installer.freeze import pyinstaller_arguments, write_spec_files
from build_scripts.installer.guide import guide_text, write_guide
from build_scripts.installer.icons import write_icons
from build_scripts.installer.linux_package import deb_name, desktop_entry, opener_entry
from build_scripts.installer.machines import ARM, X86
from build_scripts.installer.product import (
    APP_ID,
    BLANK_WORKBOOK,
    CLI_COMMAND,
    COMMAND,
    COPYRIGHT,
    GUIDE,
    NAME,
    OPENER_ID,
    VERSION,
    four_numbers,
)
from build_scripts.installer.wheels import locked, run_lock
from build_scripts.installer.windows_package import SCRIPT
from core.base.build import BUILD
from core.base.licences import SYSTEMS, shipped_software
from core.base.resources import LISTED, resource_path


def test_the_version_has_four_numbers_that_begin_with_that_of_the_program() -> None:
    assert re.fullmatch(r"\d+(\.\d+){3}", four_numbers())
    assert four_numbers().startswith(VERSION)


def test_lock_entries_keep_every_hash_and_lose_their_marker() -> None:
    lock = (
        "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via click\n"
        "pytest==9.2.0 \\\n    --hash=sha256:cc\n"
    )
    text = locked(lock, {"colorama"})
    assert text.split() == ["colorama==0.4.6", "\\", "--hash=sha256:aa", "\\", "--hash=sha256:bb"]


def test_a_name_that_the_lock_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="numpy"):
        locked("pytest==9.2.0 \\\n    --hash=sha256:cc\n", {"numpy"})


def test_the_lock_for_arm_has_its_own_qt_and_else_the_same() -> None:
    common, arm = (locked(run_lock(system)).splitlines() for system in ("linux", "arm"))
    own = set(arm) - set(common)
    assert {line.split()[0] for line in own if "==" in line} == {"pyside6-essentials==6.8.0.2", "shiboken6==6.8.0.2"}
    assert [line.split("==")[0] for line in arm if "==" in line] == [
        line.split("==")[0] for line in common if "==" in line
    ]


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_locked_package_has_its_licence_text(system: str) -> None:
    index = tomllib.loads(resource_path("licences", "licences.toml").read_text(encoding="utf-8"))["software"]
    names = " ".join(software.name.lower().replace("_", "-") for software in shipped_software(system))
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", run_lock(system), re.MULTILINE):
        assert f"{name.lower().replace('_', '-')} {version}" in names
    for entry in index:
        for file in entry["files"]:
            assert resource_path("licences", file).stat().st_size > 500


def test_the_first_words_of_the_guide_say_which_pcs_cannot_run_the_program() -> None:
    text = re.sub(r"<[^>]+>", "", guide_text().partition("<body>")[2])
    first = text.strip().splitlines()[1]
    assert all(word in first for word in ("龙芯", "UOS 20 的飞腾、鲲鹏", "Windows 7", "32 位"))
    assert deb_name(ARM) in text
    assert BLANK_WORKBOOK in text
    assert "管理员密码" in text
    assert "允许任意应用" in text
    assert "{" not in text


def test_the_guide_says_what_could_not_be_tried_and_how_to_uninstall() -> None:
    text = "".join(re.sub(r"<[^>]+>", "", guide_text()).split())
    assert "还没有在真正的Windows、UOS、麒麟电脑上试过" in text
    assert f"sudoaptremove{APP_ID}" in text
    assert "都保留" in text


def test_the_guide_says_what_each_exit_code_of_the_setup_means() -> None:
    text = "".join(re.sub(r"<[^>]+>", "", guide_text()).split())
    said = text.partition("退出码：")[2].partition("。")[0]
    codes = set(re.findall(r"SetErrorLevel (\d)", SCRIPT.read_text(encoding="utf-8")))
    assert {part[0] for part in said.split("；")} == codes | {"1"}  # a cancelled setup ends with 1 by itself


def test_the_guide_says_that_the_portable_edition_is_unpacked_first() -> None:
    assert "先全部解压" in guide_text()


def test_the_guide_says_when_the_printing_service_is_asked_and_which_sum_is_compared() -> None:
    text = "".join(re.sub(r"<[^>]+>", "", guide_text()).split())
    assert "打印、自检、“保存问题报告”时，程序只问本机的打印服务" in text
    assert "setup.exeSHA256，结果应与SHA256SUMS.txt中写着这个文件名的那一行相同" in text
    assert "“未知发布者”" in text
    assert f"{deb_name(ARM)}，没有的另发" in text


def test_the_programs_of_windows_name_publisher_and_licence(tmp_path: Path) -> None:
    write_spec_files(tmp_path)
    for name in (COMMAND, CLI_COMMAND):
        text = (tmp_path / f"version-{name}.txt").read_text(encoding="utf-8")
        assert f'StringStruct("LegalCopyright", "{COPYRIGHT}")' in text


@pytest.mark.needs_browser
def test_the_guide_has_one_page_to_install_and_one_with_pictures_of_the_window(tmp_path: Path) -> None:
    assert (guide_text().count("<svg"), guide_text().count("<img")) == (2, 3)
    write_guide(tmp_path)
    pdf = tmp_path / "guide.pdf"
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    page = (tmp_path / GUIDE).as_uri()
    subprocess.run([*browser, f"--print-to-pdf={pdf}", page], check=True, capture_output=True, timeout=90)
    said = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"^Pages:\s+2$", said, re.MULTILINE), said
    page = subprocess.run(["pdftotext", "-f", "2", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    assert "装好以后" in page


def entry_lines(entry: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in entry.splitlines()[1:])


def test_the_desktop_entry_starts_the_program() -> None:
    lines = entry_lines(desktop_entry())
    assert lines["Name[zh_CN]"] == NAME
    assert lines["GenericName"] == lines["GenericName[zh_CN]"] == "年报填报"
    assert lines["Exec"] == f"/opt/apps/{APP_ID}/files/start.sh %f"
    assert "NoDisplay" not in lines


def test_drafts_are_offered_by_an_entry_behind_those_of_office_programs() -> None:
    assert "MimeType" not in entry_lines(desktop_entry())
    lines = entry_lines(opener_entry())
    assert "spreadsheetml.sheet" in lines["MimeType"]
    assert lines["NoDisplay"] == "true"
    others = ["libreoffice-calc", "org.kde.calligrasheets", "wps-office-et", "yozo-spreadsheet"]
    assert max(*others, OPENER_ID) == OPENER_ID


"""What says which locales are installed."""


def test_a_program_tells_the_commit_it_is_made_from(checkout: Path) -> None:
    (checkout / "dist").mkdir()
    head = steps.run(["git", "rev-parse", "HEAD"])
    freeze.write_build(checkout / "dist")
    name = (checkout / "dist" / BUILD).read_text(encoding="utf-8")
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d {head[:8]}\n", name)
    assert " samples/示例.xlsx\n" in (checkout / "dist" / LISTED).read_text(encoding="utf-8")
    (checkout / "new.py").touch()
    assert steps.build_name() == f"{name.strip()}，有未提交的改动"


def test_a_bundle_whose_list_of_resources_is_not_that_of_its_resources_is_refused(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "a.toml").write_text("a", encoding="utf-8")
    assert bundle_check._check_listed(tmp_path) == ["resources.txt is not a list of the resources"]
    (tmp_path / LISTED).write_text("1 a.toml\n", encoding="utf-8")
    assert not bundle_check._check_listed(tmp_path)
    (tmp_path / "resources" / "a.toml").unlink()
    assert bundle_check._check_listed(tmp_path)


def test_modules_are_compiled_without_columns(tmp_path: Path) -> None:
    python = pyinstaller_arguments(tmp_path)
    python = python[: python.index("-m")]
    show = "print({place[2:] for place in compile('a = b\\nc = a + 1', 'x', 'exec').co_positions()})"
    done = subprocess.run([sys.executable, *python, "-c", show], capture_output=True, text=True, check=True)
    assert done.stdout == "{(None, None)}\n"


def test_the_icon_of_windows_holds_all_sizes(tmp_path: Path) -> None:
    write_icons(tmp_path)
    data = (tmp_path / "icon.ico").read_bytes()
    assert struct.unpack("<HHH", data[:6]) == (0, 1, 7)
    for number in range(7):
        length, offset = struct.unpack("<II", data[6 + 16 * number + 8 : 6 + 16 * number + 16])
        assert data[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(data)


def test_a_bundle_without_a_plugin_or_with_another_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = tmp_path / "_internal" / "PySide6" / "Qt" / "plugins"
    for name in ("platforms/libqxcb.so", "platforms/libqwayland.so"):
        (plugins / name).parent.mkdir(parents=True, exist_ok=True)
        (plugins / name).touch()
    monkeypatch.setattr(bundle_check, "_check_modules", lambda *_: [])
    monkeypatch.setattr(bundle_check, "_check_replaceable", lambda *_: [])
    monkeypatch.setattr(bundle_check, "elf_headers", lambda _: {})
    monkeypatch.setattr(bundle_check, "_check_symbols", lambda *_, **__: [])
    monkeypatch.setattr(bundle_check, "_check_pages", lambda *_: [])
    with pytest.raises(steps.BuildError) as caught:
        bundle_check.check_bundle(tmp_path, "linux", for_users=True)
    missing, superfluous = str(caught.value).split("plugins: missing ")[1].split("superfluous")[:2]
    assert "libibus" in missing
    assert "libfcitx" in missing
    assert "libqwayland" in superfluous


def test_libraries_for_smaller_pages_or_newer_systems_are_refused() -> None:
    said = (
        "Program Header:\n    LOAD off    0x00 vaddr 0x00 paddr 0x00 align 2**{power}\n         filesz 0x1 memsz 0x1\n"
        "Version References:\n  required from libc.so.6:\n    0x06 0x00 02 GLIBC_{glibc}\n"
        "    0x06 0x00 03 GLIBCXX_3.4.28\n"
    )
    good, small, new = (said.format(power=p, glibc=g) for p, g in ((16, "2.31"), (12, "2.17"), (16, "2.34")))
    assert not bundle_check._check_pages({"good.so": good}, ARM)
    assert not bundle_check._check_symbols({"good.so": good}, ARM, for_users=True)
    (problem,) = bundle_check._check_pages({"good.so": good, "small.so": small}, ARM)
    assert problem == "small.so is aligned to 4096 bytes, not to 65536"
    (problem,) = bundle_check._check_symbols({"good.so": good, "new.so": new}, ARM, for_users=True)
    assert problem == "new.so needs GLIBC_2.34"
    assert not bundle_check._check_pages({"small.so": small}, X86)
    assert len(bundle_check._check_symbols({"good.so": good}, X86, for_users=True)) == 2


def test_the_libraries_that_may_be_replaced_must_lie_where_their_licence_text_says(tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    names = ("Core", "Gui", "Widgets", "PrintSupport", "Svg")
    shutil.copytree(resource_path("licences"), inside / "resources" / "licences")
    for name in (*(f"Qt6{name}.dll" for name in names), "pyside6.abi3.dll", "shiboken6.abi3.dll", "python311.dll"):
        (inside / name).touch()
    assert not bundle_check._check_replaceable(tmp_path, "windows")
    (inside / "Qt6Gui.dll").rename(inside / "resources" / "Qt6Gui.dll")
    (problem,) = bundle_check._check_replaceable(tmp_path, "windows")
    assert "更换Qt.txt" in problem


def test_a_file_with_another_hash_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "python.exe"
    path.write_bytes(b"another")
    with pytest.raises(steps.BuildError, match=r"python\.exe is not the expected file"):
        steps.expect_sha256(path, "0" * 64)


def test_a_failing_program_shows_its_last_lines() -> None:
    with pytest.raises(steps.BuildError, match="ended with 3:\nlast words"):
        steps.run([sys.executable, "-c", "print('last words'); raise SystemExit(3)"])


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean checkout of its own, which the build takes for its own."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):  # set where tests run from a hook of git
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "core.py").write_text("VERSION = 1\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("dist/\n", encoding="utf-8")
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", *identity, *command], cwd=tmp_path, check=True)
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    return tmp_path


def test_a_clean_checkout_is_released_under_its_commit(checkout: Path) -> None:
    (checkout / "dist").mkdir()
    (checkout / "dist" / "old.deb").write_bytes(b"ignored by git")
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=checkout, capture_output=True, text=True, check=True).stdout
    assert head.startswith(steps.refuse_dirty_tree())


@pytest.mark.parametrize("name", ["core.py", "forgotten.py"])
def test_a_release_from_a_checkout_with_changes_is_refused(
    checkout: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / name).write_text("VERSION = 2\n", encoding="utf-8")
    made: list[bool] = []
    monkeypatch.setattr(package, "package", lambda *_, **__: made.append(True))
    assert build_command(["package"]) == 1
    said = capsys.readouterr().err
    assert "不能制作正式安装包" in said
    assert name in said
    assert not made
    assert build_command(["package", "--dev"]) == 0  # a trial may be made
    assert made
