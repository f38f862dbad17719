"""A desk that stays open: what is decided, what goes out, what is compared, and who may write."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from build_scripts.sweeps.desk_folders import Folder, list_bytes, make_folder
from core.base.errors import ReportError
from core.draft.draft_lock import LockOwner, take_lock
from core.draft.workbook import load_draft
from core.form.form_reader import load_form
from core.office.collection import while_reading
from core.office.collection.collected import Collected, Request
from core.office.collection.decisions import Decision, item_key, own_item
from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import desk_settings
from core.office.collection.letters import LetterFacts
from core.office.collection.make_desk import make_desk
from core.office.collection.open_desk import OpenDesk
from core.office.collection.preview import preview_notes
from core.office.collection.run import run_collection
from core.office.collection.sum_parts import faulty_units
from core.office.collection.unit_list import NO
from core.report.status_names import SUM_GAPS
from core.word.report import report_bytes
from tests.core.office.collection.desk_samples import FINDING, ITEM, YEAR, file

TODAY = date(2026, 1, 20)
WRONG, RIGHT = "国务院令第771号", "国务院令第711号"
FACTS = LetterFacts("2026年1月25日", "县政府办")


@pytest.fixture(scope="module")
def made() -> Folder:
    return make_folder(7, units=4, faults=0)


@pytest.fixture(scope="module")
def kept(made: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one doubtful report and one unit with two reports, read once for all tests."""
    place = tmp_path_factory.mktemp("desk")
    made.write(place / "来件")
    (place / "名单.xlsx").write_bytes(list_bytes(made))
    first, second = made.units[1][0], made.units[2][0]
    for unit in (first, second):
        for path in (place / "来件").glob(f"{unit}.*"):
            path.unlink()
    report = made.reports[first]
    lead = report.texts["lead"].replace(RIGHT, WRONG)
    (place / "来件" / f"{first}.docx").write_bytes(report_bytes(report.with_texts({"lead": lead})))
    report = made.reports[second]
    (place / "来件" / f"{second}.docx").write_bytes(report_bytes(report))
    other = report.with_cells({"t2.licensing.decisions": 777})
    (place / "来件" / f"{second}改.docx").write_bytes(report_bytes(other))
    with OpenDesk(request_in(place)) as opened:
        opened.read()
    return place


def request_in(place: Path) -> Request:
    return Request(place / "来件", 2025, place / "结果", TODAY, place / "名单.xlsx")


@pytest.fixture
def desk(kept: Path, tmp_path: Path) -> Iterator[OpenDesk]:
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    with OpenDesk(request_in(tmp_path)) as opened:
        opened.read()
        yield opened


def unit_of(collected: Collected, name: str) -> UnitResult:
    return next(unit for unit in collected.desk.units if unit.name == name)


def states(collected: Collected) -> list[str]:
    return [unit.state for unit in collected.desk.units]


def letter_rows(path: Path) -> list[list[str]]:
    (table,) = docx.Document(str(path)).tables
    return [[cell.text for cell in row.cells] for row in table.rows][1:]


def test_what_a_killed_run_left_half_written_is_gone_when_the_desk_is_opened_again(
    desk: OpenDesk, made: Folder, tmp_path: Path
) -> None:
    unit = made.units[1][0]
    desk.send_back([unit], FACTS)
    places = (tmp_path / "结果", tmp_path / "结果" / "退回修改意见", tmp_path / "来件")
    for place in places:
        for name in (".~nianbao-00ff.tmp", "说明.tmp"):
            (place / name).write_bytes(b"x")
            os.utime(place / name, (time.time() - 60,) * 2)
    desk.close()
    with OpenDesk(request_in(tmp_path)) as again:
        again.read()
    left = [[path.name for path in place.glob("*.tmp")] for place in places]
    assert left[:2] == [["说明.tmp"]] * 2
    assert sorted(left[2]) == [".~nianbao-00ff.tmp", "说明.tmp"]  # nothing of the folder of the units is touched


def test_to_look_writes_no_letter_and_to_send_back_counts_the_round_once(desk: OpenDesk, made: Folder) -> None:
    first = made.units[1][0]
    assert states(desk.judge()) == ["可采用", "有疑点", "已收", "可采用"]
    assert not (desk.request.out / "退回修改意见").exists()
    plain = unit_of(desk.judge(), first).plain
    after = desk.send_back([plain], FACTS)
    assert (unit_of(after, first).state, unit_of(after, first).returned) == ("已退回", 1)
    again = desk.send_back([plain], FACTS)
    assert (unit_of(again, first).returned, again.written) == (1, [])
    # The program was ended before it came to writing the letter
    letter = desk.request.out / unit_of(again, first).letter
    letter.unlink()
    later = OpenDesk(desk.request).read()
    assert (unit_of(later, first).state, unit_of(later, first).returned) == ("已退回", 1)
    assert letter_rows(letter)


