"""Stage 0: any file of a case's folder becomes a document with blocks, offsets and metadata, or a fault that names it."""

from sayso.documents.folder import find
from sayso.documents.opening import open_document

__all__ = ["find", "open_document"]
