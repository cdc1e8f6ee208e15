"""Help in Chinese: the pages that --help shows, made from the words file and the options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from macros.words.catalogue import say

_INDENT = "  "


class UnknownVerbError(TyperException):
    """There is no such verb; ``verbs`` are those there are."""

    exit_code = 2

    def __init__(self, name: str, verbs: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.verbs = verbs


class Verb(TyperCommand):
    """One verb; its help text is the words under ``help.<verb>``."""

    def get_help(self, ctx: Any) -> str:
        """Usage, what the verb does, its options."""
        return "\n".join(
            (
                say("help.usage", usage=" ".join((ctx.command_path, *_typed(self, ctx)))),
                "",
                self.help or "",
                "",
                *_options(self, ctx),
            )
        )


class Verbs(TyperGroup):
    """The program as a whole; its help lists the verbs."""

    def get_help(self, ctx: Any) -> str:
        """Usage, what the program is for, its verbs."""
        width = max(map(len, self.commands))
        return "\n".join(
            (
                say(
                    "help.usage",
                    usage=f"{ctx.command_path} {say('help.command')} [{say('help.option')}]",
                ),
                "",
                self.help or "",
                "",
                say("help.commands"),
                *(
                    f"{_INDENT}{name:<{width}}{_INDENT}{verb.short_help}"
                    for name, verb in self.commands.items()
                ),
                "",
                say("help.more", example=f"{ctx.command_path} {next(iter(self.commands))} --help"),
            )
        )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb that was typed; UnknownVerbError if there is none of that name."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise UnknownVerbError(args[0], list(self.commands))
        return super().resolve_command(ctx, args)


def _typed(verb: TyperCommand, ctx: Any) -> Iterator[str]:
    """What may follow the verb: its arguments, options that must be there, then the others."""
    for parameter in verb.get_params(ctx):
        metavar = getattr(parameter, "metavar", "")
        if parameter.param_type_name == "argument":
            yield metavar if parameter.required else f"[{metavar}]"
        elif parameter.required:
            yield f"{parameter.opts[0]} {metavar}"
    yield f"[{say('help.option')}]"


def _options(verb: TyperCommand, ctx: Any) -> Iterator[str]:
    yield say("help.options")
    for option in verb.get_params(ctx):
        names = ", ".join((*option.opts, *option.secondary_opts))
        if "--help" in option.opts:
            # The library keeps these names in a set: their order would change from run to run.
            yield f"{_INDENT}{', '.join(sorted(option.opts, key=len))}"
            yield f"{_INDENT * 3}{say('help.help')}"
        else:
            metavar = getattr(option, "metavar", None) or ""
            shown = metavar if option.param_type_name == "argument" else f"{names} {metavar}"
            yield f"{_INDENT}{shown}".rstrip()
            yield f"{_INDENT * 3}{getattr(option, 'help', '')}"
