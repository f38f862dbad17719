"""The log of errors: places in the program, nothing about people or reports, limited in size."""

from datetime import datetime
from pathlib import Path

import pytest

from core.base import crash_log
from core.base.crash_log import MAX_LOG_BYTES, describe, masked, recent_log, take_faults, write_log
from core.base.user_files import logs_folder

NOW = datetime(2026, 1, 15, 9, 30)


def described(error: Exception) -> str:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        fail()
    return describe(caught.type, caught.value, caught.tb)


def test_an_error_is_described_by_its_place_in_the_program() -> None:
    text = described(KeyError("t3.R01"))

    assert "tests/core/base/test_crash_log.py:" in text
    assert text.endswith("KeyError: 't3.R01'")
    assert str(Path(__file__).parents[3]) not in text


def test_the_cause_is_described_too() -> None:
    def fail() -> None:
        try:
            int("x")
        except ValueError as error:
            raise RuntimeError("second") from error

    with pytest.raises(RuntimeError) as caught:
        fail()
    text = describe(RuntimeError, caught.value, caught.tb)
    assert text.index("RuntimeError: second") < text.index("起因：") < text.index("ValueError: invalid literal")


def test_a_long_chain_of_causes_is_cut() -> None:
    error = ValueError("last")
    for number in range(500):
        cause, error = error, ValueError(str(number))
        error.__cause__ = cause
    assert 100 < len(describe(ValueError, error, None).splitlines()) < 150


def test_the_end_of_the_log_is_what_is_handed_on() -> None:
    write_log("first " + "x" * 30_000 + " last", NOW)
    assert recent_log().endswith("x last\n\n")
    assert 15_000 < len(recent_log()) < 30_000


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("invalid literal: '张三 13912345678'", "invalid literal: '□ #'"),
        ("/home/zhangsan/桌面/草稿.xlsx", "~/□/□.xlsx"),
        (r"C:\Users\Zhang San\x", r"~ San\x"),
        ("C:\\\\Users\\\\zhang\\\\x.xlsx", "~\\\\x.xlsx"),
        ("code t3.R01.C7 has 12", "code t3.R01.C7 has 12"),
    ],
)
def test_nothing_personal_stays_in_a_message(message: str, shown: str) -> None:
    assert masked(message) == shown


def test_the_home_folder_is_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/srv/people/zhangsan"))

    assert masked("no file /srv/people/zhangsan/a.xlsx") == "no file ~/a.xlsx"


def test_the_log_is_limited_in_size() -> None:
    for number in range(200):
        write_log(f"{number} " + "x" * 5000, NOW)

    files = list(logs_folder().iterdir())
    assert sum(file.stat().st_size for file in files) <= MAX_LOG_BYTES + 6000
    assert "199 " in (logs_folder() / "nianbao.log").read_text(encoding="utf-8")
    write_log("y" * 10_000_000, NOW)
    assert (logs_folder() / "nianbao.log").stat().st_size <= MAX_LOG_BYTES


def test_writing_the_log_never_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "file" / "home"))

    assert write_log("x", NOW) is None
    assert take_faults(NOW) is None


def test_a_dead_crash_is_in_the_log_after_the_next_start() -> None:
    path = take_faults(NOW)
    assert path is not None
    here = Path(crash_log.__file__)
    path.write_text(
        f'Fatal Python error\n  File "{here}", line 3 in x\n  File "/home/zhang/lib/y.py", line 4 in y\n',
        encoding="utf-8",
    )

    assert take_faults(NOW) == path

    log = (logs_folder() / "nianbao.log").read_text(encoding="utf-8")
    assert "上次运行时程序崩溃" in log
    assert '  File "core/base/crash_log.py", line 3 in x\n  File "y.py", line 4 in y' in log
    assert path.read_bytes() == b""
