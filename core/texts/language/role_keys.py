"""Keys of the roles of ``narrative.toml`` that are asked for together."""

ONE_KIND = ("applicants", "other_applicants", "society")
"""Numbers of one kind of applicants: by its official name, told as 其他申请人, or as 社会团体."""
OF_KINDS = (*ONE_KIND, "applicants_together", "kind_of_all")
"""Numbers of one kind of applicants or of several."""
NONE_LEFT = "none_carried_out"
"""Counted at the end of the year, whatever a part of the year was told before: 四季度25件，年末无结转下年的申请."""
