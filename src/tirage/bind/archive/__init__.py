"""The archive edition: PDF/A-3a (ISO 19005-3) with the content that it was made from in it."""
