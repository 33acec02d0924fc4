"""Lists of references: a Reference and a style come in; the inlines of its entry go out.

A style is a file of `styles/`: patterns for the kinds of works and ways to write names. `pattern.py` fills patterns in, `fields.py`
says what stands for a reference's facts, in the words of the reference's own language.
"""
