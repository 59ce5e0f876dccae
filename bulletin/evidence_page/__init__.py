"""The evidence page: one HTML file in which a reviewer holds every figure against the words it rests on.

Beside it the archive page, which lists the issues of a place.
"""

from bulletin.evidence_page.archive import Archive
from bulletin.evidence_page.write import EvidencePages

__all__ = ["Archive", "EvidencePages"]
