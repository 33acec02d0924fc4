"""How a contribution is built: what it promises and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.manuscript import words
from tirage.model.matter import Block, CrossReference, Figure, Heading, Table, plain, walk
from tirage.preflight.check import Fault, check
from tirage.preflight.manuscripts import Desk, Manuscript

LONGEST_TITLE = 20
"""Words. Guidelines ask for twelve; this is where a title no longer fits a line of any index."""


@check(
    "structure.mentioned",
    codes=("never", "late"),
    rationale="A table that the text does not name is read by nobody, or stands in the wrong place.",
    source="GOST 7.32-2017, 6.5 and 6.6: every figure and table is referred to, first reference before it.",
    severity=Severity.WARN,
)
def mentioned(manuscript: Manuscript) -> Iterator[Fault]:
    """Every numbered table and figure is mentioned in the text before it appears."""
    blocks = manuscript.article.body.blocks
    for i, block in enumerate(blocks):
        if not isinstance(block, (Table, Figure)) or not block.number:
            continue
        mentions = list(_mentions(manuscript, blocks, block))
        kind = "table" if isinstance(block, Table) else "figure"
        at = (block.line, 1)
        if not mentions:
            yield Fault(
                "never",
                f"The text does not mention {kind} {block.number}.",
                advice=f"Write `@{block.anchor.replace('-', ':', 1)}` where the reader should look at it.",
                at=at,
            )
        elif (
            mentions[0] > i and not isinstance(blocks[mentions[0]], Heading) and mentions[0] - i > 1
        ):
            yield Fault(
                "late",
                f"The text mentions {kind} {block.number} only after it.",
                advice="Put it behind the paragraph that mentions it first.",
                at=at,
            )


def _mentions(
    manuscript: Manuscript, blocks: tuple[Block, ...], target: Table | Figure
) -> Iterator[int]:
    """The numbers of the blocks that mention `target`, by name or by a typed number."""
    spoken = words(manuscript.article.language)
    pattern = spoken.table if isinstance(target, Table) else spoken.figure
    for i, block in enumerate(blocks):
        if block is target:
            continue
        nodes = list(walk(block))
        named = any(isinstance(n, CrossReference) and n.anchor == target.anchor for n in nodes)
        typed = any(int(m[1]) == target.number for m in pattern.finditer(plain(nodes)))  # type: ignore[arg-type]
        if named or typed:
            yield i


@check(
    "structure.appendix",
    codes=("absent",),
    rationale="A reader who is sent to an appendix looks for it in vain.",
    source="Found in a real issue: a scheme «given in the appendix» that nobody had sent.",
    severity=Severity.WARN,
)
def appendix(manuscript: Manuscript) -> Iterator[Fault]:
    """An appendix that the text promises is there."""
    spoken = words(manuscript.article.language)
    headings = [block for block in manuscript.article.body.blocks if isinstance(block, Heading)]
    if any(spoken.appendix_heading.search(plain(heading.children)) for heading in headings):
        return
    for passage in manuscript.prose:
        if passage.role == "heading" or passage.language != manuscript.article.language:
            continue
        for match in spoken.appendix.finditer(passage.text):
            yield Fault(
                "absent",
                f"The text speaks of an appendix («{match[0]}»), and there is none.",
                advice="Add it under a heading of its own, or change the sentence.",
                at=passage.at(match.start()),
            )


@check(
    "structure.empty",
    codes=("section",),
    rationale="A heading without text under it is a hole on the page and in the outline.",
    source="WCAG 2.2, 2.4.6: headings describe what follows.",
    severity=Severity.WARN,
)
def empty(manuscript: Manuscript) -> Iterator[Fault]:
    """Every heading has text under it."""
    blocks = manuscript.article.body.blocks
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if not isinstance(block, Heading):
            continue
        if following is None or (isinstance(following, Heading) and following.level <= block.level):
            yield Fault(
                "section",
                f"Nothing stands under the heading «{plain(block.children)}».",
                advice="Write its text, or take it out.",
                at=(block.line, 1),
            )


@check(
    "structure.title",
    codes=("long", "stop"),
    rationale="Running heads, contents and indexes cut a long title off; a full stop stands before nothing.",
    source="Author guidelines: up to twelve words; GOST R 7.0.7-2021: no full stop after a title.",
    severity=Severity.WARN,
)
def title(manuscript: Manuscript) -> Iterator[Fault]:
    """A title fits the lists in which it stands, and no full stop ends it."""
    for language, text in manuscript.article.title:
        at = manuscript.sheet.where("title", language)
        if len(text.split()) > LONGEST_TITLE:
            message = f"The title in `{language}` has {len(text.split())} words."
            yield Fault("long", message, advice="Twelve are enough for most.", at=at)
        if text.rstrip().endswith(".") and not text.rstrip().endswith(("...", "т.б.", "др.")):
            message = f"A full stop ends the title in `{language}`."
            yield Fault("stop", message, advice="Take it out.", at=at)


@check(
    "structure.heading",
    codes=("stop", "capitals"),
    rationale="The layout decides how headings look; capitals and stops typed into them go into outline and metadata.",
    source="GOST 7.5-98 and typographic custom: no full stop after a heading.",
    severity=Severity.WARN,
)
def heading(manuscript: Manuscript) -> Iterator[Fault]:
    """A heading is typed in lower case and without a full stop."""
    for block in walk(manuscript.article.body.blocks):
        if not isinstance(block, Heading):
            continue
        text = plain(block.children).strip()
        if text.endswith(".") and not text.endswith("..."):
            message = f"A full stop ends the heading «{text}»."
            yield Fault("stop", message, advice="Take it out.", at=(block.line, 1))
        if len(text) > 12 and text.isupper():
            message = f"The heading «{text}» is typed in capitals."
            advice = "Type it as a sentence: the layout makes capitals where it wants them."
            yield Fault("capitals", message, advice=advice, at=(block.line, 1))


@check(
    "structure.titles",
    codes=("same",),
    rationale="Two contributions of one title cannot be told apart in the contents or in an index.",
    source="Crossref flags deposits of one title in one issue as doubles.",
    severity=Severity.WARN,
)
def titles(desk: Desk) -> Iterator[Fault]:
    """No two contributions have the same title."""
    seen: dict[str, str] = {}
    for article in desk.issue.articles:
        text = article.title.first(article.language).casefold().strip()
        if text in seen:
            sheet = desk.copy.of(article.name)[0]
            yield Fault(
                "same",
                f"«{seen[text]}» has the same title.",
                advice="Correct one, or tell them apart by a subtitle.",
                at=sheet.where("title"),
                file=sheet.file,
            )
        seen.setdefault(text, article.name)
