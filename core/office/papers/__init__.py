"""The office's own papers (本单位的其他材料): any .docx or .xlsx with placeholders in 【】, filled from the report.

``known`` says what every placeholder stands for, ``faults`` what would be printed wrong though its name is known.
``workbook`` fills the placeholders of a workbook as ``core.word.placeholders`` fills those of a document; ``paper``
reads a template, names what is wrong in it, and fills it. The templates that are shipped lie in ``resources/papers``
and are filled like any office's own.
"""
