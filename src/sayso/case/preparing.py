"""What the weighing needs of each document, as ``case.db`` keeps it: prepared where the document was read, and again only when
the document or what prepares it changes.
"""

from sayso.case.entry import Kept
from sayso.case.fingerprint import weighing_version
from sayso.case.store import Store
from sayso.weigh import Prepared, prepare, read_prepared, written


def preparations(store: Store) -> dict[str, Prepared]:
    """The preparations by path. One made by another version, or one that cannot be read, is absent; weighing makes it."""
    found: dict[str, Prepared] = {}
    for path, cards in store.prepared(weighing_version()):
        try:
            found[path] = read_prepared(cards, path)
        except (ValueError, KeyError, IndexError, TypeError):
            continue
    return found


def prepare_stale(store: Store) -> None:
    """Prepares again, from what was read, the documents that another version prepared."""
    current = weighing_version()
    fresh = {path for path, _ in store.prepared(current)}
    stale = [path for path in store.paths() if path not in fresh]
    if not stale:
        return
    with store.changing():
        for path in stale:
            cards = written(prepare(store.claims(path), store.document(path)))
            store.put_prepared(path, Kept(cards, current))
