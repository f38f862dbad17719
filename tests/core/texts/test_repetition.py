"""How much of a section stood in last year's report: what is counted, and what everybody writes is not."""

from datetime import date

from core.report.report import Report, new_report
from core.texts.rules.repetition import Repetition, same_in_last_year, section_repetition
from core.validation.validation import Checker

FIVE = "政策解读形式单一，村级栏目更新不及时，下一步开设图解栏目并逐月检查3次。"
UNIT = "某某市自然资源和规划局"


def checker(now: dict[str, str], last: dict[str, str]) -> Checker:
    def made(year: int, texts: dict[str, str]) -> Report:
        return new_report(UNIT, "政府部门", year).with_texts(texts)

    return Checker(made(2025, now), last_year=made(2024, last), today=date(2026, 1, 10))


def repeated(now: dict[str, str], last: dict[str, str], section: str) -> Repetition | None:
    return section_repetition(checker(now, last).context, section)


def test_digits_marks_and_blanks_do_not_hide_what_is_repeated() -> None:
    other = FIVE.replace("3次", "１２次").replace("，", "； ")
    assert repeated({"s5": other}, {"s5": FIVE}, "s5") == Repetition(32, 32)


def test_short_stretches_in_common_do_not_count() -> None:
    other = "政策解读形式较少，村级栏目更新较慢，拟开设视频栏目，由专人负责，按季检查，年底通报结果。"
    found = repeated({"s5": other}, {"s5": FIVE}, "s5")
    assert found is not None
    assert found.percent == 0


def test_what_everybody_writes_is_not_counted() -> None:
    own = "本局严格执行保密审查制度，逐件登记，年内集中清理历史文件并调整公开目录。"
    common = (
        f"{UNIT}按照《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号。"
        "本年度未收到政府信息公开申请，无上年结转的申请。"
    )
    alone, together = repeated({"s3": own}, {"s3": "无"}, "s3"), repeated({"s3": own + common}, {"s3": common}, "s3")
    assert alone is not None
    assert together == Repetition(0, alone.counted + len("按照"))


def test_a_text_that_moved_within_its_section_is_repeated_and_one_of_another_section_is_not() -> None:
    now = {"s1.active": FIVE}
    assert repeated(now, {"s1.platform": FIVE}, "s1") == Repetition(32, 32)
    assert repeated(now, {"s5": FIVE, "s1.request": "收到申请3件。"}, "s1") == Repetition(0, 32)
    assert repeated(now, {"s5": FIVE}, "s1") is None  # there was nothing to repeat
    assert repeated({"s5": FIVE[:20]}, {"s5": FIVE}, "s5") is None  # too short to say anything


def test_stretches_of_last_years_text_are_marked_without_their_numbers() -> None:
    last = f"上年问题：{FIVE}共检查9个村。"
    spans = same_in_last_year(checker({"s5": FIVE}, {"s5": last}).context, "s5")
    assert [last[start:end] for start, end in spans] == [FIVE[:-3], "次"]
