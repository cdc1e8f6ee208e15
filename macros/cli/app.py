"""The verbs as they are typed."""

from __future__ import annotations

import typer

from macros.cli import errors, export, new, site
from macros.cli.check import check
from macros.cli.console import prepare, show
from macros.cli.diff import diff
from macros.cli.fmt import fmt
from macros.cli.help import Verb, Verbs
from macros.cli.import_ import import_
from macros.cli.propose import propose
from macros.cli.retire import retire
from macros.cli.review import review
from macros.cli.schema import schema
from macros.words.catalogue import say

app = typer.Typer(
    cls=Verbs,
    help=say("help.main"),
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback()
def _main(context: typer.Context) -> None:
    """Show the help when no verb is typed."""
    if context.invoked_subcommand is None:
        show(context.get_help())
        raise typer.Exit(errors.CANNOT_GO_ON)


for _verb in (
    check,
    site.build,
    site.verify,
    site.serve,
    export.export,
    diff,
    review,
    retire,
    fmt,
    schema,
    import_,
    propose,
):
    # Python keeps the word "import" for itself.
    _name = _verb.__name__.removesuffix("_")
    app.command(_name, cls=Verb, help=say(f"help.{_name}"), short_help=say(f"help.{_name}.short"))(
        _verb
    )


app.add_typer(new.app, name="new", short_help=say("help.new.short"))


def run(arguments: list[str]) -> int:
    """Do what the ``arguments`` ask for; the exit code: 0 fine, 1 findings, 2 cannot go on."""
    prepare()
    with errors.explained() as stopped:
        stopped.code = int(app(arguments, prog_name="clausebook", standalone_mode=False) or 0)
    return stopped.code
