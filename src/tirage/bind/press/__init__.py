"""The print edition: inks instead of colours, bleed and marks, signatures, the cover, a booklet.

Gatherings come in as for any edition; their letters and positions stay as they are.
"""
