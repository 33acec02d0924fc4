"""tirage typesets journal issues.

An editor keeps an issue as text files. `read` makes an Issue of them, `compose` makes Pieces (HTML and CSS),
`typeset` makes Gatherings (pages), `bind` makes Galleys (the issue and its offprints), `preflight` inspects them.
`build` is the whole program; `cli` is its command.
"""

__version__ = "0.1.0"
