"""The list of references of an article.

In: CSL items in YAML or JSON, a BibTeX file, or plain lines. Out: `Reference`s in the order of the list, and findings.
"""
