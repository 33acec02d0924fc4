"""Findings as JSON has them. In comes a finding, out goes its record, and the other way round."""

from __future__ import annotations

from typing import TypeAlias, cast

from tirage.findings import Finding, Place, Severity

Record: TypeAlias = dict[str, str | int | list[float]]


def to_record(finding: Finding) -> Record:
    """The record of `finding`: all its fields, flat, those of its place left out where they are empty."""
    place = finding.place
    record: Record = {
        "severity": finding.severity.name.lower(),
        "check": finding.check,
        "code": finding.code,
        "message": finding.message,
    }
    for key, value in (
        ("file", place.file),
        ("line", place.line),
        ("column", place.column),
        ("page", place.page),
        ("advice", finding.advice),
    ):
        if value:
            record[key] = value
    if place.box:
        record["box"] = list(place.box)
    return record


def from_record(record: Record) -> Finding:
    """The finding that has this record.

    Raises KeyError when it is none.
    """
    place = Place(
        cast(str, record.get("file", "")),
        cast(int, record.get("line", 0)),
        cast(int, record.get("column", 0)),
        cast(str, record.get("page", "")),
        _box(record.get("box")),
    )
    return Finding(
        Severity[cast(str, record["severity"]).upper()],
        cast(str, record["check"]),
        cast(str, record["code"]),
        cast(str, record["message"]),
        place,
        cast(str, record.get("advice", "")),
    )


def _box(sides: object) -> tuple[float, float, float, float] | None:
    if sides is None:
        return None
    left, bottom, right, top = cast(list[float], sides)
    return left, bottom, right, top