def test_a_sum_says_which_reports_have_errors_as_long_as_nobody_mended_them(desk: OpenDesk, made: Folder) -> None:
    name = made.units[3][0]
    desk.close()
    for path in desk.request.folder.glob(f"{name}.*"):
        path.unlink()
    wrong = made.reports[name].with_cells({"t3.R01.C1": 54321})
    (desk.request.folder / f"{name}.docx").write_bytes(report_bytes(wrong))
    with OpenDesk(desk.request) as opened:
        unit = unit_of(opened.read(), name)
        assert (unit.state, unit.in_sum) == ("有错误", True)
        opened.write()
        before = load_draft(opened.request.out / "汇总稿.xlsx").report
        assert f"还有错误的单位1个：{name}。" in before.status[SUM_GAPS]
        assert unit_of(opened.send_back([unit.plain], FACTS), name).state == "已退回"
        collected = opened.write()
        assert f"还有错误1个：{name}（已退回，还没有改好）。" in preview_notes(collected)
    after = load_draft(desk.request.out / "汇总稿.xlsx").report
    assert after.status[SUM_GAPS] == before.status[SUM_GAPS]
    assert faulty_units(after) == [name]
    again = run_collection(desk.request)  # the command line says the same
    assert desk.request.out / "汇总稿.xlsx" in again.unchanged


def test_what_the_office_strikes_and_adds_stands_in_the_letter(desk: OpenDesk, made: Folder) -> None:
    unit = unit_of(desk.judge(), made.units[1][0])
    item = unit.items[0]
    added = own_item("第五部分", "请写明具体栏目。")
    decision = Decision(struck=(item_key(item),), added=(added,), about=unit.digests)
    collected = desk.decide({unit.plain: decision})
    assert collected.sent[unit.plain] == [*unit.items[1:], added]
    after = desk.send_back([unit.plain], FACTS)
    rows = letter_rows(desk.request.out / unit_of(after, unit.name).letter)
    assert [row[1:] for row in rows][-1] == ["第五部分", "", "请写明具体栏目。", "审核意见"]
    assert not any(WRONG in "".join(row) for row in rows)
    # Without anything to say the letter is taken back
    desk.decide({unit.plain: replace(decision, added=())})
    desk.send_back([], FACTS)
    assert [p.name for p in (desk.request.out / "退回修改意见" / "已改").iterdir()] == [f"{unit.name}.docx"]


def test_a_doubtful_report_is_adopted_until_another_file_comes(desk: OpenDesk, made: Folder) -> None:
    unit = unit_of(desk.judge(), made.units[1][0])
    collected = desk.decide({unit.plain: Decision(adopted=unit.digests, reason="已电话核实")})
    assert unit_of(collected, unit.name).state == "可采用"
    assert collected.sent[unit.plain] == []
    path = desk.request.folder / f"{unit.name}.docx"
    report = made.reports[unit.name]
    lead = report.texts["lead"].replace(RIGHT, "国务院令第717号")
    path.write_bytes(report_bytes(report.with_texts({"lead": lead})))
    assert unit_of(desk.read(), unit.name).state == "有疑点"


def test_a_number_that_changes_in_a_newer_file_does_not_go_into_the_sum_unseen(desk: OpenDesk, made: Folder) -> None:
    name = made.units[0][0]
    assert unit_of(desk.judge(), name).state == "可采用"
    desk.close()
    for path in desk.request.folder.glob(f"{name}.*"):
        path.unlink()
    report = made.reports[name].with_cells({"t2.penalty.decisions": 4321})
    (desk.request.folder / f"{name}.docx").write_bytes(report_bytes(report))
    for _ in range(2):  # and as long as nobody looked at it
        with OpenDesk(desk.request) as again:
            unit = unit_of(again.read(), name)
        assert (unit.state, unit.reopened) == ("有疑点", "列为可采用后来件有改动")
        assert "→4321" in unit.changed
    run_collection(desk.request)
    sheet = openpyxl.load_workbook(desk.request.out / "核查情况.xlsx")["各单位"]
    (row,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == name]
    assert unit.changed in str(row[-1])


