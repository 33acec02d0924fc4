"""PDF/UA-1 (ISO 14289-1), rule by rule with the numbers of the Matterhorn Protocol 1.1, as far as a program can tell.

The basic checks of tags, metadata and fonts in `checks/` bear numbers, too; `docs/accessibility.md` lists all.
"""
