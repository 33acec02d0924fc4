"""Checks of what a contribution states and how it is built: people, abstracts, identifiers, references, structure."""
