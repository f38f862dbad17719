"""Files are asked for where the clerk was last time for the same purpose, in a folder that is there."""

from pathlib import Path

import pytest

from gui import dialogs
from gui.dialogs import chosen_files
from gui.dialogs.chosen_files import ChosenFiles
from gui.look.settings import SettingsStore
from gui.main_window import MainWindow
from tests.window_fixtures import Answers


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    made = {name: tmp_path / name for name in ("草稿", "送审", "去年", "文档")}
    for folder in made.values():
        folder.mkdir()
    return made


@pytest.fixture
def names() -> list[str]:
    """What each dialog proposed to save under."""
    return []


@pytest.fixture
def proposed(
    monkeypatch: pytest.MonkeyPatch, answers: Answers, places: dict[str, Path], names: list[str]
) -> list[Path]:
    """Where each dialog began."""
    seen: list[Path] = []

    def ask_open(_parent: object, _title: str, folder: str, _filter: str) -> Path | None:
        seen.append(Path(folder))
        return answers.open_from

    def ask_save(_parent: object, _title: str, proposal: Path, _filter: str) -> Path | None:
        seen.append(proposal.parent)
        names.append(proposal.name)
        return answers.save_to

    monkeypatch.setattr(dialogs, "ask_open", ask_open)
    monkeypatch.setattr(dialogs, "ask_save", ask_save)
    monkeypatch.setattr(chosen_files, "_documents", lambda: places["文档"])
    return seen


def test_each_purpose_has_its_folder_also_in_the_next_session(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path]
) -> None:
    answers.open_from = places["去年"] / "2024.docx"
    window.files.open("source", "选择", dialogs.PUBLISHED_FILTER)
    window.files.open("source", "选择", dialogs.PUBLISHED_FILTER)
    window.files.open("returned", "选择", dialogs.WORD_FILTER)
    assert proposed == [places["文档"], places["去年"], places["文档"]]
    later = ChosenFiles(SettingsStore(), window.draft, window)
    assert later.folder("source") == places["去年"]


def test_the_results_of_the_desk_are_proposed_until_another_folder_was_chosen(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path]
) -> None:
    window.files.results = places["草稿"]
    answers.open_from = places["送审"] / "政府.docx"
    for _ in range(2):
        window.files.open("collection", "选择", dialogs.PUBLISHED_FILTER)
    assert proposed == [places["草稿"], places["送审"]]


def test_a_folder_that_is_gone_is_not_proposed(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path]
) -> None:
    answers.open_from = places["去年"] / "2024.docx"
    window.files.open("source", "选择", dialogs.PUBLISHED_FILTER)
    places["去年"].rmdir()
    assert window.files.folder("source") == places["文档"]
    places["文档"].rmdir()
    assert window.files.folder("source") == Path.home()


def test_what_is_made_of_a_draft_lies_beside_it_until_another_folder_is_chosen(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path]
) -> None:
    window.open_sample()
    answers.save_to = places["草稿"] / "草稿.xlsx"
    assert window.save()
    assert window.files.folder("output") == places["草稿"]
    answers.save_to = places["送审"] / "第1稿.docx"
    window.files.save("output", "生成", "第1稿.docx", dialogs.WORD_FILTER)
    answers.save_to.touch()
    assert window.files.folder("output") == places["送审"]
    assert window.files.folder("draft") == places["草稿"]
    answers.save_to = places["去年"] / "另一份.xlsx"  # the draft of another unit, in another folder
    assert window.commands.saving.save_as()
    assert window.files.folder("output") == places["去年"]


def test_nothing_is_remembered_where_the_clerk_thought_better_of_it(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path]
) -> None:
    answers.open_from = None
    assert window.files.open("source", "选择", dialogs.PUBLISHED_FILTER) is None
    assert not window.settings.values.folders


def test_nothing_is_proposed_to_be_saved_where_the_reports_of_others_come_in(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path]
) -> None:
    window.open_sample()
    answers.save_to = places["送审"] / "乡镇" / "报告.xlsx"
    answers.save_to.parent.mkdir()
    assert window.save()
    window.files.incoming = places["送审"]
    assert window.files.folder("output") == places["文档"]
    answers.save_to = None
    window.files.save("draft", "另存为", "报告.xlsx", dialogs.WORD_FILTER)
    assert proposed[-1] == places["文档"]
    assert window.files.folder("draft") == places["送审"] / "乡镇"


def test_a_draft_is_never_proposed_to_be_saved_over_another(
    window: MainWindow, answers: Answers, proposed: list[Path], names: list[str], places: dict[str, Path]
) -> None:
    answers.save_to = places["文档"] / "报告（草稿）.xlsx"
    for taken in ([], ["报告（草稿）.xlsx"], ["报告（草稿）.xlsx", "报告（草稿）（2）.xlsx"]):
        for name in taken:
            (places["文档"] / name).touch()
        window.files.save("draft", "保存草稿", "报告（草稿）.xlsx", dialogs.DRAFT_FILTER)
    assert names == ["报告（草稿）.xlsx", "报告（草稿）（2）.xlsx", "报告（草稿）（3）.xlsx"]


@pytest.mark.parametrize("is_first", [False, True])
def test_after_a_folder_refused_a_file_the_former_one_is_proposed_again(
    window: MainWindow, answers: Answers, proposed: list[Path], places: dict[str, Path], is_first: bool
) -> None:
    if not is_first:
        answers.save_to = places["草稿"] / "草稿.xlsx"
        window.files.save("draft", "保存草稿", "草稿.xlsx", dialogs.DRAFT_FILTER)
        answers.save_to.touch()
    answers.save_to = places["送审"] / "草稿.xlsx"  # a stick that is protected
    window.files.save("draft", "保存草稿", "草稿.xlsx", dialogs.DRAFT_FILTER)
    good = places["文档"] if is_first else places["草稿"]
    assert window.files.folder("output") == good
    assert window.files.folder("draft") == good
    answers.save_to = None
    window.files.save("draft", "保存草稿", "草稿.xlsx", dialogs.DRAFT_FILTER)
    assert proposed[-1] == good
    later = ChosenFiles(SettingsStore(), window.draft, window)
    assert later.folder("draft") == good
