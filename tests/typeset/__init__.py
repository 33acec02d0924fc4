"""Tests of typesetting: pieces in, pages out, seen through the PDFs that readers would get."""
