"""Two people change different items of one article on two branches, and git merges them."""

import random
import re
import shutil
import subprocess
from dataclasses import dataclass

import pytest
from conftest import INVENTED, ROOT, copied
from typer.testing import CliRunner

from generator import articlefile, build, cli, store
from generator.articlefile.layout import Block
from generator.articlefile.taking_apart import parse
from generator.merge import merge

pytestmark = pytest.mark.builds

WITHOUT_CONFLICT = 0.95
OTHERS = {
    "tense": ("past", "future"),
    "phase": ("scheduled", "happened"),
    "mode": ("indirect", "direct"),
    "certainty": ("hedged", "denied"),
    "status": ("narrowing", "agreed"),
}
"""Key → two of its values; a person writes the one that is not there."""


# --- the people ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """An item in its file, and a word of the paragraph above it."""

    line: int
    """Of its first line, counted from 0."""
    lines: tuple[str, ...]
    word: str


def places(source, path):
    """The items of a file."""
    found = []
    for section in parse(source, path).sections:
        words = [word for word in section.text.split() if word.isascii() and word.isalpha() and len(word) > 4]
        blocks = (part for part in section.after if isinstance(part, Block))
        chunks = [chunk for block in blocks for chunk in block.segments.chunks]
        found += [Place(chunk.line - 1, chunk.lines, words[-1]) for chunk in chunks if words]
    return found


def corrected(lines, _word):
    """One value changed, or one added."""
    for number, line in enumerate(lines):
        key, _, value = line.strip().partition(": ")
        if key in OTHERS:
            other = next(one for one in OTHERS[key] if one != value)
            return (*lines[:number], line.replace(value, other), *lines[number + 1 :])
    return (*lines, "  reviewed: yes")


def commented_above(lines, _word):
    return ("# Is that so?", *lines)


def commented_beside(lines, _word):
    return (*lines[:-1], f"{lines[-1]}  # I looked")


def deleted(_lines, _word):
    return ()


def added_below(lines, word):
    return (*lines, "", f"- issue: {word}", "  name: by hand")


EDITS = (corrected, commented_above, commented_beside, deleted, added_below)


def edited(source, place, edit):
    """The file after `edit` of the item at `place`; a deleted one takes the blank line below it along."""
    lines = source.split("\n")
    new, end = edit(place.lines, place.word), place.line + len(place.lines)
    if not new and not lines[end]:
        end += 1
    return "\n".join([*lines[: place.line], *new, *lines[end:]])


@dataclass(frozen=True)
class Case:
    """One article and what became of it on two branches."""

    path: str
    article: object
    base: str
    ours: str
    theirs: str
    edits: tuple


def articles():
    """(path, article, source) of the dossier of this repository and of the invented one."""
    for root in (ROOT, INVENTED):
        sources = store.read(store.Folder(root))
        seeds = build.load(sources).seeds
        for path, source in sources.articles.items():
            yield path, seeds[articlefile.header(source).seed], source


def cases(count, number, *, neighbours=False):
    """`count` cases by a seeded chance. In every second one both run annotate after their edit.

    With `neighbours` the two items stand one below the other, or at the ends of two paragraphs.
    """
    chance, known = random.Random(number), list(articles())  # noqa: S311  no secret
    for index in range(count):
        path, article, base = chance.choice(known)
        reading = articlefile.read(base, path, article)[0].reading
        items = places(base, path)
        at = chance.randrange(len(items) - 1)
        chosen = chance.sample(items[at : at + 2] if neighbours else items, 2)
        edits = tuple((edit, place) for edit, place in zip(chance.choices(EDITS, k=2), chosen, strict=True))
        ours, theirs = (edited(base, place, edit) for edit, place in edits)
        if index % 2:
            ours, theirs = (merge(article, reading, source).source for source in (ours, theirs))
        yield Case(path, article, base, ours, theirs, edits)


# --- git ----------------------------------------------------------------------------------------


def git(folder, *arguments, **options):
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, **options)


