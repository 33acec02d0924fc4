"""Stage 4. Gatherings come in with the Issue and its Paging; Galleys go out: the issue and its offprints as PDF.

Binding owns the PDF: one structure tree, outline, page labels, links between pieces, metadata. The only importer
of pikepdf; a build whose galleys are all up to date never loads it.
"""
