"""A Markdown file → its front matter and its text."""

from __future__ import annotations

from typing import NamedTuple

from tirage.read.remarks import Remarks


class Sheet(NamedTuple):
    """A Markdown file taken apart."""

    front: str
    """The YAML between the lines `---`; it begins on line 2."""
    body: str
    """The text, with an empty line for every line of the front matter: line numbers stay those of the file."""
    first_line: int
    """The line after the front matter."""


def split_front_matter(text: str, remarks: Remarks) -> Sheet | None:
    """The two parts of a Markdown file; None, and a finding, when there is no front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        remarks.fail(
            "content.frontmatter/missing",
            "The file does not begin with front matter.",
            "Begin it with a line `---`, then `lang: …`, `type: …`, `title: …`, and a line `---`.",
            (1, 1),
        )
        return None
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        remarks.fail(
            "content.frontmatter/unclosed",
            "The front matter does not end.",
            "Write a line `---` between it and the text.",
            (1, 1),
        )
        return None
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    return Sheet("\n".join(lines[1:end]), body, end + 2)
