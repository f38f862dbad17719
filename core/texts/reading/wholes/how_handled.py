"""Knows clauses on how applications are handled, which narrow nothing of what is said of all of them behind."""

from __future__ import annotations

from core.base.patterns import pattern

_HOW_REQUESTS_ARE_HANDLED = pattern(
    "(?<![^，；])(?:我局|本局|本机关)?(?:严格|认真|切实|全面|不断|持续|进一步|坚持|落实|执行|规范|优化|完善|健全|加强|强化|推行|实行|畅通|修订)"
    "[^，；。\\d]*(?:依申请公开|信息公开申请|公开申请)[^，；。\\d]*，",
    needs=["申请"],
)
"""(严格执行依申请公开闭环管理，)全年受理申请69件: how all of them are handled narrows nothing."""
_STEP = (
    "(?:从|按程序)?(?:接收|收件|登记|受理|审核|审查|办理|拟办|转办|分办|承办|会商|会签|检索|答复|送达|反馈|归档|存档)"
)
_HOW_STEPS_ARE_TAKEN = pattern(
    "(?<![^，；])(?:我局|本局|本机关)?(?:不断|持续|进一步|严格|切实|全面)*(?:规范|优化|细化|完善|健全|理顺|压实|畅通|严把|落实)"
    "(?:(?!除|另|其余|余下|结转|上年|撤回|补正|逾期|到期)[^，；。\\d])*(?:环节|流程|程序|步骤|链条|规程|机制|制度|关口?|渠道|途径|入口|窗口)，"
    f"|(?<![^，；。]){_STEP}(?:[、和及与]{_STEP}){{2,}}[^，；。\\d]{{0,14}}，"
)
"""(进一步规范登记、审核、答复、归档各环节，)本年度65件申请已全部办结, (登记、审核、答复、归档全程留痕，)…"""
_HOW_THEY_ARE_ANSWERED = pattern(
    "(?<![^，；])(?:(?:办理|工作|答复)(?:过程)?中|(?:我局|本局|本机关|街道)?(?:始终|一律|切实|认真)?)?"
    "(?:坚持|落实|遵循|恪守|严守|按照|严格|实行|做到|执行|答复前|(?:安排|指定|明确|落实|由)?专人)"
    "(?:(?!除|另|其余|余下|结转|上年|撤回|补正|逾期|到期|信访|投诉|举报|建议|提案|咨询|复议|诉讼|许可)[^，；。\\d])*，",
)
"""(坚持谁主管谁答复，)12件均已办结: how they are answered narrows nothing."""
_REMINDED = pattern(
    "(?<![^，；])(?:对|在)?(?:临近)?(?:到期|期满|届满|超期|逾期)前[^，；。]{0,16}(?:提醒|预警|提示|催办|督办)，"
)
"""(到期前3日短信提醒，)全年申请办结率100%"""


def without_manner(before: str) -> str:
    """Return the words before a statement on all without the clauses on how these were handled."""
    for how in (_HOW_STEPS_ARE_TAKEN, _HOW_REQUESTS_ARE_HANDLED, _HOW_THEY_ARE_ANSWERED, _REMINDED):
        before = how.sub("", before)
    return before
