"""Preflight: in come the pages of a piece, later the finished galleys; out go findings and, at the end, a Report.

`proof` has workers look at the pages of each piece, once in their life; `inspect` looks at bound galleys and judges
everything that the build has found by a profile; `report` writes the judgement down. `recall` keeps what was found. The checks
stand in `checks/`, one subject a file; `catalogue` lists them. The only importer of pypdf; pages are read as a stranger
would read them, with libraries that did not write them.
"""
