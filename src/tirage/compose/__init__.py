"""Stage 2. An Issue, a Layout and the folios come in; Pieces go out: HTML and CSS that the engine can set.

The only importer of Jinja2. What pages look like and say stands in the layout's folder, not here.
"""
