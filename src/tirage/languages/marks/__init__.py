"""Fine spacing and marks: what readers of a language expect between words and around them.

Text as authors type it and the rules of its language come in; the same letters come out, with the spaces, quotation marks,
dashes and points that a compositor would set. What a language wants is data (`../<language>/marks.toml`); how it is found
is here, a kind of mark a module.
"""