def test_errors_are_never_adopted() -> None:
    wrong = file("甲局", items=(ITEM,), findings=(FINDING,))
    decided = {"甲局": Decision(adopted=(wrong.record.digest,), reason="领导同意")}
    desk = make_desk([wrong], None, YEAR, load_form(), desk_settings(), decided)
    assert [(unit.state, unit.adopted) for unit in desk.units] == [("有错误", "")]


def test_the_office_says_which_of_several_reports_holds_and_who_is_added_up(desk: OpenDesk, made: Folder) -> None:
    unit = unit_of(desk.judge(), made.units[2][0])
    chosen = next(file for file in unit.files if "改" in file.name)
    before = desk.judge().ledger.cells["t2.licensing.decisions"]
    collected = desk.decide({unit.plain: Decision(chosen=chosen.record.digest)})
    assert unit_of(collected, unit.name).state == "可采用"
    assert collected.ledger.cells["t2.licensing.decisions"] == before + 777
    assert "B-02" not in {found.rule_id for found in collected.desk.batch}
    collected = desk.decide({unit.plain: Decision(chosen=chosen.record.digest, counts=NO)})
    assert collected.ledger.cells["t2.licensing.decisions"] == before
    # The command line obeys the same decisions
    assert unit_of(run_collection(desk.request), unit.name).in_sum is False


def test_nothing_is_kept_over_what_another_program_wrote_or_by_who_only_reads(desk: OpenDesk, made: Folder) -> None:
    other = OpenDesk(desk.request)
    other.read()
    unit = unit_of(desk.judge(), made.units[1][0])
    decided = {unit.plain: Decision(counts=NO)}
    other.decide(decided)
    with pytest.raises(ReportError, match="已被另一个窗口或命令改写"):
        desk.decide({unit.plain: Decision(reason="x")})
    assert desk.judge().decisions == {}
    reader = OpenDesk(desk.request)
    reader.may_write = False
    before = (desk.request.out / "collection.json").read_bytes()
    assert not unit_of(reader.read(), unit.name).in_sum
    for step in (lambda: reader.decide({}), lambda: reader.send_back(None, FACTS), reader.write):
        with pytest.raises(ReportError, match="只读打开"):
            step()
    assert (desk.request.out / "collection.json").read_bytes() == before


def test_the_command_line_leaves_a_desk_alone_that_is_open_in_a_window(desk: OpenDesk) -> None:
    owner = LockOwner("李某", "另一台电脑", "2026-01-20T09:00:00", "other", "elsewhere")
    assert take_lock(desk.request.out / "collection.json", owner)
    with pytest.raises(ReportError, match="李某在电脑“另一台电脑”上已打开"):
        run_collection(desk.request)


