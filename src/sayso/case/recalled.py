"""What the weighing takes of a case, back from ``case.db``: documents, claims and preparations, by path, and what the last
weighing left.

Most of it can be recalled while the few documents that changed are being read in another process. Invariant: nothing is
recalled of a document before it stands in the store as it is now.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

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

    def recall(self, store: Store, *, without: Collection[str] = ()) -> "Recalled":
        """Recalls all that was not recalled yet, but nothing of the documents at the paths ``without``. Raises ``CaseFault``
        if another version of sayso wrote the store."""
        with uncollected():
            for path in store.paths():
                if path not in self.documents and path not in without:
                    self.documents[path] = store.document(path)
                    self.claims[path] = store.claims(path)
            version = weighing_version()
            self.memory = Memory(store.memory(version))
            for path in self.documents:
                text = None if path in self.prepared else store.prepared(path, version)
                if text is not None:
                    self._prepare(path, text)
        return self

    def _prepare(self, path: str, text: str) -> None:
        try:
            self.prepared[path] = read_prepared(text, path)
        except (ValueError, KeyError, IndexError, TypeError):
            return

    def all_documents(self) -> list[Document]:
        return [self.documents[path] for path in sorted(self.documents)]

    def all_claims(self) -> list[Claim]:
        """By document and position."""
        return [claim for path in sorted(self.claims) for claim in self.claims[path]]
