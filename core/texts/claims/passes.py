"""The passes over the claims of all texts, in their order, each with a sentence that needs it.

Each compares anew, or leaves alone, claims that the ones before left as they were, mostly wrong ones, or adds
one in its place. Whoever writes a new one puts it here, behind those whose verdicts it needs. What it asks of
``context.numbers`` is noted for it, so that what was judged is judged again when one of these changes.
"""

from __future__ import annotations

from collections.abc import Callable

from core.checks.rules import CheckContext
from core.texts.claims.alibi.alibis import alibis
from core.texts.claims.before_change import before_change
from core.texts.claims.cases.all_of_some import all_of_some_left_out
from core.texts.claims.cases.all_upheld import all_upheld
from core.texts.claims.cases.by_instance import by_instance
from core.texts.claims.cases.cases_by_figures import cases_by_figures
from core.texts.claims.cases.cases_of_persons import cases_of_persons
from core.texts.claims.cases.cases_of_some import outcomes_of_some_left_out
from core.texts.claims.cases.cases_together import cases_together_left_out
from core.texts.claims.cases.former_and_latter import former_and_latter
from core.texts.claims.cases.handed_to_kinds import handed_to_kinds
from core.texts.claims.cases.named_as_suits import named_as_suits
from core.texts.claims.cases.none_but_pending import none_but_pending
from core.texts.claims.cases.none_lost_of_closed import none_lost_of_closed
from core.texts.claims.cases.of_all_kinds import of_all_kinds
from core.texts.claims.cases.of_one_dispute import of_one_dispute
from core.texts.claims.cases.of_this_sort import of_this_sort
from core.texts.claims.cases.only_cases import said_once
from core.texts.claims.cases.outcomes_joined import outcomes_joined
from core.texts.claims.cases.outcomes_of_those import outcomes_of_those
from core.texts.claims.cases.outcomes_of_ways import outcomes_of_ways
from core.texts.claims.cases.rates_of_others import rates_of_others
from core.texts.claims.cases.rejected_beside import rejected_left_out
from core.texts.claims.cases.rest_by_kind import rest_by_kind
from core.texts.claims.cases.same_cases import same_cases
from core.texts.claims.claim import Found
from core.texts.claims.far_from_table import far_from_table_left_out
from core.texts.claims.fee_parts import fee_parts
from core.texts.claims.fee_rest import fee_rest
from core.texts.claims.kinds.firms_with_lawyers import firms_with_lawyers
from core.texts.claims.kinds.kinds_adding_up import kinds_adding_up
from core.texts.claims.kinds.kinds_left import kinds_left
from core.texts.claims.kinds.kinds_of_row import kinds_of_row
from core.texts.claims.kinds.kinds_of_some import kinds_of_some
from core.texts.claims.kinds.kinds_told import kinds_by_their_head, kinds_of_the_rest
from core.texts.claims.kinds.kinds_told_again import kinds_told_again
from core.texts.claims.kinds.left_of_kind import left_of_kind
from core.texts.claims.kinds.one_basis import kinds_of_one_basis
from core.texts.claims.kinds.parts_of_results import kinds_of_one_row, new_and_old_of_results, parts_of_granted
from core.texts.claims.kinds.rest_once import rest_once
from core.texts.claims.kinds.runs_of_kind import runs_of_kind
from core.texts.claims.kinds.said_of_row import said_of_row
from core.texts.claims.left_out import new_ones_left_out, parts_left_out, totals_left_out
from core.texts.claims.new_and_old.all_done_beside_left import all_done_beside_left
from core.texts.claims.new_and_old.all_of_both import all_of_both
from core.texts.claims.new_and_old.at_first import at_first_left_out
from core.texts.claims.new_and_old.carried_and_new import told_apart_left_out
from core.texts.claims.new_and_old.done_of_all import done_of_all
from core.texts.claims.new_and_old.done_of_new import new_ones_done_left_out
from core.texts.claims.new_and_old.done_of_own import done_of_own
from core.texts.claims.new_and_old.due_all_done import due_all_done
from core.texts.claims.new_and_old.due_behind import due_behind
from core.texts.claims.new_and_old.old_ones_too import old_ones_too
from core.texts.claims.new_and_old.parts_of_left import parts_of_left
from core.texts.claims.new_and_old.rate_of_due import rate_of_due
from core.texts.claims.new_and_old.rest_carried import rest_carried
from core.texts.claims.new_and_old.still_open import still_open
from core.texts.claims.of_some.all_of_told import all_of_told_left_out
from core.texts.claims.of_some.asked_by_sort import asked_by_sort_left_out
from core.texts.claims.of_some.asked_of_us import asked_of_us
from core.texts.claims.of_some.beside_others import beside_others
from core.texts.claims.of_some.named_sets import of_named_sets
from core.texts.claims.of_some.narrowed import narrowed_left_out
from core.texts.claims.of_some.of_subsets import subsets_left_out
from core.texts.claims.of_some.of_told_sets import of_told_sets
from core.texts.claims.of_some.one_of_its_parts import parts_alike_behind_unknown
from core.texts.claims.of_some.other_years import other_years_left_out
from core.texts.claims.of_some.parts_of_told import parts_of_told_left_out
from core.texts.claims.of_some.rest_of_told import rest_of_told_left_out
from core.texts.claims.of_some.results_after_story import results_after_story
from core.texts.claims.of_some.results_of_whole import results_of_whole
from core.texts.claims.of_some.singled_out import singled_out_left_out
from core.texts.claims.of_some.subset_parts import subset_parts_left_out
from core.texts.claims.of_some.told_stories import told_stories_left_out
from core.texts.claims.parts.asked_within_row import asked_within_row
from core.texts.claims.parts.divided_reasons import divided_reasons_left_out
from core.texts.claims.parts.given_parts import given_parts
from core.texts.claims.parts.heads_hold import heads_hold
from core.texts.claims.parts.lists_alone import lists_alone
from core.texts.claims.parts.more_than_all import more_than_all
from core.texts.claims.parts.one_base import shares_of_one_base
from core.texts.claims.parts.parts_alike import parts_alike_left_out, those_of_offices_left_out
from core.texts.claims.parts.sentences_hold import sentences_hold
from core.texts.claims.parts.several_results import of_several_results
from core.texts.claims.parts.split_ones import split_ones_left_out
from core.texts.claims.parts.sums_above import sums_above_left_out
from core.texts.claims.parts.told_as_parts import told_as_parts
from core.texts.claims.parts.wider_wholes import wider_wholes_left_out
from core.texts.claims.told_rightly import told_rightly_left_out
from core.texts.claims.turned_digits import turned_digits
from core.texts.claims.values_listed import listed_values_left_out

