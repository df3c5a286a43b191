"""What the weighing takes of a case, back from ``case.db``: documents, claims and preparations, by path, and what the last
weighing left.

Most of it can be recalled while the few documents that changed are being read in another process. Invariant: nothing is
recalled of a document before it stands in the store as it is now.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from sayso.case.fingerprint import weighing_version
from sayso.case.store import Store
from sayso.core.claim import Claim
from sayso.core.document import Document
from sayso.core.garbage import uncollected
from sayso.weigh import Memory, Prepared, read_prepared


@dataclass(slots=True)
class Recalled:
    """A document whose preparation was made by another version, or cannot be read, has none; weighing makes it."""

    documents: dict[str, Document] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    prepared: dict[str, Prepared] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def recall(self, store: Store) -> "Recalled":
        """Recalls all that was not recalled yet. Raises ``CaseFault`` if another version of sayso wrote the store."""
        self.take(store, store.paths())
        with uncollected():
            self.memory = Memory(store.memory(weighing_version()))
        return self

    def take(self, store: Store, paths: Iterable[str]) -> None:
        """Recalls what the store has of the documents at some paths and was not recalled yet."""
        version = weighing_version()
        with uncollected():
            for path in paths:
                if path not in self.documents:
                    self.documents[path] = store.document(path)
                    self.claims[path] = store.claims(path)
                if path not in self.prepared and (text := store.prepared(path, version)) is not None:
                    self._prepare(path, text)

    def _prepare(self, path: str, text: str) -> None:
        try:
            self.prepared[path] = read_prepared(text, path)
        except (msgspec.DecodeError, IndexError):
            return

    def all_documents(self) -> list[Document]:
        return [self.documents[path] for path in sorted(self.documents)]

    def all_claims(self) -> list[Claim]:
        """By document and position."""
        return [claim for path in sorted(self.claims) for claim in self.claims[path]]
