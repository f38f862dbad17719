"""The sweep over what is read of others, bounded; and the sweep itself can fail."""

import pytest

from build_scripts.sweeps.mutate_readers import MOST_MEGABYTES, READERS, main, sweep
from core.base.errors import ReportError
from core.base.reading_process import ReadingBugError, ReadingProcess


def test_damaged_inputs_of_every_kind_are_read_or_refused() -> None:
    """The full sweep reads 5,000."""
    result = sweep(range(40), seed=5, jobs=1, kinds=list(READERS))

    assert (result.bugs, result.hangs) == ([], [])
    assert {outcome.partition(":")[0] for outcome in result.outcomes} == set(READERS)
    assert result.megabytes < MOST_MEGABYTES


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ReadingBugError("ValueError: x"), "1 tracebacks, 0 hangs"),
        (ReportError(summary="读了20秒", advice=""), "0 tracebacks, 1 hangs"),
    ],
)
def test_the_sweep_notices_a_traceback_and_a_hang(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(ReadingProcess, "read", failing)

    assert main(["--count", "1"]) == 1
    assert said in capsys.readouterr().out
