"""The report as JUnit XML, which servers that run tests can show. In comes a Report, out goes a document.

A suite is a check and a case is one file that it has found something in; the first suite is the profile's judgement.
A failure or a broken check fails its case; what the profile allows stands in the output of a case that passes. The form
is that which Jenkins and GitLab read: https://github.com/testmoapp/junitxml describes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tirage.findings import Finding, Report, Severity, worst
from tirage.preflight.notices import rule
from tirage.preflight.report import by_gravity

_UNPRINTED = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow in text (production 2)."""

_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def to_junit(report: Report) -> str:
    """The report as a document, the same text for the same report."""
    root = Element("testsuites", name="tirage")
    suite = _suite(root, "tirage")
    case = _case(suite, "tirage", f"allowed by the profile {report.profile}")
    if not report.allowed:
        _outcome(case, "failure", "profile", report.summary, report.summary)
    checks: dict[str, dict[str, list[Finding]]] = {}
    for finding in by_gravity(report.findings):
        files = checks.setdefault(finding.check, {})
        files.setdefault(finding.place.file, []).append(finding)
    reasons = dict(report.reasons)
    for check, files in checks.items():
        suite = _suite(root, check)
        for file, findings in files.items():
            _fill(_case(suite, check, _titled(check, file)), findings, reasons)
    for suite in root:
        _count(suite, [suite])
    _count(root, root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _titled(check: str, file: str) -> str:
    found = rule(check)
    return f"{file or 'The issue'}: {found.title if found else check}"


def _fill(case: Element, findings: list[Finding], reasons: dict[str, str]) -> None:
    """Say in `case`, one file and one check, what was found: the gravest decides whether it passes."""
    first = findings[0]
    told = "\n\n".join(_told(one, reasons.get(one.id, "")) for one in findings)
    match worst(findings):
        case Severity.ERROR:
            _outcome(case, "error", first.id, first.message, told)
        case Severity.FAIL:
            _outcome(case, "failure", first.id, first.message, told)
        case Severity.SKIP:
            _outcome(case, "skipped", "", first.message, told)
        case _:
            SubElement(case, "system-out").text = _clean(told)


def _told(finding: Finding, reason: str) -> str:
    """All that there is to say of one finding: place, sentence, name; advice; reason."""
    where = f"{finding.place}: " if finding.place.file else ""
    severity = finding.severity.name.lower()
    head = f"{where}{severity}: {finding.message} [{finding.id}]"
    return "\n".join(filter(None, (head, finding.advice, reason)))


def _suite(root: Element, name: str) -> Element:
    return SubElement(root, "testsuite", name=_clean(name))


def _case(suite: Element, check: str, name: str) -> Element:
    # Nobody has measured a time; readers of the form want one.
    return SubElement(suite, "testcase", classname=_clean(check), name=_clean(name), time="0")


def _outcome(case: Element, tag: str, kind: str, message: str, told: str) -> None:
    made = SubElement(case, tag, message=_clean(message))
    if kind:
        made.set("type", kind)
    made.text = _clean(told)


def _count(element: Element, suites: Iterable[Element]) -> None:
    """Write into `element` how many cases `suites` have, and what came of them."""
    cases = [case for suite in suites for case in suite]
    outcomes = Counter(child.tag for case in cases for child in case)
    element.set("tests", str(len(cases)))
    for tag, name in _COUNTED.items():
        element.set(name, str(outcomes[tag]))


def _clean(text: str) -> str:
    return _UNPRINTED.sub("\ufffd", text)
