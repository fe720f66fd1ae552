"""Command line from a dataclass: every field is an option, its comment in the source is its documentation."""

import argparse
import types
from dataclasses import MISSING, fields
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

Settings = TypeVar("Settings")


def parse(*kinds: type, description: str, arguments: list[str] | None = None) -> list:
    """Returns one filled instance of every dataclass in `kinds`, whose field names must not collide."""
    parser = argparse.ArgumentParser(description=description)
    for kind in kinds:
        hints = get_type_hints(kind)
        for entry in fields(kind):
            is_required = entry.default is MISSING
            option = "--" + entry.name.replace("_", "-")
            value_type = _plain(hints[entry.name])
            shown = {} if is_required else {"default": entry.default, "help": f"default {entry.default}"}
            if value_type is bool:
                parser.add_argument(option, action=argparse.BooleanOptionalAction, **shown)
            else:
                parser.add_argument(option, type=value_type, required=is_required, **shown)
    values = vars(parser.parse_args(arguments))
    return [kind(**{entry.name: values[entry.name] for entry in fields(kind)}) for kind in kinds]


def numbers(text: str) -> list[int]:
    """`2,3` -> [2, 3]."""
    return [int(number) for number in text.split(",") if number]


def _plain(hint: object) -> type:
    """`int | None` -> `int`."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(kind for kind in get_args(hint) if kind is not type(None))
    return hint
