"""Whether people stay and advance, from the build in force."""

import argparse

from .output import CommandError, print_json, print_table
from .reading import as_of_day, asked_folder, known_data_from, open_store


def outcomes(arguments: argparse.Namespace) -> int:
    """`outcomes`"""
    from careerdash.outcomes import estimate_build

    with open_store(arguments) as store:
        try:
            found = estimate_build(
                store, as_of_day(arguments, store), arguments.seed, program=tuple(arguments.program),
                participation=arguments.participation, assignment=arguments.assignment,
                data_from=arguments.data_from or known_data_from(asked_folder(arguments)))
        except ValueError as error:
            raise CommandError(str(error)) from error
    if arguments.json:
        print_json(found)
        return 0
    print(found["sentence"])
    print_table(("after", "mentored", "colleagues", "difference", "low", "high"), [
        (f"{end['months']} months", *(_percent(end[name]) for name in (
            "mentored", "colleagues", "difference", "low", "high"))) for end in found["matched"]["horizons"]])
    return 0


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}%"
