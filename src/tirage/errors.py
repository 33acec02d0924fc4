"""Exceptions: the work cannot go on. One root, each with the exit code of the command."""

from __future__ import annotations

from enum import IntEnum

from tirage.findings import Finding


class ExitCode(IntEnum):
    """What the command's exit codes mean."""

    CLEAN = 0
    FINDINGS = 1
    """There are findings that the profile does not allow."""
    USAGE = 2
    CONTENT = 3
    TYPESETTING = 4
    INTERRUPTED = 130


class TirageError(Exception):
    """The root. Its text is a sentence for an editor; `findings` are what led to it."""

    exit_code = ExitCode.TYPESETTING

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings

    @property
    def told(self) -> str:
        """What led to it, the gravest last, next to the prompt, and the sentence itself."""
        lines = []
        for finding in sorted(self.findings, key=lambda finding: finding.severity):
            kind = finding.severity.name.lower()
            lines.append(f"{finding.place}: {kind}: {finding.message}")
            lines += [f"    {finding.advice}"] if finding.advice else []
        return "\n".join((*lines, str(self)))


class UsageError(TirageError):
    """The command was called with something that does not exist or fit."""

    exit_code = ExitCode.USAGE


class ContentError(TirageError):
    """The editor's files cannot be read as an issue."""

    exit_code = ExitCode.CONTENT


class LayoutError(TirageError):
    """The layout's files are missing or wrong."""


class TypesetError(TirageError):
    """Pages could not be made."""
