"""The evidence page: one HTML file in which a reviewer holds every figure against the words it rests on."""

from bulletin.evidence_page.write import EvidencePages

__all__ = ["EvidencePages"]
