"""The words in which the list of numbers says why one is not compared; passes ask for them too."""

OF_SOME = "其中一部分"
"""Most numbers are those of some of what the table counts."""
OTHER_YEAR, YEARS_TOGETHER = "其他年度", "多年累计"
OTHER_SCOPE = "统计范围不同"
NOT_DISCLOSURE = "并非都因信息公开"
"""Said of cases."""
