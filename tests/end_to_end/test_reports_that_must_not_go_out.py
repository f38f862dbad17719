"""Ways to make a report that must not go out: each is stopped, or asked about, by a sentence that names the place."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from build_scripts.make.sample import UNIT, sample_report
from core.cli.command_line import main
from core.draft.workbook import save_draft
from core.office.export import refusal
from core.office.summary import summary
from core.report.report import Explanation, Report, parse_cell
from core.validation.validation import Checker, check_report
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from tests.focus import has_focus
from tests.window_fixtures import Answers

STOPPED, ASKED = "stopped", "asked"
ASPECTS = {
    "s1.active": "（一）主动公开",
    "s1.request": "（二）依申请公开",
    "s1.manage": "（三）政府信息管理",
    "s1.platform": "（四）政府信息公开平台建设",
    "s1.oversight": "（五）监督保障",
}
NO_OVERVIEW = dict.fromkeys(["s1", *ASPECTS], "")
PROBLEMS = "政策解读形式较单一，栏目更新不够及时。今后将制作图文解读，按月检查栏目，继续加强培训，提升公开质量。"


@dataclass(frozen=True)
class Way:
    """A way to spoil the complete sample.

    Attributes:
        outcome: Whether it is stopped or asked about.
        place: What the sentence calls the place.
        texts: Texts and metadata laid over the sample.
        cells: What is typed into cells; totals are control totals.
        explained: Key and message of an explanation that was given before.
    """

    outcome: str
    place: str
    texts: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    explained: tuple[str, str] = ("", "")

    def report(self) -> Report:
        report = sample_report()
        report = report.with_texts(self.texts)
        typed = {code: parse_cell(report.form, code, text) for code, text in self.cells.items()}
        report = report.with_cells(typed)
        key, message = self.explained
        return replace(report, explanations={key: Explanation("已核对", "张三", "2026-01-10", message)} if key else {})


def stopped(place: str, texts: dict[str, str] | None = None, **cells: str) -> Way:
    return Way(STOPPED, place, texts or {}, {code.replace("__", "."): text for code, text in cells.items()})


def asked(place: str, texts: dict[str, str], explained: tuple[str, str] = ("", ""), **cells: str) -> Way:
    return Way(ASKED, place, texts, {code.replace("__", "."): text for code, text in cells.items()}, explained)


WAYS = {
    # ---------------------------------------------------------------- sections without text
    "section one empty": stopped("第一部分“总体情况”", NO_OVERVIEW),
    "section five empty": stopped("第五部分“存在的主要问题及改进情况”", {"s5": ""}),
    "section six empty": stopped("第六部分“其他需要报告的事项”", {"s6": ""}),
    "section one a dash": stopped("第一部分“总体情况”", NO_OVERVIEW | {"s1": "——"}),
    "section five a stroke": stopped("第五部分", {"s5": "/"}),
    "section five blanks": stopped("第五部分", {"s5": " \n\u3000"}),
    "section six dots": stopped("第六部分", {"s6": "……"}),
    "section six crosses": stopped("第六部分", {"s6": "××"}),
    "all texts empty": stopped("第六部分", NO_OVERVIEW | dict.fromkeys(["lead", "s2", "s3", "s4", "s5", "s6"], "")),
    **{f"{code} empty": asked(f"“{heading}”", {code: ""}) for code, heading in ASPECTS.items()},
    "four aspects empty": asked("“（五）监督保障”", NO_OVERVIEW | {"s1.active": "分局公开信息92条。"}),
    "an opening that leaves out aspects": asked("第一部分没有写到", NO_OVERVIEW | {"s1": "分局推进主动公开。"}),
    # ---------------------------------------------------------------- texts that say nothing
    "section five says 无": asked("第五部分", {"s5": "无。"}),
    "section five too short": asked("第五部分", {"s5": "公开不够及时，将改进。"}),
    "section five without problems": asked("第五部分", {"s5": PROBLEMS.partition("。")[2]}),
    "section five without measures": asked("第五部分", {"s5": PROBLEMS.partition("。")[0].replace("，", "不够，") * 2}),
    "section six without the fee": asked("第六部分", {"s6": "无其他需要报告的事项。"}),
    "section one too long": asked("第一部分", {"s1": "分局推进公开，" * 150}),
    "a sentence that lacks its verb": asked(
        "第四部分表前文字", {"s4": "本年度因政府信息公开被行政复议、行政诉讼情况。"}
    ),
    # ---------------------------------------------------------------- debris
    "bookmark of Word": asked("第五部分", {"s5": f"[bookmark: _GoBack]{PROBLEMS}"}),
    "lost reference": asked("引言", {"lead": "见错误!未找到引用源。"}),
    "lost reference in English": asked("引言", {"lead": "见Error! Reference source not found."}),
    "field code": asked("第二部分表前文字", {"s2": 'TOC \\o "1-3" \\h \\z \\u'}),
    "link code": asked("第二部分表前文字", {"s2": 'HYPERLINK "https://www.example.gov.cn"'}),
    "tag of a page": asked("第三部分表前文字", {"s3": "没有收到申请。</p>"}),
    "entity of a page": asked("第三部分表前文字", {"s3": "没有收到&nbsp;申请。"}),
    "margin note": asked("第五部分", {"s5": f"批注 [王1]: 请核{PROBLEMS}"}),
    "error value of Excel": asked("第二部分表下注", {"note.t2": "注：清理#REF!件。"}),
    "empty value of a program": asked("第二部分表下注", {"note.t2": "注：undefined"}),
    "lost characters": asked("第三部分表下注", {"note.t3": "注：锟斤拷"}),
    "mail merge": asked("第四部分表下注", {"note.t4": "注：«单位名称»"}),
    "field of a template": asked("引言", {"lead": "{{{{单位名称}}}}编制本报告。"}),
    "picture": asked("第五部分", {"s5": f"[图片]{PROBLEMS}"}),
    "20XX": asked("第五部分", {"s5": f"20XX年，{PROBLEMS}"}),
    "202×": asked("引言", {"lead": "202×年编制。"}),
    "××": asked("第一部分“政府信息管理”", {"s1.manage": "××局加强信息管理。"}),
    "masked month": asked("引言", {"lead": "本报告于2026年X月编制。"}),
    "stars": asked("第一部分“主动公开”", {"s1.active": "分局公开信息***条。"}),
    "line to be filled in": asked("第一部分“主动公开”", {"s1.active": "分局公开信息____条。"}),
    "circles": asked("第一部分“主动公开”", {"s1.active": "分局公开信息○○条。"}),
    "empty brackets": asked("第五部分", {"s5": f"{PROBLEMS}（　）"}),
    "prompt of Word": asked("第五部分", {"s5": "单击或点击此处输入文字。" + PROBLEMS}),
    "此处填写": asked("第六部分", {"s6": "未收取信息处理费。此处填写其他事项"}),
    "待补充": asked("第六部分", {"s6": "未收取信息处理费。其他事项待补充。"}),
    "number left out": asked("第一部分“主动公开”", {"s1.active": "分局主动公开政府信息　　条。"}),
    "TODO": asked("第五部分", {"s5": f"{PROBLEMS}TODO"}),
    "question marks": asked("第五部分", {"s5": f"{PROBLEMS}???"}),
    "debris in the title": asked("报告标题", {"meta.title": f"{UNIT}20XX年政府信息公开工作年度报告"}),
    "debris in the unit": asked("单位全称", {"meta.unit": "××县水利局"}),
    "debris in the signature": asked("落款单位", {"meta.sign_off": f"{UNIT}（××）"}),
    "debris in the document number": asked("发文字号", {"meta.doc_number": "云人社函〔2026〕××号"}),
    "debris in the addressee": asked("主送机关", {"meta.addressee": "[bookmark: _GoBack]市政府办公室"}),
    "debris in the date": asked("成文日期", {"meta.date": "2026年×月"}),
    "our own placeholder": stopped("引言", {"lead": "可在【请填写：下载网址】下载。"}),
    "a field that names no number": stopped("第六部分", {"s6": "未收取信息处理费，共{t3.R99.C7}件。"}),
    # ---------------------------------------------------------------- cells
    "blank cell in table two": stopped("主动公开", t2__penalty__decisions=""),
    "blank cell in table three": stopped("“结转下年·自然人”", t3__R25__C1=""),
    "blank cell in table four": stopped("“行政复议·结果维持”", t4__review__upheld=""),
    "blank number that a text prints": stopped("“收费通知总金额”", fee__billed=""),
    "letter for a digit": stopped("“本年新收·自然人”", t3__R01__C1="1O"),
    "words behind a number": stopped("“本年新收·商业企业”", t3__R01__C2="12abc"),
    "negative number": stopped("“行政复议·其他结果”", t4__review__other="-1"),
    "decimal count": stopped("行政许可", t2__licensing__decisions="1.5"),
    "dash for zero": stopped("行政处罚", t2__penalty__decisions="—"),
    "无 for zero": stopped("行政强制", t2__coercion__decisions="无"),
    "fee that is no number": stopped("“实际收取总金额”", fee__collected="3O"),
    "control total that is no number": stopped("自然人", t3__R24__C1="1O"),
    "column out of balance": stopped("“自然人”列", t3__R01__C1="5"),
    "wrong control total": stopped("总计", t3__R01__C7="9"),
    "wrong total of table four": stopped("行政复议", t4__review__total="3"),
    # ---------------------------------------------------------------- what stands there is doubtful
    "no unit": stopped("单位全称", {"meta.unit": ""}),
    "no year": stopped("报告年度", {"meta.year": ""}),
    "no level": asked("行政层级", {"meta.level": ""}),
    "text against table": asked("第三部分表前文字", {"s3": "2025年分局收到政府信息公开申请3件。"}),
    "year left over": asked("第一部分“主动公开”", {"s1.active": "2024年，分局主动公开政府信息92条。"}),
    "period of last year": asked("引言", {"lead": "统计期限自2024年1月1日至2024年12月31日。"}),
    "another unit": asked("引言", {"lead": "现公布青原县林业局2025年政府信息公开工作年度报告。"}),
    "old number of the statute": asked("引言", {"lead": "根据《政府信息公开条例》（国务院令第492号）编制。"}),
    "explanation of another text": asked(
        "数据已变，原说明失效",
        {"s5": "公开不够及时，将改进。"},
        ("N-16:s5", "第五部分只有9字，请写清主要问题和改进措施。"),
    ),
    "explanation of another number": asked(
        "数据已变，原说明失效",
        {},
        ("T2-06:t2.fees.amount", "第二部分表前文字写的是“没有行政事业性收费项目”，但表中是3万元，请核对。"),
        t2__fees__amount="20000",
    ),
}  # fmt: skip

MORE_WAYS = {
    # ---------------------------------------------------------------- aspects that say nothing
    "an aspect says 无": asked("第一部分“政府信息公开平台建设”", {"s1.platform": "无。"}),
    "an aspect is its heading": asked("“（四）政府信息公开平台建设”", {"s1.platform": "（四）政府信息公开平台建设"}),
    "an aspect is 同上": asked("第一部分“政府信息公开平台建设”", {"s1.platform": "同上。"}),
    "an aspect refers to last year": asked("第一部分“政府信息管理”", {"s1.manage": "与去年相同。"}),
    "an aspect refers to a paper": asked("第一部分“主动公开”", {"s1.active": "详见附件1。"}),
    "section six 略": asked("第六部分", {"s6": "未收取信息处理费。（略）"}),
    "a paragraph pasted twice": asked("第五部分", {"s5": f"{PROBLEMS}\n{PROBLEMS}"}),
    "an aspect pasted into another": asked("第一部分“监督保障”", {"s1.oversight": sample_report().texts["s1.manage"]}),
    # ---------------------------------------------------------------- what a template or a helper left
    "heading of the instructions": asked("第五部分", {"s5": f"填写说明：写主要问题。\n{PROBLEMS}"}),
    "range of a sample": asked("第五部分", {"s5": f"【范文】{PROBLEMS}"}),
    "for reference only": asked("第五部分", {"s5": f"以下内容仅供参考：\n{PROBLEMS}"}),
    "XX局": asked("第一部分“主动公开”", {"s1.active": "XX局公开信息92条。"}),
    "某县": asked("引言", {"lead": "某县水利局编制本报告。"}),
    "A局": asked("第一部分“主动公开”", {"s1.active": "A局公开信息92条。"}),
    "YYYY": asked("引言", {"lead": "统计期限自YYYY年1月1日起。"}),
    "address of a template": asked("引言", {"lead": "网址：www.xxx.gov.cn。"}),
    "phone of a template": asked("联系电话", {"meta.phone": "XXXX-XXXXXXX"}),
    "contact of a template": asked("联系人", {"meta.contact": "XX科"}),
    "words of a writing program": asked("第五部分", {"s5": f"好的，以下是修改后的版本：\n{PROBLEMS}"}),
    "marks of a writing program": asked("第五部分", {"s5": f"## 存在问题\n{PROBLEMS}"}),
    "a test": asked("第六部分", {"s6": "未收取信息处理费。test"}),
    # ---------------------------------------------------------------- work that is not finished
    "still to be mended": asked("第一部分“主动公开”", {"s1.active": "全年公开信息92条。本段待完善。"}),
    "red words": asked("第五部分", {"s5": f"{PROBLEMS}（红字部分请核实）"}),
    "a note to the leader": asked("第五部分", {"s5": f"{PROBLEMS}请张局长审阅。"}),
    "stage in the title": asked("报告标题", {"meta.title": f"{UNIT}2025年政府信息公开工作年度报告（征求意见稿）"}),
    "cut off": asked("第五部分", {"s5": f"{PROBLEMS[:-1]}，"}),
    "three points": asked("第五部分", {"s5": f"一是...二是{PROBLEMS}"}),
    "page number": asked("第五部分", {"s5": f"{PROBLEMS}12"}),
    "file of this PC": asked("第六部分", {"s6": "未收取信息处理费。C:\\年报.docx"}),
    # ---------------------------------------------------------------- heads of the paper
    "title without year": asked("报告标题", {"meta.title": f"{UNIT}政府信息公开工作年度报告"}),
    "title of another paper": asked("报告标题", {"meta.title": f"{UNIT}2025年政府信息公开报告"}),
    "signed too early": asked("成文日期", {"meta.date": "2025年1月12日"}),
    "signed on no day": asked("成文日期", {"meta.date": "2026年2月30日"}),
    "number of another year": asked("发文字号", {"meta.doc_number": "云人社函〔2024〕3号"}),
}  # fmt: skip


class InThisProcess:
    """Reads here what the command line would have another process read: the edge, as slow as the PC."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, _name: str, work: Callable[[Path], object], path: Path) -> object:
        return work(path)


