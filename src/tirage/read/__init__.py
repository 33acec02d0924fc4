"""Stage 1: the editor's files become an Issue.

In: the folder of one issue, with `journal.yaml` in the folder above it, as `docs/content-format.md` describes.
Out: a frozen `Issue` and findings, each with file, line, column and what to write instead. `read.issue.read_issue`
is the stage; `read.schema.json_schema` describes the same files to text editors.
"""
