"""Keys of the roles of ``narrative.toml`` that are asked for together."""

ONE_KIND = ("applicants", "other_applicants", "society")
"""Numbers of one kind of applicants: by its official name, told as 其他申请人, or as 社会团体."""
OF_KINDS = (*ONE_KIND, "applicants_together", "kind_of_all")
"""Numbers of one kind of applicants or of several."""
NEW = ("received", "received_new")
"""Applications of this year, where those carried in may be counted with them or not."""
ASKED_FOR = (*NEW, "mentioned")
"""The same, or applications without a word on what was done with them: 48件申请中."""
ANSWERED = ("handled", "handled_all", "handled_such")
"""Applications answered: some, all of them, or such as were told before."""
DEALT_WITH = (*ANSWERED, "processed")
"""Answered, or 办理, which may mean received."""
OUTCOMES = ("upheld", "corrected", "other_outcome", "pending")
"""The four ends of a case, the last one open."""
TOLD_OUTCOMES = (*OUTCOMES, "other_outcome_short", "rejected", "closed")
"""What may be told of how cases ended: these, 其他 alone, 驳回, which may be either, and all that ended."""
NONE_LEFT = "none_carried_out"
"""Counted at the end of the year, whatever a part of the year was told before: 四季度25件，年末无结转下年的申请."""
