"""What it costs to read articles, beside the parser that it cannot do without."""

import shutil
import subprocess
import sys
from pathlib import Path

import spacy

from bench import dossiers
from bench.measuring import Benchmark, Row
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
    row = Row("reading alone ÷ spaCy's pipe, one process", lambda: list(extract.read(articles, MODEL)), 1.2)
    texts = [article.text for article in articles]
    return Benchmark(len(articles), (row,), lambda: list(plain.pipe(texts, batch_size=BATCH)))


def annotate(folder: Path, size: int) -> Benchmark:
    """The whole command over new seeds, and with all in the cache; the loading of the model included in all."""
    dossier = dossiers.make(folder / "dossier", size, annotated=False)

    def forget() -> None:
        shutil.rmtree(dossier.content / "articles")
        (dossier.content / "ids.tsv").unlink(missing_ok=True)

    def forget_all() -> None:
        forget()
        shutil.rmtree(dossier.root / "build", ignore_errors=True)

    def work() -> None:
        _run("-m", "generator", "annotate", "-C", str(dossier.root), "--processes", PROCESSES)

    rows = (
        Row("dossier annotate, all new ÷ spaCy's pipe, two processes each", work, 1.2, forget_all),
        Row("dossier annotate, all in the cache ÷ spaCy's pipe, two processes", work, 0.25, forget),
    )
    return Benchmark(size, rows, lambda: _run("-c", SPACY, str(dossier.seeds), PROCESSES))


def commit() -> str:
    """The commit that is measured."""
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
