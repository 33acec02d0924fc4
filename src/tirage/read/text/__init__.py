"""The text of an article: Markdown, its tables, formulas and pictures.

In: the lines of a Markdown file, and the folder that its pictures and data may come from. Out: `Matter`, the tree of
blocks and inlines in which numbers are given and every mention has its target; and findings.
"""
