"""The catalogue of formats, and what the loader refuses of a folder."""

from pathlib import Path

import pytest

from core.base import resources
from core.checks.rules import PrintedForm, readable_rules
from core.draft.workbook import load_draft
from core.form.form_files import FormatFolder, FormDefinitionError
from core.form.form_reader import form_for_year, load_form, read_form
from core.form.formats import all_formats, for_year, form_ids, is_form_id, mixture_id, newest
from core.published import import_report
from core.report.report import Report, new_report
from core.validation.validation import check_report
from core.web.html_report import report_html
from tests.form_fixtures import next_formats, with_next_formats  # noqa: F401  a fixture is found by its name here

DRAFTS = Path(__file__).parent.parent.parent / "data" / "drafts"


def changed(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_formats_follow_each_other_without_a_gap() -> None:
    known = all_formats()
    assert known[0] is newest()
    assert known[0].last_year == 9999
    assert [older.last_year + 1 for older in known[1:]] == [newer.first_year for newer in known[:-1]]


@pytest.mark.parametrize("form_id", form_ids())
def test_no_rule_reads_what_its_form_does_not_have(form_id: str) -> None:
    assert readable_rules(load_form(form_id))


@pytest.mark.usefixtures("next_formats")
def test_a_new_folder_ends_the_format_before_it_and_new_reports_follow_their_year() -> None:
    assert [(f.id, f.first_year, f.last_year) for f in all_formats()] == [
        ("2030", 2030, 9999),
        ("2027", 2027, 2029),
        ("2021", 2021, 2026),
        ("2019", 2019, 2020),
    ]
    for year, form_id in (
        (2018, "2019"),
        (2020, "2019"),
        (2026, "2021"),
        (2027, "2027"),
        (2029, "2027"),
        (2031, "2030"),
    ):
        report = new_report("某局", "政府部门", year)
        assert (report.form_id, report.meta["meta.form"]) == (form_id, form_id)
        assert form_for_year(year).id == for_year(year).id == form_id
        assert year < 2019 or not [f for f in check_report(report).findings if f.rule_id == "F-03"]


def test_a_format_does_not_take_over_the_last_year_of_the_one_below(tmp_path: Path) -> None:
    root = with_next_formats(tmp_path)
    changed(root, "2021/form.toml", "first_year = 2021\n", "first_year = 2021\nlast_year = 2026\n")
    assert read_form(FormatFolder(root / "2027")).last_year == 9999


@pytest.mark.parametrize("years", ["first_year = 2027\nlast_year = 2026", "first_year = 2028\nlast_year = 2027"])
def test_a_first_year_behind_the_last_one_is_refused(tmp_path: Path, years: str) -> None:
    root = with_next_formats(tmp_path)
    changed(root, "2027/form.toml", "first_year = 2027", years)
    with pytest.raises(FormDefinitionError, match="year"):
        read_form(FormatFolder(root / "2027"))


def test_two_formats_for_one_year_are_refused(next_formats: Path) -> None:  # noqa: F811
    changed(next_formats, "2030/form.toml", "first_year = 2030", "first_year = 2027")
    with pytest.raises(FormDefinitionError, match="must end by 2026"):
        all_formats()


def test_what_is_no_number_of_a_document_is_refused(next_formats: Path) -> None:  # noqa: F811
    changed(next_formats, "2030/form.toml", '〔2030〕2号"\nfirst', '[2030]2号"\nfirst')
    with pytest.raises(FormDefinitionError, match="no number of a document"):
        all_formats()


def test_a_rule_that_reads_a_row_which_is_gone_is_refused_unless_the_format_leaves_it_out(next_formats: Path) -> None:  # noqa: F811
    changed(next_formats, "2027/t3.toml", '{ items = [{ row = "R23" }, { cell = "R23.*" }] },\n', "")
    changed(next_formats, "2027/t3.toml", "rows = 23", "rows = 22")
    changed(next_formats, "2027/t3.toml", '其他处理", rows = 4', '其他处理", rows = 3')
    changed(next_formats, "2027/t3.toml", "grid = [", 'without = ["R23"]\n\ngrid = [')
    changed(next_formats, "2027/rules.toml", "R23 = 1, ", "")
    report = new_report("某局", "政府部门", 2027)
    with pytest.raises(FormDefinitionError, match=r"T3-07 reads \['t3.R23.C7'\]"):
        check_report(report)

    (next_formats / "2027" / "rules_numbers.toml").write_text('without = ["T3-07"]\n', encoding="utf-8")
    form = read_form(FormatFolder(next_formats / "2027"))
    assert "T3-07" not in {rule.id for rule in readable_rules(form)}


def test_params_that_name_an_unknown_cell_are_refused(tmp_path: Path) -> None:
    root = with_next_formats(tmp_path)
    record = '[[rules]]\nid = "T2-07"\nparams = { cells = ["t2.gone.decisions"] }\n'
    (root / "2027" / "rules_numbers.toml").write_text(record, encoding="utf-8")
    with pytest.raises(FormDefinitionError, match=r"t2\.gone\.decisions"):
        read_form(FormatFolder(root / "2027"))


def test_an_equation_with_an_unknown_sign_is_refused(tmp_path: Path) -> None:
    root = with_next_formats(tmp_path)
    changed(root, "2021/rules.toml", 'operator = "="', 'operator = "~"')
    with pytest.raises(FormDefinitionError, match="unknown operator '~'"):
        read_form(FormatFolder(root / "2021"))


def test_every_file_of_a_folder_that_is_missing_is_that_of_the_format_below(tmp_path: Path) -> None:
    root = with_next_formats(tmp_path)
    own = {path.name for path in (root / "2027").iterdir()}
    below = {path.name for path in (root / "2021").iterdir()}
    assert below - own >= {"t2.toml", "t4.toml", "departments.toml", "sentences.toml", "carry_over.toml"}
    form, base = read_form(FormatFolder(root / "2027")), read_form(FormatFolder(root / "2021"))
    assert form.tables["t4"] == base.tables["t4"]
    assert list(form.rules) == list(base.rules)


@pytest.mark.usefixtures("next_formats")
def test_a_new_column_stands_where_the_format_names_it() -> None:
    assert list(load_form("2030").tables["t4"].columns)[2:5] == ["other", "withdrawn", "pending"]


def test_a_number_that_does_not_stand_below_its_label_is_refused(tmp_path: Path) -> None:
    root = with_next_formats(tmp_path)
    changed(
        root,
        "2030/t4.toml",
        '{ column = "withdrawn" }, { column = "pending" }',
        '{ column = "pending" }, { column = "withdrawn" }',
    )
    with pytest.raises(FormDefinitionError, match="stands in the column"):
        read_form(FormatFolder(root / "2030"))


def test_a_published_report_in_an_old_format_is_told_the_right_one() -> None:
    report = Report("2019", status={"imported_from": "年报.docx"}).with_texts({"meta.year": "2025"})
    assert [(f.level, f.message) for f in check_report(report).findings if f.rule_id == "F-03"] == [
        (
            "warning",
            "2025年度的报告用的是国办公开办函〔2019〕60号试行格式，请改用2021年格式（国办公开办函〔2021〕30号）。",
        )
    ]


# ---------------------------------------------------------------- mixtures


def test_a_table_of_an_old_format_is_told_where_it_stands_and_what_to_do() -> None:
    report = Report("mixed").with_texts({"meta.year": "2025"})
    (found,) = [f for f in check_report(report, printed_form=PrintedForm()).findings if f.rule_id == "F-03"]
    assert found.cells == tuple(f"t3.other_2019.C{i}" for i in range(1, 8))
    assert found.message == (
        "收到和处理政府信息公开申请情况表是2019年格式（“（六）其他处理”行与2021年格式不同），"
        "2025年度应用2021年格式（国办公开办函〔2021〕30号），请换成该格式的表重新填写。"
    )


@pytest.mark.parametrize(("name", "form_id"), [("mixed", "mixed"), ("mixed-2019-t2", "mixed_2019_t2")])
def test_a_draft_of_a_mixed_report_that_an_older_version_wrote_still_opens(name: str, form_id: str) -> None:
    loaded = load_draft(DRAFTS / f"{name}-v1.xlsx")
    report = loaded.report
    assert (report.form_id, report.form_label, loaded.remarks) == (form_id, "mixed", ())
    assert report.cells == {code: n % 7 for n, code in enumerate(report.form.entered)}
    assert "F-03" in {f.rule_id for f in check_report(report).findings}


@pytest.mark.usefixtures("next_formats")
def test_a_mixture_of_any_formats_is_derived_from_them() -> None:
    form_id = mixture_id(["2019", "2027", "2030"])
    assert form_id == "2019+2027+2030"
    assert is_form_id(form_id)
    form = load_form(form_id)
    assert form.formats == ("2030", "2027", "2019")
    assert list(form.tables) == ["t2_2019", "t3", "t4"]
    assert {"t2_2019.rules.made", "t3.R26.C1", "t4.review.withdrawn", "fee.notices"} <= form.cells.keys()
    assert {e.rule_id for e in form.equations} == {"T3-01", "T3-02", "T3-03", "T4-01", "T4-02", "T4-03"}
    assert "X-01" not in {rule.id for rule in readable_rules(form)}


FOURTH_TABLE = """
id = "t5"
name = "整改情况表"
section = "s5"
unit = "件"
least_rows = 2
least_columns = 1
columns = [{ key = "found", label = "发现问题数量" }, { key = "solved", label = "整改完成数量" }]
grid = [
    { header = true, items = [{ label = "问题类别" }, { column = "found" }, { column = "solved" }] },
    { items = [{ row = "late" }, { cell = "late.*" }] },
    { items = [{ row = "wrong" }, { cell = "wrong.*" }] },
]
rows = [{ key = "late", label = "公开不及时的问题" }, { key = "wrong", label = "答复不规范的问题" }]
"""
FOURTH = """
based_on = "2030"
id = "2040"
name = "四张表的格式"
document = "国办公开办函〔2040〕3号"
first_year = 2040
tables = ["t2", "t3", "t4", "t5"]
[[sections]]
key = "s5"
contents = ["s5", "t5"]
"""


@pytest.mark.parametrize(("form_id", "year"), [("2021", 2026), ("2040", 2041), ("2019+2030+2030+2040", 2041)])
def test_a_format_with_one_more_table_is_told_apart(
    next_formats: Path,  # noqa: F811
    form_id: str,
    year: int,
    tmp_path: Path,
) -> None:
    (next_formats / "2040").mkdir()
    (next_formats / "2040" / "form.toml").write_text(FOURTH, encoding="utf-8")
    (next_formats / "2040" / "t5.toml").write_text(FOURTH_TABLE, encoding="utf-8")
    report = new_report("某局", "政府部门", year, form_id=form_id)
    assert report.form.all_tables == ("全部三张表" if form_id == "2021" else "全部四张表")
    for number, code in enumerate(report.form.entered):
        report = report.with_cells({code: number % 5})
    page = tmp_path / "公布.htm"
    page.write_bytes(report_html(report))
    imported = import_report(page)
    assert imported.is_complete
    assert imported.report.cells == report.cells
    assert imported.form == ("mixed" if "+" in form_id else form_id)


@pytest.mark.parametrize("text", ["", "2099", "../2021", "2021+", "2021+2021+2021", "2019+2021", "2021+2019+2099"])
def test_what_names_no_format_and_no_mixture_is_none(text: str) -> None:
    assert not is_form_id(text)


def test_no_format_is_named_in_the_program() -> None:
    root = Path(resources.__file__).parent.parent.parent.parent
    ids = [f'"{form_id}"' for form_id in form_ids() if form_id != "mixed"]
    sources = [path for room in ("core", "gui") for path in (root / room).rglob("*.py")]
    assert [path.name for path in sources if any(text in path.read_text(encoding="utf-8") for text in ids)] == []
