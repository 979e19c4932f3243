"""The machine that reads articles, or a plain message that it cannot."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.cli.common import fail

if TYPE_CHECKING:
    from generator import store
    from generator.annotate import Reader
    from generator.build import Loaded
    from generator.crew import Crew
    from generator.model import Article, Reading
    from generator.readings import Machine, Unread


def model(
    loaded: "Loaded", cache: "store.Cache | None" = None, processes: int | None = None, cluster: str = ""
) -> "Reader":
    """The machine's reader for a dossier; that it cannot read at all is a plain message."""
    from generator import crew, readings, shares

    entities = readings.known_names(loaded.registers)
    machine = readings.Machine(loaded.settings.model, loaded.vocabulary, entities)
    memory = crew.Memory(machine, cache)

    def read(articles: "Iterable[Article]") -> "Iterator[tuple[Article, Reading | Unread]]":
        articles = list(articles)
        unknown = memory.unknown(articles)
        readers = crew.local(machine, unknown, processes or shares.cores())
        if cluster and unknown:
            readers = on_cluster(machine, cluster)
        try:
            yield from crew.read(articles, readers, memory)
        except crew.NoModel:
            fail(f"the language model {machine.model} is not installed; {to_install(machine.model)}")
        except crew.Unreachable as error:
            fail(f"{error}; what was read is written, run the command again for the rest")

    return read


def to_install(model: str) -> str:
    """What to do where the language model of that name is not installed."""
    from generator.model import Settings

    if model == Settings().model:
        return "run: pip install 'dossier[extract]'"
    return "install it, or correct `model:` in content/dossier.yml"


def on_cluster(machine: "Machine", address: str) -> "Crew":
    """The cluster at `address`, or an end with a message."""
    from generator import crew

    try:
        from generator.cluster import Cluster

        return Cluster(machine, address)
    except ImportError:
        fail("Dask is not installed; run: pip install 'dossier[cluster]'")
    except crew.Unreachable as error:
        fail(str(error))
