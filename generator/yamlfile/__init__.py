"""YAML that people write: read without guessing, checked with every error at once.

    node, problems = load(source, path="content/dossier.yml")
    value, problems = validate(node, Schema, path="content/dossier.yml")

Every scalar stays the text that was written; the schema decides what it means (fields.py has types for it).
Anchors, aliases, tags, merge keys, duplicate keys and second documents are refused: nobody writes them by
hand on purpose, and each is a way to make a small file mean something large or something else.
"""

from generator.yamlfile.addresses import check_id
from generator.yamlfile.conflicts import conflicts, is_marker
from generator.yamlfile.fields import is_id
from generator.yamlfile.frontmatter import FrontMatter, split_front_matter
from generator.yamlfile.nodes import Node, Place
from generator.yamlfile.parsing import MAX_BYTES, MAX_DEPTH, load
from generator.yamlfile.validating import Schema, did_you_mean, meant, taken_as, validate, validate_keys

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "FrontMatter",
    "Node",
    "Place",
    "Schema",
    "check_id",
    "conflicts",
    "did_you_mean",
    "is_id",
    "is_marker",
    "load",
    "meant",
    "split_front_matter",
    "taken_as",
    "validate",
    "validate_keys",
]
