"""The command `tirage`: the only module that prints and exits."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from pathlib import Path
from typing import Any, Literal, get_args

import click

from tirage.errors import ExitCode, TirageError, UsageError
from tirage.findings import Report
from tirage.model.press import EDITIONS
from tirage.preflight.profile import names
from tirage.preflight.telling import Form, Reader, tell, tell_stop
from tirage.settings import Settings, check_settings, issue_folder

HERE = Path()

_profile = click.option(
    "--profile",
    type=click.Choice(names()),
    default="draft",
    show_default=True,
    help="Which findings are allowed.",
)
_form = click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="text",
    show_default=True,
    help="How findings are printed; junit: as XML of tests; github: as annotations of GitHub Actions.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tirage", message="%(prog)s %(version)s")
def tirage() -> None:
    """Typeset a journal issue from text files."""


@tirage.command()
@click.argument("issue", type=click.Path(path_type=Path), default=HERE)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Settings.out,
    show_default=True,
    help="Folder for the output.",
)
@click.option(
    "--only",
    metavar="ARTICLE",
    default="",
    help="Make the offprint of this article and nothing else.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Typesetting processes; 0 (default): one for each core.",
)
@_profile
@click.option(
    "--frozen", is_flag=True, help="Fail instead of moving a page recorded in pages.yaml."
)
@click.option(
    "--edition",
    "editions",
    type=click.Choice([*EDITIONS, "all"]),
    default="screen",
    show_default=True,
    callback=lambda _context, _option, name: EDITIONS if name == "all" else (name,),
    help="What the galleys are for.",
)
@click.option(
    "--impose",
    "booklet",
    type=click.Choice(["booklet"]),
    callback=lambda _context, _option, name: name is not None,
    help="Also make sheets of two pages for an office printer; goes with --edition print or all.",
)
@_form
def build(issue: Path, form: Form, **asked: Any) -> None:
    """Build the issue in folder ISSUE: its galleys, report.json, report.html."""
    settings = Settings(issue_folder(issue), **asked)
    check_settings(settings)
    try:
        report = _build(settings)
    except TirageError as error:
        click.echo(tell_stop(error, settings.profile, _reader(settings, form)), nl=False)
        raise
    click.echo(tell(report, _reader(settings, form)), nl=False)
    if not report.allowed:
        sys.exit(ExitCode.FINDINGS)


@tirage.command()
@click.argument(
    "files",
    metavar="FILE.pdf…",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@_profile
@_form
def preflight(files: tuple[Path, ...], profile: str, form: Form) -> None:
    """Check any PDF, whoever has made it: what needs no more than the file."""
    from tirage.preflight.guard import preflight as run  # noqa: PLC0415

    report = run(files, profile)
    click.echo(tell(report, _reader(Settings(HERE / "issue"), form)), nl=False)
    if not report.allowed:
        sys.exit(ExitCode.FINDINGS)


@tirage.command()
@click.argument("issue", type=click.Path(path_type=Path), default=HERE)
@_profile
@_form
def lint(issue: Path, profile: str, form: Form) -> None:
    """Check the files of the issue in folder ISSUE, without typesetting it."""
    from tirage import copydesk  # noqa: PLC0415

    settings = Settings(issue_folder(issue), profile=profile)
    report = copydesk.lint(settings.issue, profile)
    click.echo(tell(report, _reader(settings, form)), nl=False)
    if not report.allowed:
        sys.exit(ExitCode.FINDINGS)


@tirage.command()
@click.argument("issue", type=click.Path(path_type=Path), default=HERE)
@click.option("--diff", is_flag=True, help="Show what would be changed and change nothing.")
@click.option(
    "--only",
    metavar="CHECK",
    multiple=True,
    help="Mend only what this check finds, as spaces.double or spaces.*; may be repeated.",
)
def fix(issue: Path, diff: bool, only: tuple[str, ...]) -> None:
    """Mend what is beyond doubt in the files of the issue in folder ISSUE."""
    from tirage import copydesk  # noqa: PLC0415

    changes = copydesk.fix(issue_folder(issue), only)
    for change in changes:
        if diff:
            click.echo(copydesk.difference(change), nl=False)
        else:
            copydesk.write(change)
            click.echo(f"{change.name}: {copydesk.counted(change)}.")
    if not changes:
        click.echo("There is nothing to mend.")


@tirage.group()
def new() -> None:
    """Start a journal, an issue or an article."""


@new.command("journal")
@click.argument("folder", type=click.Path(path_type=Path))
def new_journal(folder: Path) -> None:
    """Start a journal in FOLDER, with a first issue that can be built at once."""
    from tirage import starter  # noqa: PLC0415

    _say_next(starter.new_journal(folder))


@new.command("issue")
@click.argument("name")
@click.option(
    "--journal", type=click.Path(path_type=Path), default=HERE, help="The journal's folder."
)
def new_issue(name: str, journal: Path) -> None:
    """Start the issue NAME, as 2026-2, in the journal."""
    from tirage import starter  # noqa: PLC0415

    _say_next(starter.new_issue(journal, name))


@new.command("article")
@click.argument("name")
@click.option("--issue", type=click.Path(path_type=Path), default=HERE, help="The issue's folder.")
@click.option(
    "--lang",
    default="",
    help="Language of the article, as kk; default: the journal's main language.",
)
def new_article(name: str, issue: Path, lang: str) -> None:
    """Start the article NAME, as price-of-print, in the issue."""
    from tirage import starter  # noqa: PLC0415

    _say_next(starter.new_article(issue, name, lang))


@tirage.command()
@click.argument("kind", type=click.Choice(["journal", "issue", "article", "references", "report"]))
def schema(kind: Literal["journal", "issue", "article", "references", "report"]) -> None:
    """Print the JSON Schema of a file, for editors that check YAML while it is typed, or of report.json."""
    from tirage.preflight import report  # noqa: PLC0415
    from tirage.read.schema import json_schema  # noqa: PLC0415

    click.echo(report.json_schema() if kind == "report" else json_schema(kind), nl=False)


@tirage.command()
@click.argument("check", metavar="[CHECK]", default="")
@click.option("--markdown", is_flag=True, help="Print the whole catalogue as a page of Markdown.")
def checks(check: str, markdown: bool) -> None:
    """List all checks, or explain CHECK, as text.complete or facts.missing/title."""
    from tirage.preflight import handbook  # noqa: PLC0415
    from tirage.preflight.notices import resembling, rule, rules  # noqa: PLC0415

    if markdown:
        click.echo(handbook.page(rules()), nl=False)
    elif not check:
        click.echo(handbook.listing(rules()), nl=False)
    elif found := rule(check):
        click.echo(handbook.explanation(found), nl=False)
    else:
        near = f" Did you mean «{like}»?" if (like := resembling(check)) else ""
        raise UsageError(f"There is no check «{check}».{near} `tirage checks` lists all there are.")


def main() -> None:
    """Run the command and exit with one of `ExitCode`."""
    try:
        sys.exit(tirage.main(standalone_mode=False) or ExitCode.CLEAN)
    except TirageError as error:
        click.echo(error.told, err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        _stop()
    except KeyboardInterrupt:
        _stop()
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except BrokenPipeError:
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        click.echo(
            f"{error.filename or 'A file'}: {error.strerror}. Make room, or mend the permissions.",
            err=True,
        )
        sys.exit(ExitCode.TYPESETTING)
    except Exception as error:  # a fault of tirage; where it happened is for those who mend it
        _confess(error)
        sys.exit(ExitCode.TYPESETTING)


def _build(settings: Settings) -> Report:
    """The report of the build that stands, or of a new one."""
    from tirage import standing  # noqa: PLC0415
    from tirage.typeset.keys import programs  # noqa: PLC0415

    made_from = standing.key(settings, programs())
    if report := standing.find(settings, made_from):
        click.echo("Nothing has changed since the last build.", err=True)
        return report
    from tirage.build import build as run  # noqa: PLC0415  takes half a second
    from tirage.progress import watch  # noqa: PLC0415

    with watch(sys.stderr) as progress:
        report = run(settings, progress)
    standing.keep(settings, made_from, report)
    return report


def _reader(settings: Settings, form: Form) -> Reader:
    """Whoever reads the standard output."""
    journal, here = settings.issue.resolve().parent, Path.cwd()
    seen = journal.relative_to(here) if journal.is_relative_to(here) else journal
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR")  # https://no-color.org
    return Reader(form, seen, colour, shutil.get_terminal_size().columns if terminal else 0)


def _say_next(written: tuple[str, ...]) -> None:
    for line in written:
        click.echo(line)


def _confess(error: Exception) -> None:
    fault = Settings.cache / "fault.txt"
    fault.parent.mkdir(exist_ok=True)
    fault.write_text("".join(traceback.format_exception(error)), "utf-8")
    click.echo(f"tirage itself is at fault: {error}. Please report it, with {fault}.", err=True)


def _stop() -> None:
    click.echo("Interrupted; finished files are whole.", err=True)
    sys.exit(ExitCode.INTERRUPTED)
