"""Where the last text of a report ends, so that it is divided wherever unit and date do not need all of it."""

import pytest

from core.report.report import Report
from core.report.shown_report import shown_report
from core.word import plan
from core.word.last_page import ending, pages
from core.word.looks import looks
from core.word.page_flow import Flow, Unit, line_units
from core.word.plan import TWIPS, text_height
from core.word.report import report_paragraphs
from core.word.style_profile import preset
from tests.core.report.sample_reports import written_report

STYLE = preset()


def signed(before: int, lines: int) -> Report:
    """A report with so many lines in section 五 and in the only paragraph of section 六, above unit and date."""
    texts = {"s5": "\n".join("一行。" for _ in range(before)), "s6": "水" * (28 * lines - 4) + "。"}
    return written_report().with_texts({**texts, "meta.sign_off": "某某县水利局", "meta.date": "2026年1月12日"})


def kept(report: Report) -> str:
    """Return what keeps the last paragraph on the page of unit and date."""
    (kind, _), *_ = report_paragraphs(report.form, shown_report(report), STYLE)["s6"]
    return kind.removeprefix("plain")


def test_the_lines_of_a_page_stand_22_to_its_height_and_evenly() -> None:
    flow = Flow(text_height(STYLE) / TWIPS)
    flow.add(line_units(60, looks(STYLE)["Normal"], before=5))
    for page in flow.pages[:2]:
        tops = [top for _, top in page]
        assert len(tops) == 22
        assert tops == pytest.approx([STYLE.pitch * at for at in range(22)])


@pytest.mark.parametrize(
    ("kept", "tops"),
    [
        ((False, False), [0, 1, 2, 0]),
        ((True, False), [0, 1, 0, 1]),
        ((True, False, False), [0, 1, 0, 1, 2]),
        ((True, True, False), [0, 1, 0, 1, 2]),
        ((False, True, False), [0, 1, 2, 0, 1]),
        ((True, True, True, False), [0, 1, 2, 0, 1, 2]),  # no page holds them
        ((False, True), [0, 1, 2, 0]),
    ],
)
def test_what_stands_together_moves_down_together_to_the_very_last(kept: tuple[bool, ...], tops: list[int]) -> None:
    flow = Flow(30)
    flow.add([Unit(10), Unit(10), *(Unit(10, keeps_next=is_kept) for is_kept in kept)])
    assert [top / 10 for page in flow.pages for _, top in page] == tops


@pytest.mark.parametrize("before", range(22))  # a page has 22 lines
@pytest.mark.parametrize("lines", [6, 8, 10])
def test_a_long_one_stands_with_nothing_where_a_page_ends_near_it(before: int, lines: int) -> None:
    report = signed(before, lines)
    form, paragraphs = report.form, dict(report_paragraphs(report.form, shown_report(report), STYLE))
    (kind, text), *_ = paragraphs["s6"]
    seal = len(paragraphs["seal"])
    found = ending("s6", {**paragraphs, "s6": [("plain", text)]}, form, STYLE)
    if found.lines:
        assert kind == "plain.free"
        assert found.lines >= 2
        assert seal == 2
    else:  # all of it stands on the page of unit and date
        assert kind == "plain.end"
        assert found.free >= seal + 2
        assert 1 <= seal <= 2
    moved = [code for code, ((kind, _), *_) in paragraphs.items() if ".down" in kind]
    assert not moved or found.lines  # nothing moves for nothing


def test_headings_move_down_by_about_the_same() -> None:
    steps = set()
    for before in range(22):
        report = signed(before, 8)
        paragraphs = report_paragraphs(report.form, shown_report(report), STYLE)
        kinds = [paragraphs[f"title.{key}"][0][0].partition(".down") for key in ("s5", "s6")]
        steps.add(tuple(int(halves or 0) for _, _, halves in kinds))
    assert len(steps) > 2
    assert all(0 <= below - above <= 1 or not above for above, below in steps)


@pytest.mark.parametrize("before", range(22))
def test_a_short_one_stands_with_them_as_a_whole(before: int) -> None:
    assert kept(signed(before, 5)) == plan.WHOLE


@pytest.mark.parametrize("before", range(22))
@pytest.mark.parametrize("lines", [6, 10, 14, 15, 16, 17, 18, 19, 20, 24, 30])
def test_two_lines_stand_above_unit_and_date_wherever_a_page_ends(before: int, lines: int) -> None:
    report = signed(before, lines)
    last = pages(report_paragraphs(report.form, shown_report(report), STYLE), report.form, STYLE)[-1]
    assert last.count("s6") >= 2
    assert last[-2:] == ["meta.sign_off", "meta.date"]
