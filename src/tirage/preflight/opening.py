"""Opening files. In come bytes, out goes the structure of a sound PDF.

Read with pypdf, strictly: what it would have to guess at is a fault, as others may guess otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pypdf import PdfReader


class UnreadableError(Exception):
    """The file cannot be read as a PDF; the text says why."""

    def __init__(
        self, code: Literal["damaged", "locked", "too-large", "endless"], reason: str
    ) -> None:
        super().__init__(reason)
        self.code = code


def load_readers() -> None:
    """Load the libraries that open files and draw their pages, while there is time for it."""
    import pypdf  # noqa: F401, PLC0415
    import pypdfium2  # noqa: F401, PLC0415


def open_pdf(pdf: bytes) -> PdfReader:
    """The structure of `pdf`, which has at least one page.

    Raises UnreadableError when it is no PDF, damaged or locked with a password.
    """
    # A build that does nothing starts without it.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import DependencyError  # noqa: PLC0415

    with sound():
        try:
            reader = PdfReader(BytesIO(pdf), strict=True)
            locked = reader.is_encrypted
        except DependencyError:  # it would need a library for ciphers
            locked = True
        if locked:
            raise UnreadableError("locked", "it is encrypted")
        if not len(reader.pages):
            raise UnreadableError("damaged", "it has no pages")
        return reader


def page_labels(reader: PdfReader) -> tuple[str, ...]:
    """What a reader's program calls each page: its label, or its number from 1."""
    numbers = tuple(str(number) for number in range(1, len(reader.pages) + 1))
    try:
        labels = tuple(reader.page_labels) if "/PageLabels" in reader.root_object else numbers
    except Exception:  # a tree of labels that goes round, or holds what is no label
        return numbers
    return labels if len(labels) == len(numbers) else numbers


@contextmanager
def sound() -> Iterator[None]:
    """Reading of what every sound file has; a damaged one may break its reader anyhow.

    Raises UnreadableError for whatever is raised in it.
    """
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("damaged", f"{type(error).__name__}: {error}") from error
