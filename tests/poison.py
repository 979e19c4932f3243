"""Work for a crew that needs no model, and to which articles are fatal that say so.

Other processes find it by its name.
"""

import os
import signal
import time
from pathlib import Path

from generator import crew, readings
from generator.model import NamedEntity, Reading

RAISES = "Poison: it raises."
KILLS = "Poison: it kills."
KILLS_LATER = "Poison: it kills after some seconds."
"""As a real one does, which has the model loaded first: Dask gives up a worker that dies while it starts."""
KILLS_ONCE = "Poison: it kills once, and notes that in "


def work(machine, articles):
    """An entity named like the article. KILLS_ONCE needs the path of a file that is not there yet."""
    for article in articles:
        last = article.text.splitlines()[-1]
        if last == KILLS_LATER:
            time.sleep(4)
        if last in {KILLS, KILLS_LATER}:
            os.kill(os.getpid(), signal.SIGKILL)
        if last.startswith(KILLS_ONCE):
            note = Path(last.removeprefix(KILLS_ONCE))
            if not note.exists():
                note.touch()
                os.kill(os.getpid(), signal.SIGKILL)
    if any(RAISES in article.text for article in articles):
        if len(articles) == 1:
            return [crew.Unread("ValueError: poison")]
        return [answer for article in articles for answer in work(machine, (article,))]
    return [readings.encode(Reading((NamedEntity("it", "place", article.title),))) for article in articles]
