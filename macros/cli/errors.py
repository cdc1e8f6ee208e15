"""How a command ends: exit codes, and a Chinese sentence instead of a traceback."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from typer.exceptions import Abort, TyperException

from macros.check import report
from macros.cli.console import complain, show
from macros.cli.help import UnknownVerbError
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.commands.serve import PortError
from macros.commands.verify import NoSiteError
from macros.data.project import LOCK, NoDataError
from macros.exports.making import MakeError
from macros.system.lock import BusyError
from macros.system.publish import NotOursError
from macros.text.suggest import nearest
from macros.website import BuildError
from macros.words.catalogue import say

FINE = 0
FINDINGS = 1
CANNOT_GO_ON = 2
INTERRUPTED = 130

# What is said of a folder that will not do, and what the sentence calls it.
_FOLDERS: dict[type[Exception], tuple[str, str]] = {
    NoDataError: ("stop.no-data", "root"),
    NoSiteError: ("stop.no-site", "site"),
    NotOursError: ("stop.not-ours", "site"),
}

# What usually keeps a file from being read or written; the system itself says so in English.
_REASONS = {
    errno.ENOENT: "stop.os.missing",
    errno.EEXIST: "stop.os.taken",
    errno.EACCES: "stop.os.forbidden",
    errno.EPERM: "stop.os.forbidden",
    errno.EROFS: "stop.os.read-only",
    errno.EISDIR: "stop.os.folder",
    errno.ENOTDIR: "stop.os.no-folder",
    errno.ENOSPC: "stop.os.full",
    errno.EFBIG: "stop.os.full",
    errno.ELOOP: "stop.os.loop",
    errno.ENAMETOOLONG: "stop.os.long",
}


@dataclass
class Stopped:
    """The exit code of a command, known when it has ended."""

    code: int = CANNOT_GO_ON


@contextmanager
def explained() -> Iterator[Stopped]:
    """Turn every exception of the block into a Chinese sentence and an exit code."""
    stopped = Stopped()
    try:
        yield stopped
    except (Abort, KeyboardInterrupt):
        stopped.code = INTERRUPTED
    except (TyperException, MisuseError) as error:
        stopped.code = FINDINGS if isinstance(error, ForbiddenError) else CANNOT_GO_ON
        for line in _misuse(error) if isinstance(error, MisuseError) else _usage(error):
            complain(line)
    except FaultyDataError as error:
        show(report.as_text(error.checked.findings, error.checked.sources))
        complain(say("stop.faulty"))
        stopped.code = FINDINGS
    except (NoDataError, NoSiteError, NotOursError) as error:
        key, name = _FOLDERS[type(error)]
        complain(say(key, **{name: error.args[0]}))
        if strangers := getattr(error, "strangers", ()):
            complain(say("stop.strangers", files="\n".join(f"  {file}" for file in strangers[:9])))
    except MakeError as error:
        complain(say("stop.file", name=error.name, reason=error.reason))
    except BusyError as error:
        complain(say("stop.busy-data" if error.args[0].name == LOCK else "stop.busy"))
    except BuildError as error:
        complain(say("stop.build"))
        complain(str(error))
    except PortError as error:
        complain(say("stop.port", port=error.port, reason=error.reason))
    except OSError as error:
        _trace()
        complain(say("stop.unreadable", reason=_reason(error)))
    except Exception as error:
        _trace()
        complain(say("stop.unexpected", kind=type(error).__name__))


def _reason(error: OSError) -> str:
    """What the system says, in Chinese where it is usual, and of which file."""
    key = _REASONS.get(error.errno or 0)
    if key is None:
        return str(error)
    return (
        say(key) if error.filename is None else say("stop.os", reason=say(key), file=error.filename)
    )


def _trace() -> None:
    if os.environ.get("CLAUSEBOOK_DEBUG"):
        traceback.print_exc()


def _misuse(error: MisuseError) -> Iterator[str]:
    """Why a well-formed command cannot be followed."""
    yield say(error.key, **error.params)
    yield from _perhaps(error.suggestion)


def _usage(error: TyperException) -> Iterator[str]:
    """What is wrong with the command that was typed, and where help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "clausebook"
    match type(error).__name__:
        case "UnknownVerbError":
            assert isinstance(error, UnknownVerbError)
            yield say("usage.no-such-command", name=error.name)
            yield from _perhaps(nearest(error.name, error.verbs))
        case "NoSuchOption":
            name = str(getattr(error, "option_name", ""))
            yield say("usage.no-such-option", name=name)
            known = [n for p in context.command.params for n in p.opts] if context else []
            yield from _perhaps(nearest(name, known))
        case "BadOptionUsage":
            yield say("usage.option-without-value", name=getattr(error, "option_name", ""))
        case "BadParameter" | "MissingParameter" as kind:
            parameter = getattr(error, "param", None)
            name = _named(parameter) if parameter else ""
            choices = getattr(parameter, "metavar", None) or ""
            how = "bad" if kind == "BadParameter" else "missing"
            if "|" in choices:
                yield say(f"usage.{how}-choice", name=name, choices=choices.replace("|", " / "))
            else:
                yield say(f"usage.{how}-value", name=name)
        case _:
            yield say("usage.bad")
    yield say("stop.try-help", command=command)


def _perhaps(suggestion: str | None) -> Iterator[str]:
    if suggestion is not None:
        yield say("report.suggestion", suggestion=suggestion)


def _named(parameter: Any) -> str:
    """An option as it is typed; an argument, which has no name to type, by what it stands for."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    stands_for = str(parameter.metavar)
    return say(f"usage.argument.{parameter.name}") if "|" in stands_for else stands_for