def test_there_are_at_least_sixty_ways() -> None:
    assert Counter(way.outcome for way in WAYS.values()) == {STOPPED: 28, ASKED: 56}
    assert len(MORE_WAYS) >= 30


def test_the_sample_itself_goes_out_without_a_question(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.draft.take(sample_report(), None)
    answers.save_to = tmp_path / "送审稿.docx"
    window.commands.run("make.review")
    assert answers.said[-1].startswith("已生成：")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_command_line_stops_it_or_says_what_is_open(
    way: Way, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.base.reading_process.ReadingProcess", InThisProcess)
    draft, word = tmp_path / "草稿.xlsx", tmp_path / "报告.docx"
    save_draft(way.report(), draft)
    code = main(["generate", str(draft), "-o", str(word), "--as", "review"])
    out, err = capsys.readouterr()
    is_stopped = way.outcome == STOPPED
    assert (code, word.exists()) == (int(is_stopped), not is_stopped)
    said = [line for line in out.splitlines() if line.startswith("  错误")] if is_stopped else err.splitlines()[1:-1]
    assert [line for line in said if way.place in line], (out, err)
    assert main(["generate", str(draft), "-o", str(word), "--as", "final"]) == 1


def test_the_window_stops_it_or_asks_and_shows_the_place(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.save_to = tmp_path / "送审稿.docx"
    answers.choice = "查看问题"
    for name, way in WAYS.items():
        window.draft.take(way.report(), None)
        window.wizard.show_page("review")
        answers.said.clear()
        window.commands.run("make.review")
        (said,) = answers.said
        if way.outcome == STOPPED:
            assert said.startswith("还不能生成：还不能生成送审稿："), name
        else:
            assert said.startswith("生成送审稿第1稿：已核对：42项勾稽关系都对"), name
            assert "个疑点没有核实或说明，将列在审签单上：" in said, name
            assert way.place in said, name
        assert window.wizard.current.key != "review", name  # the place of the first problem is shown
        assert not answers.save_to.exists(), name


@pytest.mark.parametrize("way", MORE_WAYS.values(), ids=MORE_WAYS)
def test_what_slipped_through_once_is_asked_about_by_its_place(way: Way) -> None:
    report = way.report()
    made = summary(Checker(report, today=date(2026, 1, 12)), "review")
    assert made.asks
    assert made.open is not None
    assert [line for line in made.open.lines if way.place in line], made.open.lines
    assert refusal(check_report(report, final=True, today=date(2026, 1, 12)), "final")


def test_an_empty_section_is_reached_by_the_button_of_the_refusal(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.save_to, answers.choice = tmp_path / "送审稿.docx", "查看问题"
    window.draft.take(WAYS["section five empty"].report(), None)
    assert window.wizard.review.verdict == "○ 填写中：未填第五部分文字"
    window.commands.run("make.review")
    assert answers.said == ["还不能生成：还不能生成送审稿：第五部分文字未填。可以先生成草稿。"]
    page = window.wizard.current
    assert isinstance(page, SectionPage)
    assert has_focus(page.blocks["s5"].editor)


def test_what_is_asked_about_goes_out_where_the_clerk_says_so(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.save_to, answers.confirm = tmp_path / "送审稿.docx", True
    window.draft.take(WAYS["20XX"].report(), None)
    window.commands.run("make.review")
    assert answers.save_to.exists()
    assert len(answers.said) == 2  # one question, then what was made
    assert "还有1个疑点没有核实或说明，列在审签单上：" in answers.said[-1]
    assert "20XX" in answers.said[-1]
