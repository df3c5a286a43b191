"""What the weighing needs of each document, as ``case.db`` keeps it: prepared where the document was read, and again only when
the document or what prepares it changes.
"""

from sayso.case.entry import Kept
from sayso.case.fingerprint import weighing_version
from sayso.case.store import Store
from sayso.weigh import prepare, written


def prepare_stale(store: Store) -> None:
    """Prepares again, from what was read, the documents that another version prepared."""
    current = weighing_version()
    keys = store.prepared_keys()
    stale = [path for path in store.paths() if keys.get(path) != current]
    if not stale:
        return
    with store.changing():
        for path in stale:
            cards = written(prepare(store.claims(path), store.document(path)))
            store.put_prepared(path, Kept(cards, current))
