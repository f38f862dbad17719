"""Tests of the command that sets up, starts and tests the program; apt, pip and venv themselves are replaced."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from build_scripts import dev

ROOT = Path(dev.__file__).resolve().parent.parent


class Programs:
    """Stands in for subprocess.run: notes each command line and answers with a chosen exit code."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.codes: dict[str, int] = {}

    def run(self, command: Sequence[str], **options: object) -> subprocess.CompletedProcess[str]:
        line = " ".join(map(str, command))
        self.lines.append(line)
        code = next((code for part, code in self.codes.items() if part in line), 0)
        return subprocess.CompletedProcess(list(command), code, stdout="", stderr="")

    def ran(self, part: str) -> bool:
        return any(part in line for line in self.lines)


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> Programs:
    stand_in = Programs()
    monkeypatch.setattr(subprocess, "run", stand_in.run)
    return stand_in


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two lock files and nothing installed, on a machine that lacks nothing."""
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    (tmp_path / "requirements-dev.lock").write_text("a==1\nb==2\n", encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(dev, "RUN_LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "TEST_LOCK", tmp_path / "requirements-dev.lock")
    monkeypatch.setattr(dev, "_system_needs", lambda *, with_tests: [])
    python = dev._python()
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def lacking(name: str, package: str) -> Callable[..., list[dev.SystemNeed]]:
    return lambda *, with_tests: [dev.SystemNeed(name, (package,), lambda: False, "needs_xvfb")]


def test_usage_is_shown_when_the_command_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["fly"]) == 2
    assert "用法" in capsys.readouterr().out


def test_an_old_python_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    assert dev.main(["setup"]) == 1
    assert "需要 Python 3.11、3.12 或 3.13，现在是 3.9。" in capsys.readouterr().err


def test_the_second_setup_starts_no_program(checkout: Path, programs: Programs) -> None:
    assert dev.main(["setup"]) == 0
    assert programs.ran("requirements-dev.lock")

    programs.lines.clear()
    assert dev.main(["setup"]) == 0
    assert programs.lines == []


def test_a_changed_lock_file_is_installed_again(checkout: Path, programs: Programs) -> None:
    dev.main(["setup"])
    programs.lines.clear()
    dev.TEST_LOCK.write_text("a==2\nb==2\n", encoding="utf-8")

    dev.main(["setup"])
    assert programs.ran("--require-hashes -r " + str(dev.TEST_LOCK))


def test_the_program_starts_from_the_setup_of_the_tests(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.main(["setup"])
    programs.lines.clear()
    monkeypatch.setattr(dev, "_has_display", lambda: True)

    assert dev.main(["run", "草稿.xlsx"]) == 0
    assert programs.lines == [f"{dev._python()} -m gui 草稿.xlsx"]


def test_a_setup_for_running_is_completed_for_the_tests(checkout: Path, programs: Programs) -> None:
    dev._prepare(with_tests=False)
    assert not programs.ran("requirements-dev.lock")

    dev._prepare(with_tests=True)
    assert programs.ran("requirements-dev.lock")


def test_without_a_display_the_sample_is_checked_and_its_report_made(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_has_display", lambda: False)

    assert dev.main(["run"]) == 0
    assert [line.split(" -m ")[1] for line in programs.lines[-2:]] == [
        f"core check {dev.SAMPLE}",
        f"core generate {dev.SAMPLE} -o {checkout / 'out' / '示例.docx'}",
    ]
    assert "没有可用的显示器" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a display")
@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_a_hidden_qt_platform_is_no_display(platform: str, monkeypatch: pytest.MonkeyPatch, programs: Programs) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not dev._has_display()

    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert dev._has_display()


def test_a_broken_environment_is_made_anew(checkout: Path, programs: Programs) -> None:
    programs.codes["sys.base_prefix"] = 1

    dev._make_venv()
    assert programs.lines[-1] == f"{sys.executable} -m venv {dev.VENV}"
    assert not dev.VENV.exists()


def test_a_usable_environment_made_by_hand_is_kept(checkout: Path, programs: Programs) -> None:
    assert dev.main(["setup"]) == 0
    assert not programs.ran("-m venv")
    assert dev._python().exists()


def test_a_python_without_venv_names_the_missing_package(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs.codes["ensurepip"] = 1
    monkeypatch.setattr(dev, "_may_install", lambda: False)
    dev._python().unlink()

    assert dev.main(["setup"]) == 1
    assert f"python3.{sys.version_info[1]}-venv" in capsys.readouterr().err


def test_a_failing_pip_leaves_a_sentence_and_no_stamp(
    checkout: Path, programs: Programs, capsys: pytest.CaptureFixture[str]
) -> None:
    programs.codes["pip install"] = 1

    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err.startswith("出错：依赖没有装上")
    assert not dev.STAMP.exists()


def test_root_installs_what_is_missing_by_name(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "_may_install", lambda: True)
    monkeypatch.setattr(dev, "_system_needs", lacking("Xvfb", "xvfb"))

    dev._install_system_packages(with_tests=True)
    assert [line.split()[-1] for line in programs.lines] == ["update", "xvfb"]


def test_a_failing_apt_leaves_a_sentence(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_may_install", lambda: True)
    monkeypatch.setattr(dev, "_system_needs", lacking("Xvfb", "xvfb"))
    programs.codes["apt-get"] = 100

    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err.startswith("出错：系统软件包没有装上（apt-get update 失败）")


def test_others_are_told_what_is_missing(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_may_install", lambda: False)
    monkeypatch.setattr(dev, "_system_needs", lacking("Xvfb", "xvfb"))

    assert dev.main(["setup"]) == 0
    assert "缺少 Xvfb" in capsys.readouterr().out
    assert not programs.ran("apt-get")


def test_arguments_after_test_go_to_pytest_alone(checkout: Path, programs: Programs) -> None:
    dev.main(["setup"])
    programs.lines.clear()

    assert dev.main(["test", "tests/core", "-k", "t3"]) == 0
    assert programs.lines == [f"{dev._python()} -m pytest tests/core -k t3"]


def test_the_tests_find_compiled_what_an_earlier_process_has_imported(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")  # as containers do
    monkeypatch.setattr(dev, "_python", lambda: Path(sys.executable))
    (checkout / "room.py").touch()

    assert dev._call("-c", "import room") == 0
    assert list(checkout.glob("__pycache__/room.*.pyc"))
    assert dev._call_quietly("-c", "import os; print(repr(os.getenv('PYTHONDONTWRITEBYTECODE')))") == (True, "''\n")


def test_one_failing_step_fails_the_whole_and_the_rest_still_runs(
    checkout: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    programs.codes["ruff check"] = 1

    assert dev.main(["test"]) == 1
    assert [part for part in ("format", "mypy", "importlinter", "pytest -ra") if not programs.ran(part)] == []
    assert "没有通过：代码规范（ruff check）" in capsys.readouterr().out


def test_results_are_counted_from_the_report_of_pytest(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="1"/></testsuites>', encoding="utf-8"
    )

    assert dev.count_results(report) == {"passed": 5, "failed": 3, "skipped": 1}
    assert dev.count_results(tmp_path / "never-written.xml") == {"failed": 1}


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_libraries_are_turned_into_debian_packages(library: str, package: str) -> None:
    assert dev.debian_package(library) == package


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_older_python_can_read_the_script() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, flags=re.MULTILINE))


def test_the_lock_of_the_tests_holds_the_lock_of_the_program() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_the_locks_hold_what_the_project_file_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = dict(pin.lower().split("==") for pin in project["project"]["dependencies"])

    assert pins.items() <= locked("requirements.lock").items()
    wanted = {name.lower().partition("==")[0] for name in project["dependency-groups"]["dev"]}
    assert wanted <= locked("requirements-dev.lock").keys()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_each_locked_package_has_a_hash_and_nothing_names_an_address_or_a_folder(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert len(re.findall(r"^\S+==.*\\\n    --hash=sha256:", text, flags=re.MULTILINE)) == len(locked(name))
    assert not re.search(r"://| /", text)


def test_ci_calls_the_test_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]

    assert commands == ['cd "$(dirname "$0")/.." && exec python3 build_scripts/dev.py test']


def test_tests_run_without_a_screen_in_a_home_of_their_own(user_home: Path) -> None:
    assert os.environ["QT_QPA_PLATFORM"]
    assert Path.home() == user_home


def test_tests_stay_away_from_a_data_folder_that_the_developer_has_named(tmp_path: Path) -> None:
    code = "import os, tests.conftest; print(os.environ.get('NIANBAO_HOME'))"
    named = {**os.environ, "NIANBAO_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=named, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "None"


def test_every_marker_is_explained_to_developers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    markers = [marker.partition(":")[0] for marker in project["tool"]["pytest"]["ini_options"]["markers"]]
    explained = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [marker for marker in markers if f"- `{marker}`：" not in explained] == []


def test_every_script_is_explained_to_developers_once() -> None:
    found = [p for room in ("bench", "make", "sweeps") for p in (ROOT / "build_scripts" / room).glob("*.py")]
    scripts = [f"{p.parent.name}.{p.stem}" for p in found if "__main__" in p.read_text(encoding="utf-8")]
    explained = re.findall(r"^\| `(\w+\.\w+)` \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(explained) == sorted(scripts)
