"""The structure tree as a whole. In comes a file, out goes what keeps a reader's software from reading it aloud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tirage.findings import counted
from tirage.preflight.anatomy import notes_and_links
from tirage.preflight.check import Fault, check
from tirage.preflight.checks.metadata import LANGUAGE
from tirage.preflight.objects import at
from tirage.preflight.order import Mark
from tirage.preflight.subjects import File
from tirage.preflight.tree import is_tagged, root_kinds

ADVICE = (
    "Let the program that makes the file tag it as PDF/UA asks; in a build of tirage, delete the cache folder .tirage "
    "and build again, and report it if it stays."
)


def untagged(file: File) -> str:
    """Why nothing can be said of the tags; "" when they are there."""
    return "" if is_tagged(file.reader) else "The file is not tagged."


@check(
    "tags.tree",
    codes=("untagged", "unmarked", "roots", "unhooked"),
    rationale="Blind readers hear the file by its structure tree. Accessible PDF is the law for many who must provide "
    "the journal.",
    source="ISO 14289-1, 7.1; ISO 32000-1, 14.7.2 and 14.7.4.4",
    advice="Build again; if it stays, please report it with the file.",
)
def tree(file: File) -> Iterator[Fault]:
    """The file is tagged: one document, to which every page belongs."""
    root = file.reader.root_object
    if not at(at(root, "/MarkInfo") or {}, "/Marked"):
        yield Fault("unmarked", "The file does not say that it is tagged.", advice=ADVICE)
    if not is_tagged(file.reader):
        yield Fault("untagged", "The file has no structure tree.", advice=ADVICE)
        return
    kinds = root_kinds(file.reader)
    if kinds != ["Document"]:
        found = ", ".join(kinds[:5]) or "nothing"
        message = f"The structure tree should be one Document and is {found}."
        yield Fault("roots", message, advice=ADVICE)
    for label, page in zip(file.labels, file.prints, strict=False):
        if page.marked and not page.hooked:
            message = f"The page {label} does not say where it belongs in the structure tree."
            yield Fault("unhooked", message, label, ADVICE)


@check(
    "tags.connected",
    codes=("tangled",),
    rationale="A structure that leads back into itself never ends: the voice that reads it aloud falls silent, or stops "
    "the program.",
    source="ISO 32000-1, 14.7.2 (a tree: every element has one parent)",
    advice="Let the program that makes the file tag it as PDF/UA asks.",
    lacks=untagged,
)
def connected(file: File) -> Iterator[Fault]:
    """Every element of the structure tree has one place in it."""
    if file.tree.fault:
        message = f"The structure tree cannot be followed: {file.tree.fault}."
        yield Fault("tangled", message, advice=ADVICE)


@check(
    "tags.marks",
    codes=("outside", "unknown", "absent", "twice"),
    rationale="What is drawn but neither in the structure tree nor marked as decoration is lost for who hears the page.",
    source="ISO 14289-1, 7.1; Matterhorn 01-003 to 01-005; ISO 32000-1, 14.8.2.2",
    advice="Let the program that makes the file tag it as PDF/UA asks.",
    lacks=untagged,
)
def marks(file: File) -> Iterator[Fault]:
    """All that is drawn stands in the structure tree, once, or is marked as decoration."""
    if file.tree.fault or not file.tree.roots:
        return
    known = Counter(mark for element in file.tree.walk() for mark in element.marks)
    pages: dict[int, set[Mark]] = {}
    for mark in known:
        pages.setdefault(mark.page, set()).add(mark)
    for number, (label, page) in enumerate(zip(file.labels, file.prints, strict=False)):
        drawn = {Mark(number, mcid) for mcid in page.marks}
        told = pages.get(number, set())
        if page.stray:
            message = "Something on the page is drawn outside all marks."
            yield Fault("outside", message, label, ADVICE)
        if page.hooked and (lost := len(drawn - told)):
            message = f"The structure tree lacks {counted(lost, 'marked content')} of the page."
            yield Fault("unknown", message, label, ADVICE)
        if absent := len(told - drawn):
            message = f"The structure tree names {counted(absent, 'content that is', 'contents that are')} not on the page."
            yield Fault("absent", message, label, ADVICE)
        if any(known[mark] > 1 for mark in told):
            message = "Some text of the page stands twice in the structure tree."
            yield Fault("twice", message, label, ADVICE)


@check(
    "tags.languages",
    codes=("form",),
    rationale="A voice changes its language where the tags say so; one that it does not know leaves it silent.",
    source="ISO 14289-1, 7.2; Matterhorn 11-001 to 11-007; RFC 5646",
    advice="Write languages as tags: kk, ru, en.",
    lacks=untagged,
)
def languages(file: File) -> Iterator[Fault]:
    """Every language that the tags name is one."""
    told = Counter(element.language for element in file.tree.walk() if element.language)
    for language in told:
        if not LANGUAGE.fullmatch(language):
            message = f"The tags name the language «{language}», which no program knows."
            yield Fault("form", message, advice="Write the language as a tag: kk, ru, en.")


@check(
    "tags.links",
    codes=("loose", "silent"),
    rationale="A link that is not tied to the text it stands on is heard as a link to nothing.",
    source="ISO 14289-1, 7.18.5; Matterhorn 28-002 and 28-011",
    advice="Let the program that makes the file tag it as PDF/UA asks.",
    lacks=untagged,
)
def links(file: File) -> Iterator[Fault]:
    """Every link belongs to an element of the structure tree, which says what it is."""
    tied = {number for element in file.tree.walk() for number in element.objects}
    loose: Counter[int] = Counter()
    silent: Counter[int] = Counter()
    for number, annotation in notes_and_links(file.reader):
        if at(annotation, "/Subtype") != "/Link":
            continue
        reference = getattr(annotation, "indirect_reference", None)
        loose[number] += reference is None or reference.idnum not in tied
        silent[number] += "/StructParent" not in annotation
    for number in loose:
        if loose[number]:
            message = "On the page " + counted(
                loose[number],
                "link does not belong to the text it stands on.",
                "links do not belong to the text they stand on.",
            )
            yield Fault("loose", message, file.labels[number], ADVICE)
        elif silent[number]:
            message = "On the page " + counted(
                silent[number],
                "link does not say where it belongs.",
                "links do not say where they belong.",
            )
            yield Fault("silent", message, file.labels[number], ADVICE)


@check(
    "tags.taborder",
    codes=("other",),
    rationale="The tab key should lead from link to link in the order of reading, not in that of drawing.",
    source="ISO 14289-1, 7.18.3; Matterhorn 28-009; WCAG technique PDF3",
    advice="Let the program that makes the file tag it as PDF/UA asks.",
    lacks=untagged,
)
def taborder(file: File) -> Iterator[Fault]:
    """On pages with links the tab key follows the structure."""
    for label, page, found in zip(file.labels, file.reader.pages, file.prints, strict=False):
        if found.aims and at(page, "/Tabs") != "/S":
            message = "The tab key does not follow the structure of the page."
            yield Fault("other", message, label, ADVICE)