Pass = Callable[[CheckContext, Found], Found]


def _alone(judged: Callable[[Found], Found]) -> Pass:
    """Return a pass that asks the claims only, not the tables."""
    return lambda _, found: judged(found)


PASSES: tuple[Pass, ...] = (
    _alone(said_once),  # 行政复议1件，结果维持1件: one slip is said once
    listed_values_left_out,  # 金额为240元、200元、300元: none of them by itself
    runs_of_kind,  # 自然人是主体，新收142件，答复141件，公开61件: each right in their column, none for all
    outcomes_of_ways,  # 直接起诉5件，维持2件、纠正3件: of those sued directly
    handed_to_kinds,  # 直接起诉5件、复议后起诉3件，分别审结4件、3件: each of one kind
    said_of_row,  # 结转7件，半数为自然人所提: half of these
    fee_rest,  # 应收500元，尚有100元未缴纳: 400 were collected
    fee_parts,  # 合计1100元，缴纳800元，300元不再收取: 300 of the 1100
    rest_carried,  # 新收9件，年内答复8件，另外1件跨年办理: carried over
    kinds_by_their_head,  # 新收11件，其中自然人2件、法人9件: of the new ones, not with those carried in
    kinds_of_one_basis,  # 自然人27件，法人8件: of the new ones, or both with those carried in
    firms_with_lawyers,  # 企业14件: firms and law firms together
    left_of_kind,  # 企业申请10件，办结9件。还有1件结转下年: of the firms'
    kinds_left,  # 办结14件，个人、企业各1件结转下年: kinds of those left
    kinds_of_the_rest,  # 余下3件（自然人2件、企业1件）结转: kinds of the 3
    kinds_of_some,  # 没出结果的4件，3件是个人的，1件是公司的: of these four
    kinds_of_one_row,  # 不予公开96件，其中执法案卷56件，自然人48件、企业2件、律师6件: kinds of the 56
    kinds_of_row,  # 无法提供225件…。按申请人分，自然人181件、企业29件: those of that row
    kinds_told_again,  # 不掌握8件，自然人6件、企业2件。自然人的6件里: those of that row
    new_and_old_of_results,  # 予以公开6件（其中上年转来1件）: one of the six
    parts_of_granted,  # 部分公开24件，遮挡个人信息18件、商业秘密6件: what makes up the 24
    _alone(heads_hold),  # 依照规定不予处理13件，其中信访5件、重复申请8件: rows of the 13, whatever 依照规定 means
    sentences_hold,  # 各局办新收34件，上年结转3件，办结33件: all that came in, whoever these are
    narrowed_left_out,  # 6个分局共收到371件; 分局办结的384件里公开102件: of these
    of_several_results,  # 其余6件为不予处理和逾期不补正: of both
    sums_above_left_out,  # 信访类17件，重复申请18件。以上不予处理合计35件: of those listed
    parts_of_told_left_out,  # 征地拆迁39件。…公开17件，部分公开5件，其余17件: of the 39
    rest_of_told_left_out,  # 不予公开18件和无法提供19件共37件申请: these two
    singled_out_left_out,  # 最多的是河口镇，收到6件，公开4件; 相关申请14件: of one, or of that sort
    asked_within_row,  # 行政执法案卷5件，其中举报人来要的4件: some of the 5
    asked_by_sort_left_out,  # 机关内部的工作流程，有人申请了9回，均未公开: those of that sort
    told_stories_left_out,  # 同楼另有4户提出相近的申请，2件部分公开: of these four
    shares_of_one_base,  # 449件（44.1%）、…、246件（24.6%）: all of 1018 but the last
    at_first_left_out,  # 年初的3件都是自然人申请, where 6 were carried in: those of January, perhaps
    new_ones_done_left_out,  # 办结28件，其中上年结转1件，本年新收27件: 27 of those dealt with
    told_apart_left_out,  # 上年结转的9件，公开4件…；新收的70件，公开20件…: of each by itself
    new_ones_left_out,  # 新收81件，答复80件，结转1件；上年结转的2件已办结: 80 of the new ones
    _alone(parts_left_out),  # 公开3件，…，公开共4件: 3 of the 4
    totals_left_out,  # 1件被复议纠正、1件被法院纠正，2件均在征收领域: of the two before it
    outcomes_of_some_left_out,  # 其中征地类复议11件，维持9件: of the 11
    named_as_suits,  # 打的“官司”一共5起：行政复议4起，行政诉讼1起: of both
    cases_together_left_out,  # 复议12件、诉讼12件，合计24件，维持13件: of both
    outcomes_of_those,  # 多出的3件都出自同一小区，…，3件均获维持: of these three
    cases_of_persons,  # 吴某对3份答复书申请复议，市政府均予维持: of these three
    rest_by_kind,  # 除1件复议在审外，其余5件（复议4件、诉讼1件）: those closed
    cases_by_figures,  # 已审结的11件诉讼中; 全市4件被纠正的案件里: of lawsuits, of all cases
    subset_parts_left_out,  # 涉及征地的61件，答复58件、结转3件: of the 61 (asks outcomes_of_kind where one is wrong)
    of_named_sets,  # 县自然资源局62件申请中60件已办结: of these 62
    subsets_left_out,  # 信函申请41件，公开20件: of the 41
    all_of_told_left_out,  # 县政府本级新收29件。这29件均已答复: of the 29
    of_told_sets,  # 不掌握43件。这43件里，属上级机关制作的12件: of these
    _alone(split_ones_left_out),  # 1件公开，1件部分公开，1件公开: two of the same row
    parts_alike_left_out,  # 市局机关公开9件，分局公开12件: 21 together
    those_of_offices_left_out,  # 机关新收152件（自然人121件），分局新收218件: those of the 152
    told_as_parts,  # 拟修改7件、继续有效57件: 64 in force
    outcomes_joined,  # 16件作出维持或纠正结论的案件: of both
    rejected_left_out,  # 维持9件、驳回1件、终止1件: one of the other outcomes
    former_and_latter,  # 直接起诉和复议后起诉各6件。前者维持3件: of those sued directly
    all_upheld,  # 全年8件行政复议案件，全部作出维持决定: the 8 of the table
    none_lost_of_closed,  # 直接起诉5件、复议后起诉6件，已审结的8件无一败诉: of both
    of_this_sort,  # 复议后起诉的案件是重点。此类案件7件，维持4件: of those behind a review
    same_cases,  # 全年复议案件13件，维持7件、纠正1件、…: the 13 of the table by all of their numbers
    by_instance,  # 一审维持3件；二审维持3件: 6 in the table
    alibis,  # 仅就自然人而言，新收164件: right in its own column
    all_of_some_left_out,  # 以市政府为被申请人的6件，均为维持: of these
    wider_wholes_left_out,  # 353件未予公开：无法提供191件，不予公开84件、…: more than 不予公开
    divided_reasons_left_out,  # 涉及商业秘密的2件：1件依据《税收征收管理法》…，1件企业不同意: of two rows
    more_than_all,  # 对2件含有隐私的申请部分公开: more than the table's 1
    old_ones_too,  # 新收9件，连同上年结转的2件已全部办结: 11 dealt with
    due_behind,  # 新收35件，连同2022年转来的3件，应办申请合计37件: 38 of both
    rate_of_due,  # 应办311件，已办结297件，办结率99.3%: 95.5 % of the 311
    done_of_all,  # 应办417件中，各处室分办后办结388件，办结率93.0%: all that were done
    done_of_own,  # 今年收到82件，办结78件，结转4件: of the 84 dealt with, 6 were carried in
    _alone(turned_digits),  # 审批局作出许可决定4826件: the table's 4862, with two digits exchanged
    parts_alike_behind_unknown,  # 公益团体也来申请，当年新来件20件: as many as the column of these
    asked_of_us,  # 收到某会计师事务所提出的申请1件，予以公开: there were none
    given_parts,  # 提供信息19件，其中予以公开16件、部分公开3件: the rows of all that was given
    results_of_whole,  # 企业申请3件，2件予以公开、1件部分公开: no more than the column of these has
    kinds_adding_up,  # 另行办理的17件，占17.3%，…，其中自然人14件、企业2件、律所1件: kinds of the 17
    parts_of_left,  # 年底未办结的8件，其中6件正在征求意见，2件等待补正: parts of the 8
    told_rightly_left_out,  # 复议19件（表中19件）…，其中7件未先行申请复议: said of some
    all_of_both,  # 对新收和上年结转的共38件申请，至年底均已答复完毕: 38 dealt with
    due_all_done,  # 不足在于答复偏晚：应办的46件虽已全部办结: those carried over are not
    all_done_beside_left,  # 收到申请96件，已全部办结。年末尚有5件结转: some of the 96
    still_open,  # 上年结转的1件至今仍在办理，结转2025年: carried over
    results_after_story,  # 科研机构来的5件都有了结果。4件公开，另外1件不掌握: of these 5
    other_years_left_out,  # 上年审结10件，纠正3件，纠正率30%; 三年加起来，复议3件: not of this year alone
    of_all_kinds,  # 复议29件、诉讼16件。涉及信息公开的复议11件: 29 of all kinds
    of_one_dispute,  # 处罚被申请复议7件、被诉2件: both against penalties
    beside_others,  # 全区收到612件，我委38件: 612 are of others, 38 are in the table
    none_but_pending,  # 除1件尚未审结外，已对6件作出处理，没有一件被纠正: none of all
    rates_of_others,  # 全省复议案件132件，纠正21件，纠正率15.91%: of these 132
    before_change,  # 8817件，较上年增加226件, where the table has 9043: what there were last year
    lists_alone,  # 从渠道看，网络9件、信函7件、当面3件: 19, where the table has 18
    _alone(rest_once),  # 80件，企业6件、律所2件，其余均为自然人: the 2 is wrong, and so is the rest
    far_from_table_left_out,  # 公开加部分公开22件, where the table has 5: of something else
)
PROVING = (runs_of_kind, outcomes_of_ways, handed_to_kinds)
"""The passes that prove claims; those behind them change none of these."""
