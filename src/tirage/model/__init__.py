"""What flows through the stages: frozen, typed, complete when it exists.

`language` texts in several languages; `matter` the running text of an article; `references` the entries of its
list; `issue` the journal, the issue and its articles; `press` what the typeset pages are. Standard library only.
"""
