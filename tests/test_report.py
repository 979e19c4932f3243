"""Messages as people and programs see them."""

import json

import pytest

from generator import report
from generator.model import Diagnostic

PROBLEMS = (
    Diagnostic(
        "quote-not-found", "error", "content/a.md", "“talk” is not there", 14, 3, "Did you mean “talks”?"
    ),
    Diagnostic("too: odd,", "warning", "seeds/b,c:d.txt", "100 %\nodd"),
)


def test_text_puts_place_severity_and_code_before_the_message_and_the_hint_below():
    assert report.as_text(PROBLEMS) == (
        "content/a.md:14:3: error[quote-not-found]: “talk” is not there\n"
        "    Did you mean “talks”?\n"
        "seeds/b,c:d.txt:1:1: warning[too: odd,]: 100 %\nodd"
    )


def test_json_is_one_object_a_line():
    first, second = map(json.loads, report.as_json(PROBLEMS).splitlines())
    assert (first["line"], first["hint"], second["hint"]) == (14, "Did you mean “talks”?", "")


def test_github_gets_workflow_commands_with_its_escapes():
    assert report.as_github(PROBLEMS).splitlines() == [
        "::error file=content/a.md,line=14,col=3,title=quote-not-found::“talk” is not there Did you mean “talks”?",
        "::warning file=seeds/b%2Cc%3Ad.txt,line=1,col=1,title=too%3A odd%2C::100 %25%0Aodd",
    ]


@pytest.mark.parametrize(
    ("severities", "summary"),
    [([], "no problems"), (["error", "error", "warning"], "2 errors, 1 warning"), (["info"], "1 remark")],
)
def test_the_summary_counts(severities, summary):
    assert report.summary([Diagnostic("x", severity, "p", "m") for severity in severities]) == summary


def test_a_new_file_is_a_diff_against_nothing():
    assert report.diff("content/a.md", "", "x\n") == "--- /dev/null\n+++ b/content/a.md\n@@ -0,0 +1 @@\n+x\n"
