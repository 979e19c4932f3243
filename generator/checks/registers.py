"""Checks of what registers refer to, and of the names that they give."""

from collections.abc import Iterator, Mapping

from generator.checks.whole import Id, Whole
from generator.ids import FOLDERS
from generator.linking import OF_PERSON
from generator.model import Diagnostic, Kind, Register, Severity
from generator.yamlfile import did_you_mean

Merges = Mapping[Id, str]
"""What is merged → the id that it is merged into, of the same kind."""


def register_targets(whole: Whole) -> Iterator[Diagnostic]:
    """Registers that point to an id which does not exist, or in a circle."""
    merges: Merges = {(one.kind, one.id): one.merged_into for one in whole.registers}
    known = _known(whole, merges)
    for register in whole.registers:
        if _in_circle(register, merges):
            other = register.merged_into
            message = (
                f"merged_into: {register.id} and “{other}” are merged into one another"
                if other != register.id
                else f"merged_into: “{other}” is this register itself"
            )
            hint = "Delete the key in the register of the one that stays."
            yield _of_key(register, "merged_into", "ids-circle", message, hint)
            continue
        for key, kind, target in _targets(register):
            there = (kind, target) in known or f"{FOLDERS[kind]}/{target}" in whole.site.redirects
            if not there and not whole.may_have((kind, target)):
                message = f"{key}: there is no {kind} “{target}”"
                near = sorted(id_ for of, id_ in known if of == kind)
                hint = did_you_mean(target, near) or "Correct the id, or delete it."
                yield _of_key(register, key, "unknown-id", message, hint)


def _known(whole: Whole, merges: Merges) -> set[Id]:
    """All that a register may refer to."""
    written = whole.named() | merges.keys()
    # What is merged into an id makes a page of that name, even where the id is a slip. Events may take a new one.
    slips = {
        (kind, id_)
        for (kind, _), id_ in merges.items()
        if kind != "event" and (kind, id_.removesuffix(OF_PERSON)) not in written
    }
    return (whole.shown() | written) - slips


def _targets(register: Register) -> Iterator[tuple[str, Kind, str]]:
    """Key, kind and id of all that a register refers to."""
    single: tuple[tuple[str, Kind, str], ...] = (
        ("merged_into", register.kind, register.merged_into),
        ("part_of", "issue", register.part_of),
        ("place", "entity", register.place),
    )
    yield from (target for target in single if target[2])
    yield from (("participants", "entity", id_) for id_ in register.participants)
    yield from (("issues", "issue", id_) for id_ in register.issues)


def _in_circle(register: Register, merges: Merges) -> bool:
    """Whether what it is merged into leads back to it."""
    seen: set[str] = set()
    target = register.merged_into
    while target and target not in seen:
        seen.add(target)
        target = merges.get((register.kind, target), "")
    return register.id in seen


def _of_key(
    register: Register, key: str, code: str, message: str, hint: str, severity: Severity = "error"
) -> Diagnostic:
    line, column = register.places.get(key, (1, 1))
    return Diagnostic(code, severity, register.path, message, line, column, hint)


def shared_names(whole: Whole) -> Iterator[Diagnostic]:
    """Aliases that are another's, too: what articles name so joins only one of them.

    Two people of one name are no slip; which of them an article means, it says itself.
    """
    first: dict[tuple[Kind, str], Register] = {}
    for register in whole.registers:
        if register.merged_into or register.kind == "event":
            continue
        for name in dict.fromkeys((register.name, *register.aliases)):
            other = first.setdefault((register.kind, name.casefold()), register)
            both_names = name == register.name and name.casefold() == other.name.casefold()
            if name and other is not register and not both_names:
                message = f"“{name}” is also said to be “{other.id}”, in {other.path}"
                hint = "Delete the name in one of the two, or merge one into the other."
                key = "name" if name == register.name else "aliases"
                yield _of_key(register, key, "alias-twice", message, hint, "warning")


def unnamed_registers(whole: Whole) -> Iterator[Diagnostic]:
    """Registers about what no article names: perhaps their file name is a slip."""
    if whole.articles_unread:
        return
    told = {("entity", view.ref.id) for view in whole.site.entities if view.articles}
    told |= {("issue", view.ref.id) for view in whole.site.issues if view.articles}
    told |= {("event", view.id) for view in whole.site.events if view.sources}
    told |= {("event", register.merged_into) for register in whole.registers if register.kind == "event"}
    for register in whole.registers:
        if register.kind == "event" and (register.date or register.phase):
            continue  # it tells the event itself
        if (register.kind, register.id) not in told and not register.merged_into:
            near = sorted(id_ for kind, id_ in told if kind == register.kind)
            message = f"no article names the {register.kind} “{register.id}”"
            hint = did_you_mean(register.id, near) or "Check the file's name; if it is right, all is well."
            yield Diagnostic("register-unused", "info", register.path, message, hint=hint)
