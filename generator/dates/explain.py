"""The rules by which a time expression got its date, each in a sentence for the reader of the page."""

from collections.abc import Mapping

ANCHORS = {
    "": "the day of publication",
    ", from the dateline": "the date in the article's own first lines",
    ", from an earlier date": "a date that the text names elsewhere",
    ", from the day it was said": "the day on which the words were said",
    ", from the same words": "the date in the same words",
}
"""End of a rule's name → what it counts from."""

_PLAIN = {
    "by hand": "A person wrote this date.",
    "not understood": "The program does not know how to read these words.",
    "calendar date": "The words name the date in full.",
    "numeric date": "The numbers are a date; which of them is the month follows from their size, from other dates "
    "of the article, or from the day of publication.",
    "day or month first": "The numbers are a date, but nothing tells which of them is the month.",
    "range": "The words name a first and a last day, month or year.",
    "named day": "A day that is known by its number ever since.",
    "era": "The words name a decade or a century.",
    "fiscal year": "A fiscal year, whose beginning the words do not tell.",
    "holiday": "The words name the holiday and its year.",
    "movable holiday": "The date of this day is set by another calendar or by custom, and is not worked out.",
    "duration": "A length of time, with no place on the calendar.",
    "set": "Something that comes back again and again.",
    "past": "A time in the past that the words leave open.",
    "present": "The time of writing.",
    "after an earlier date": "Later than a date that the text tells of; it does not say by how much.",
    "before an earlier date": "Earlier than a date that the text tells of; it does not say by how much.",
    "future": "A time in the future that the words leave open.",
    "nothing to count from": "The words count from another date, and the article names none.",
    "out of the calendar": "The date lies outside the years 1 to 9999.",
}  # fmt: skip

_ANCHORED = {
    "counted": "Counted from {anchor}.",
    "weekday before": "The last such day up to {anchor}, because the sentence speaks of the past.",
    "weekday after": "The first such day from {anchor} on, because the sentence speaks of the future.",
    "weekday nearest": "The day of that name nearest to {anchor}.",
    "weekday of a week": "The day of that name in the week that the words mean, counted from {anchor}.",
    "day of the month before": "The last day of that number up to {anchor}: the sentence speaks of the past.",
    "day of the month after": "The first day of that number from {anchor} on: the sentence speaks of the future.",
    "day of the month nearest": "The day of that number nearest to {anchor}.",
    "year before": "The last such date up to {anchor}, because the sentence speaks of the past.",
    "year after": "The first such date from {anchor} on, because the sentence speaks of the future.",
    "year nearest": "The date of that name nearest to {anchor}.",
    "year of the story": "The year of {anchor}, because the text tells of that year.",
    "duration from": "A length of time that begins or ends on {anchor}.",
    "hour of a day": "A time on {anchor}.",
    "hours from": "Some hours from a time on {anchor}.",
}  # fmt: skip

RULES: Mapping[str, str] = _PLAIN | {
    name + ending: sentence.format(anchor=anchor)
    for name, sentence in _ANCHORED.items()
    for ending, anchor in ANCHORS.items()
}
"""Name of a rule → one sentence in plain English."""
