"""The article's file, content/articles/ID.md: an annotated Markdown page. docs/format.md describes it."""

from generator.articlefile.header import Header, filed, header
from generator.articlefile.normal import Normal, digest
from generator.articlefile.reading import OPENED, read
from generator.articlefile.writing import write

__all__ = ["OPENED", "Header", "Normal", "digest", "filed", "header", "read", "write"]