def imported(folder, all_cases):
    """Every case as three commits of a repository: base-N, ours-N and theirs-N."""
    stream = []
    for number, case in enumerate(all_cases):
        for name in ("base", "ours", "theirs"):
            data = getattr(case, name).encode()
            parent = "" if name == "base" else f"from refs/heads/base-{number}\n"
            head = (
                f"commit refs/heads/{name}-{number}\ncommitter Jo <jo@example.org> 0 +0000\ndata 0\n{parent}"
            )
            stream += [head.encode(), b"M 100644 inline a.md\ndata %d\n" % len(data), data, b"\n"]
    folder.mkdir(exist_ok=True)
    git(folder, "init", "--quiet", "--bare")
    assert git(folder, "fast-import", "--quiet", input=b"".join(stream)).returncode == 0


def merged(folder, number):
    """What git makes of the two branches; None: a conflict."""
    done = git(folder, "merge-tree", "--write-tree", f"ours-{number}", f"theirs-{number}")
    assert done.returncode in {0, 1}, done.stderr
    tree = done.stdout.decode().split()[0]
    return None if done.returncode else git(folder, "show", f"{tree}:a.md").stdout.decode()


def kept(case, source):
    """Whether `source` has both edits: what was added is there, and what was deleted is not."""
    items = [place.lines for place in places(source, case.path)]
    for edit, place in case.edits:
        new = edit(place.lines, place.word)
        if not new and place.lines in items:
            return False
        if "\n".join(new) not in source:
            return False
    return True


@pytest.mark.parametrize(
    "count", [40, pytest.param(400, marks=pytest.mark.nightly)], ids=["some cases", "many cases"]
)
def test_two_people_merge_without_conflict_and_never_to_a_broken_file(tmp_path, count):
    known = list(cases(count, number=4))
    imported(tmp_path, known)
    clean = 0
    for number, case in enumerate(known):
        source = merged(tmp_path, number)
        if source is None:
            continue
        clean += 1
        problems = articlefile.read(source, case.path, case.article)[1]
        assert [problem for problem in problems if problem.severity == "error"] == []
        assert kept(case, source), case.edits
        reading = articlefile.read(case.base, case.path, case.article)[0].reading
        later = merge(case.article, reading, source).source
        assert kept(case, later), "annotate keeps both"
    print(f"{clean} of {count} without conflict")  # noqa: T201  with pytest -s
    assert clean >= WITHOUT_CONFLICT * count


def test_without_blank_lines_between_items_neighbours_conflict_more(tmp_path):
    """What the blank lines are for."""
    known = list(cases(80, number=4, neighbours=True))
    imported(tmp_path / "spaced", known)
    imported(tmp_path / "dense", [dense(case) for case in known])
    spaced, squeezed = (
        sum(merged(tmp_path / name, number) is not None for number in range(len(known)))
        for name in ("spaced", "dense")
    )
    assert squeezed < 0.8 * spaced


def dense(case):
    """The case without blank lines between items and between the ledger's entries."""
    texts = (
        re.sub(r"\n\n(?=- |# Is)", "\n", source).replace('"\n\n"', '"\n"')
        for source in (case.base, case.ours, case.theirs)
    )
    return Case(case.path, case.article, *texts, case.edits)


# --- what the program records beside it ------------------------------------------------------------


def test_two_logs_of_corrections_merge_by_taking_both(tmp_path):
    root = copied(ROOT, tmp_path / "dossier")
    shutil.copy(ROOT / ".gitattributes", root)
    (root / ".gitignore").write_text("build/\n")
    (article,) = (root / "content" / "articles").glob("*.md")
    name = article.relative_to(root).as_posix()
    as_jo = ("-c", "user.name=Jo", "-c", "user.email=jo@example.org")

    def commit(branch):
        world = cli.World(today=lambda: "2031-04-08")
        assert CliRunner().invoke(cli.app, ["record", "-C", str(root)], obj=world).exit_code == 0
        git(root, *as_jo, "add", "--all")
        assert git(root, *as_jo, "commit", "-qm", branch).returncode == 0

    git(root, "init", "-q", "-b", "main")
    commit("before")
    base = article.read_text()
    for branch, place in (("ours", places(base, name)[1]), ("theirs", places(base, name)[-1])):
        git(root, "checkout", "-q", "-b", branch, "main")
        article.write_text(edited(base, place, deleted))
        commit(branch)
    done = git(root, *as_jo, "merge", "--no-edit", "ours")
    assert done.returncode == 0, done.stdout
    log = store.read(store.Folder(root)).corrections
    assert log.count("\tremoved\n") == 2
    assert log.count("date\tarticle") == 1
