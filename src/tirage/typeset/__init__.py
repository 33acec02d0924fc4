"""Typesetting: in come Pieces (HTML, CSS, pictures) and folders of fonts, out go Gatherings (finished tagged pages).

`press` is the stage's door. Pieces are set in worker processes by WeasyPrint, which nothing outside this package
imports, and kept in a cache, so that a piece that did not change is never set again.
"""
