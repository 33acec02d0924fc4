"""The paragraph composer: it chooses all breaks of a paragraph together and spaces its lines evenly.

`composer` acts inside the engine; `breakpoints` finds where lines may end and how wide everything is, `totalfit` chooses,
`glyphs` measures and sets the spaces.
"""