def test_the_units_whose_files_were_read_are_told_while_the_others_are_read(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(kept / "来件", tmp_path / "来件")
    monkeypatch.setattr(while_reading, "_LEAST_PAUSE", 0)
    monkeypatch.setattr(while_reading, "_SHARE", 0)
    parts: list[Collected] = []
    with OpenDesk(Request(tmp_path / "来件", 2025, tmp_path / "结果", TODAY, kept / "名单.xlsx")) as desk:
        whole = desk.read(partly=parts.append)
        again: list[Collected] = []
        desk.read(partly=again.append)
    files = [sum(len(unit.files) for unit in part.desk.units) for part in parts]
    assert files == sorted(set(files))  # two may have been read at once where the machine is busy
    assert len(files) > 1
    assert all(unit.files and unit.state != "未报" for part in parts for unit in part.desk.units)
    assert [unit.state for unit in parts[-1].desk.units] == [u.state for u in whole.desk.units if u.files]
    assert again == []  # nothing was read anew


def test_a_stopped_reading_keeps_what_was_read(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept / "来件", tmp_path / "来件")
    request = Request(tmp_path / "来件", 2025, tmp_path / "结果", TODAY)
    stop = threading.Event()
    with OpenDesk(request) as desk:
        collected = desk.read(lambda done, _of: stop.set() if done == 2 else None, stop)
        assert len(collected.desk.unread) == len(list(request.folder.iterdir())) - 2
        assert {why for _, why in collected.desk.unread} == {"还没有读。再读一次时接着读。"}
        assert len(json.loads((request.out / "collection.json").read_bytes())["records"]) == 2
        assert desk.read().desk.unread == []


def test_a_sum_that_is_open_with_unsaved_changes_is_left_and_another_copy_written(desk: OpenDesk) -> None:
    draft, newest = (desk.request.out / name for name in ("汇总稿.xlsx", "汇总稿（最新）.xlsx"))
    assert draft in desk.write().written
    before, decision = draft.read_bytes(), Decision(counts="否")
    desk.decide({next(unit.plain for unit in desk.judge().desk.units if unit.in_sum): decision})
    made = desk.write(unsaved=draft)
    assert (draft.read_bytes(), newest in made.written, draft in made.written) == (before, True, False)
    assert made.told == ["“汇总稿.xlsx”正打开着修改，没有覆盖；新的结果在“汇总稿（最新）.xlsx”。"]
    assert desk.write().told == []  # saved or closed without a change of the file
    assert draft.read_bytes() != before


def test_a_sum_that_somebody_else_has_open_is_left(desk: OpenDesk) -> None:
    draft = desk.request.out / "汇总稿.xlsx"
    desk.write()
    assert take_lock(draft, LockOwner("李某", "另一台电脑", "2026-01-20T09:00:00", "own", "elsewhere"))
    assert desk.write(instance_id="own").told == []
    assert desk.write(instance_id="other").told == []  # nothing is new
    desk.decide({next(unit.plain for unit in desk.judge().desk.units if unit.in_sum): Decision(counts="否")})
    (told,) = desk.write(instance_id="other").told
    assert told.startswith("“汇总稿.xlsx”正打开着修改，没有覆盖")


def test_the_report_of_the_government_is_compared_wherever_it_lies(desk: OpenDesk, made: Folder) -> None:
    desk.write()
    assert desk.compare_own(desk.request.out / "汇总稿.xlsx") == []
    name = next(iter(made.reports))
    found = desk.compare_own(next(desk.request.folder.glob(f"{name}.*")))
    assert {finding.rule_id for finding in found} == {"B-07"}
    with pytest.raises(ReportError, match="不能与台账对照"):
        desk.compare_own(desk.request.out / "公布情况.docx")


def test_published_pages_are_compared_with_the_adopted_reports(desk: OpenDesk, made: Folder, tmp_path: Path) -> None:
    pages = tmp_path / "网页"
    pages.mkdir()
    first, undecided, last = made.units[0][0], made.units[2][0], made.units[3][0]
    for unit in (first, undecided, last):
        source = next(desk.request.folder.glob(f"{unit}.*"))
        shutil.copy(source, pages / source.name)
    report = made.reports[last].with_cells({"t2.penalty.decisions": 4321})
    for path in pages.glob(f"{last}.*"):
        path.unlink()
    (pages / "末.docx").write_bytes(report_bytes(report.with_texts({"s5": "另一段文字。"})))
    (pages / "外.docx").write_bytes(report_bytes(report.with_texts({"meta.unit": "外县外局"})))
    (pages / "坏.html").write_bytes(b"<p>404</p>")
    one, other, two, *lost = desk.compare_published(pages)
    assert (one.unit, one.is_equal) == (first, True)
    assert (other.unit, other.is_equal) == (undecided, False)
    assert other.differences == ("没有可以对照的报告：没有收到，或几份不同没有选定",)
    assert two.unit == last
    assert any("公布的是4321" in text for text in two.differences)
    assert any(text.startswith("文字不同：第五部分") for text in two.differences)
    assert len(lost) == 2
    assert not any(check.is_equal for check in lost)


def test_a_file_that_is_given_to_a_unit_is_judged_by_its_type_and_by_last_year(
    made: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit, written = "青澜县公共资源交易中心", "青澜公共资源中心"  # its name speaks for no type
    report = made.reports[made.units[0][0]].with_cells({"t2.fees.amount": 32_000, "t3.R02.C1": 3})
    last = report.with_texts({"meta.unit": unit, "meta.year": "2024"})
    last = last.with_cells({"t3.R25.C1": 7, "t2.fees.amount": 30})
    place, listed = tmp_path / "来件", [(unit, "政府部门"), made.units[1]]
    place.mkdir()
    (place / "一.docx").write_bytes(report_bytes(report.with_texts({"meta.unit": written})))
    (tmp_path / "上年").mkdir()
    (tmp_path / "上年" / "上年.docx").write_bytes(report_bytes(last))
    (tmp_path / "名单.xlsx").write_bytes(list_bytes(replace(made, units=listed)))
    request = replace(request_in(tmp_path), last_year=tmp_path / "上年")

    def rules(collected: Collected) -> set[str]:
        return {finding["rule"] for finding in unit_of(collected, unit).findings} & {"T2-05", "Y-01"}

    with OpenDesk(request) as opened:
        seen: list[tuple[int, int]] = []
        last_seen: list[tuple[int, int]] = []
        before = opened.read(
            lambda done, of: seen.append((done, of)), told_last=lambda done, of: last_seen.append((done, of))
        )
        assert seen == last_seen == [(0, 1), (1, 1)]
        (lost,) = before.desk.lost
        given = Decision(given=(lost.record.digest,))
        assert rules(opened.decide({unit: given})) == {"T2-05", "Y-01"}
        named = [item.rule_id for item in unit_of(opened.judge(), unit).items if written in item.check]
        assert named == ["B-04"]  # and not once more by N-10
        assert rules(opened.read()) == {"T2-05", "Y-01"}
        assert opened.decide({unit: Decision()}).desk.lost == before.desk.lost
        opened.decide({unit: given})
        with monkeypatch.context() as patch:  # what cannot be kept changes nothing, the judging of the file neither
            patch.setattr("core.office.collection.open_desk.save_state", _refuse)
            with pytest.raises(ReportError, match="不能写"):
                opened.decide({unit: Decision()})
        assert rules(opened.judge()) == {"T2-05", "Y-01"}
    with OpenDesk(request) as again:
        assert rules(again.read()) == {"T2-05", "Y-01"}


def _refuse(*_: object) -> str:
    raise ReportError(summary="不能写。", advice="请另选文件夹。")


_DECIDE = """
import sys
from datetime import date
from itertools import count
from pathlib import Path
from core.office.collection.collected import Request
from core.office.collection.decisions import Decision
from core.office.collection.make_desk import make_desk
from core.office.collection.desk_rules import desk_settings
from core.office.collection.letters import LetterFacts
from core.office.collection.open_desk import OpenDesk
place, name = Path(sys.argv[1]), sys.argv[2]
with OpenDesk(Request(place / "来件", 2025, place / "结果", date(2026, 1, 20), place / "名单.xlsx")) as desk:
    desk.read()
    begun = int(desk.judge().decisions[name].reason or 0) if name in desk.judge().decisions else 0
    for number in count(begun + 1):
        desk.decide({name: Decision(reason=str(number))})
        print(number, flush=True)
        desk.send_back(None, LetterFacts())
"""


@pytest.mark.slow
def test_what_was_decided_survives_a_kill_at_any_moment(kept: Path, made: Folder, tmp_path: Path) -> None:
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    unit = made.units[1][0]
    rng, told = random.Random(5), 0
    for _ in range(3):
        command = [sys.executable, "-c", _DECIDE, str(tmp_path), unit]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[4]) as process:
            assert process.stdout is not None
            first = int(process.stdout.readline())
            assert first > told
            time.sleep(rng.uniform(0.0, 0.3))
            process.kill()
            told = int((process.stdout.read().split() or [str(first)])[-1])
        state = json.loads((tmp_path / "结果" / "collection.json").read_bytes())
        assert int(state["decisions"][unit]["reason"]) >= told
    with OpenDesk(request_in(tmp_path)) as desk:
        found = unit_of(desk.read(), unit)
        assert found.returned <= 1
        assert not found.letter or letter_rows(desk.request.out / found.letter)


def test_results_of_other_reports_are_told(desk: OpenDesk, tmp_path: Path) -> None:
    out = desk.request.out
    desk.close()
    shutil.copytree(desk.request.folder, tmp_path / "来件七")
    with OpenDesk(replace(desk.request, folder=tmp_path / "来件七")) as other:
        (told,) = [said for said in other.read().told if "结果文件夹" in said]
    before = desk.request.folder.name
    assert told.startswith(f"结果文件夹里是“{before}”的结果，这次读的是“来件七”；")
    with OpenDesk(replace(desk.request, folder=tmp_path / "来件七", out=out)) as again:
        assert not [said for said in again.read().told if "这次读的是" in said]


def test_results_of_reports_that_a_link_leads_to_are_the_same(desk: OpenDesk, tmp_path: Path) -> None:
    desk.close()
    (tmp_path / "网盘").symlink_to(desk.request.folder, target_is_directory=True)
    with OpenDesk(replace(desk.request, folder=tmp_path / "网盘")) as other:
        assert not [said for said in other.read().told if "这次读的是" in said]
