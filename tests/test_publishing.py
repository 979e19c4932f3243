"""What may be published: `rights: full | quotes | none` and `publish: reviewed`, in every byte of a site."""

import gzip
import json
import re

import pytest
import withheld
from conftest import INVENTED, built, copied

from generator import build, store
from generator.assemble import told

pytestmark = pytest.mark.builds

HIDDEN = "The harbour crane fell into the cold water behind the ferry on Sunday."
NAMES = withheld.Names(["Lund Quay"])

VARIANTS = {
    "every article without rights": (lambda _: "none", "all", lambda _: False),
    "rights mixed, every other article reviewed": (
        lambda nth: ("full", "quotes", "none")[nth % 3],
        "reviewed",
        lambda nth: nth % 2 == 1,
    ),
    "quotes, one article reviewed": (lambda _: "quotes", "reviewed", lambda nth: nth == 3),
}
"""Rights of the nth article, what is published, whether a person reviewed the nth article."""


def withheld_everywhere(root, rights, publish, reviewed):
    """The invented dossier with other rights, and its corrections log quoting what may not be quoted."""
    copied(INVENTED, root)
    files = sorted((root / "content" / "articles").glob("*.md"))
    for nth, path in enumerate(files):
        plain = re.sub(r"^rights: .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        front = f"language: en\nrights: {rights(nth)}\n" + "reviewed: Mette\n" * reviewed(nth)
        path.write_text(plain.replace("language: en\n", front, 1), encoding="utf-8")
    settings = root / "content" / "dossier.yml"
    settings.write_text(settings.read_text() + f"publish: {publish}\n")
    loaded = build.load(store.read(store.Folder(root)))
    lines = [
        f"2031-04-02\t{one.article.id}\tthe role, “{words[:60]}…”\t{words}\tquoted; {words}\n"
        for one in loaded.articles
        for words in [" ".join(text.split()) for text in withheld.shares(one, loaded.settings)[1]]
        if len(words.split()) > told.FEW and ";" not in words
    ]
    (root / "content" / "corrections.tsv").write_text("".join(lines), encoding="utf-8")
    return root


@pytest.fixture(scope="module", params=VARIANTS, ids=VARIANTS.keys())
def variant(request, tmp_path_factory):
    """(folder, what was loaded, what was composed) of each of VARIANTS."""
    root = withheld_everywhere(tmp_path_factory.mktemp("variant") / "dossier", *VARIANTS[request.param])
    folder, composed = built(root)
    return folder, build.load(store.read(folder)), composed


# --- the search for secrets itself ------------------------------------------------------------


WRITTEN = {
    "plain": HIDDEN.encode(),
    "elements": b"<p>He says the harbour <b>crane</b> fell into the co<wbr>ld water, no more.",
    "attribute": b'<a title="the harbour crane fell into the cold water">x</a>',
    "references": b"&#84;he&nbsp;harbour &amp;#99;rane fell into the cold water",
    "JSON escapes": b'{"x":["the harbour\\u0020cran\\u0065 fell into the cold water"]}',
    "search fragment": gzip.compress(
        b'pagefind_dcd{"content":"the harbour\\u0020crane fell into the cold water"}'
    ),
    "calendar": b"BEGIN:VCALENDAR\r\nX:the harb\r\n our crane\\, fell\\ninto the cold\r\n  water\r\n",
    "table": b"x,y\r\n1,the harbour crane fell into the cold water\r\n",
    "address": b"#:~:text=the%20harbour%20crane%20fell%20into%20the%20cold%20water",
    "other forms of letters": "ＴＨＥ harbour crane\u00ad fell into the cold\u00a0water".encode(),
}


@pytest.mark.parametrize("data", WRITTEN.values(), ids=WRITTEN)
def test_a_secret_is_found_however_it_is_written(data, tmp_path):
    hidden = withheld.Secrets(NAMES, frozenset(withheld.runs(HIDDEN, NAMES)))
    (tmp_path / "x.bin").write_bytes(data)
    assert withheld.leaks(tmp_path, hidden) == {"x.bin": "the harbour crane fell into the"}


def test_a_secret_is_found_in_the_name_of_a_file(tmp_path):
    hidden = withheld.Secrets(NAMES, frozenset(withheld.runs(HIDDEN, NAMES)))
    (tmp_path / "crane-fell-into-the-cold-water.html").write_bytes(b"")
    assert withheld.leaks(tmp_path, hidden)


def test_five_words_and_names_are_no_secret(tmp_path):
    hidden = withheld.Secrets(NAMES, frozenset(withheld.runs(HIDDEN, NAMES)))
    (tmp_path / "x.html").write_text("The harbour crane fell into Lund Quay, the cold water behind")
    assert withheld.leaks(tmp_path, hidden) == {}


# --- words ------------------------------------------------------------------------------------


def test_withheld_words_are_nowhere_in_the_invented_dossiers_site(invented):
    folder, _ = invented
    hidden = withheld.secrets(build.load(store.read(folder)))
    assert len(hidden.runs) > 300
    assert withheld.leaks(folder.site, hidden) == {}


def test_withheld_words_are_nowhere_in_the_site(variant):
    folder, loaded, _ = variant
    hidden = withheld.secrets(loaded)
    assert len(hidden.runs) > 1000
    assert withheld.leaks(folder.site, hidden) == {}


def test_nor_are_they_in_the_pages_that_the_site_is_made_of(variant):
    folder, loaded, _ = variant
    assert withheld.leaks(folder.pages, withheld.secrets(loaded)) == {}


def test_a_correction_that_may_not_be_quoted_is_still_told(variant):
    _, loaded, composed = variant
    assert len(composed.site.corrections) == sum(len(one.corrections) for one in loaded.articles)
    assert {(one.what, one.old) for one, _ in composed.site.corrections} == {
        ("the role, a passage", "words that are not shown")
    }


# --- rights: none, only what describes the article --------------------------------------------


def test_of_an_article_without_rights_the_title_the_names_and_the_places_stay(variant):
    folder, loaded, _ = variant
    for one in loaded.articles:
        if one.article.rights == "none":
            page = (folder.site / "articles" / one.article.id / "index.html").read_text(encoding="utf-8")
            assert "The rights do not allow to show this text" in page
            twin = json.loads((folder.site / "articles" / f"{one.article.id}.json").read_bytes())
            assert twin["title" if "title" in twin else "name"] == one.article.title
            assert "text" not in twin
            assert all(set(each) <= {"id", "start", "end", "paragraph"} for each in twin["sentences"])
            assert all(f'id="{each["id"]}"' in page for each in twin["sentences"])


# --- publish: reviewed ------------------------------------------------------------------------


def test_what_may_not_stand_as_fact_has_no_id_in_any_twin(variant):
    folder, loaded, _ = variant
    for one in loaded.articles:
        twin = json.loads((folder.site / "articles" / f"{one.article.id}.json").read_bytes())
        for kind in ("statements", "temporals"):
            items = {item.id: item for item in getattr(one.reading, kind)}
            shown = [items[found["id"]] for found in twin.get(kind, ())]
            assert all(withheld.published(one, loaded.settings, item) for item in shown)


def test_a_name_that_nobody_reviewed_is_nowhere_but_in_shown_text(variant):
    folder, loaded, _ = variant
    entities = [(one, entity) for one in loaded.articles for entity in one.reading.entities]
    shown = [e for one, e in entities if withheld.published(one, loaded.settings, e)]
    known = " | ".join(
        [
            *(name for entity in shown for name in (entity.name, *entity.names)),
            *(text for one in loaded.articles for text in withheld.shares(one, loaded.settings)[0]),
            *(f"{one.article.title} {one.article.publisher} {one.article.author}" for one in loaded.articles),
            *(" ".join((r.name, r.description, r.notes, r.side, *r.aliases)) for r in loaded.registers),
        ]
    )
    unknown = {entity.name for _, entity in entities if entity.name not in known}
    for path in sorted(folder.site.rglob("*")):
        if path.is_file() and "assets" not in path.parts and "review" not in str(path):
            for text in withheld.readings(path.read_bytes()):
                assert not [name for name in unknown if name in text], path
