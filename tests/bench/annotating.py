"""What it costs to read articles, beside the parser that it cannot do without."""

import shutil
import subprocess
import sys
from pathlib import Path

import spacy

from bench import dossiers
from bench.measuring import Benchmark
from generator import extract
from generator.model import Settings

MODEL = Settings().model
BATCH = 32
"""With spaCy's own default, 1,000, two processes share 1,000 articles as one and none."""
SPACY = f"""
import sys, spacy
from pathlib import Path
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
for doc in spacy.load({MODEL!r}).pipe(texts, n_process=int(sys.argv[2]), batch_size={BATCH}):
    pass
"""
PROCESSES = "2"


def reading(_folder: Path, _size: int) -> Benchmark:
    """The machine's reading in one process; the model is loaded before."""
    articles = [article for article, _ in dossiers.told(60)]
    plain = spacy.load(MODEL)
    return Benchmark(
        "reading alone ÷ spaCy's pipe, one process",
        len(articles),
        lambda: list(extract.read(articles, MODEL)),
        lambda: list(plain.pipe((article.text for article in articles), batch_size=BATCH)),
        1.2,
    )


def annotate(folder: Path, size: int) -> Benchmark:
    """The whole command over new seeds, the loading of the model included in both."""
    dossier = dossiers.make(folder / "dossier", size, annotated=False)

    def before() -> None:
        shutil.rmtree(dossier.content / "articles")
        shutil.rmtree(dossier.root / "build", ignore_errors=True)
        (dossier.content / "ids.tsv").unlink(missing_ok=True)

    return Benchmark(
        "dossier annotate, all new ÷ spaCy's pipe, two processes each",
        size,
        lambda: _run("-m", "generator", "annotate", "-C", str(dossier.root), "--processes", PROCESSES),
        lambda: _run("-c", SPACY, str(dossier.seeds), PROCESSES),
        1.2,
        before,
    )


def again(folder: Path, size: int) -> Benchmark:
    """The same with content/ gone and everything in the cache."""
    first = annotate(folder, size)
    first.work()

    def before() -> None:
        shutil.rmtree(folder / "dossier" / "content" / "articles")

    return Benchmark(
        "dossier annotate, all in the cache ÷ spaCy's pipe, two processes",
        size,
        first.work,
        first.baseline,
        0.25,
        before,
    )


def commit() -> str:
    """The commit that is measured."""
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
