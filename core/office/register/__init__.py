"""The register of applications (依申请公开台账): read, mapped, counted, and taken over into the report.

What people wrote about applicants stays in the rows that were read: only numbers, 登记号 and the mapping go further.
"""
