"""`python -m tests.approved` writes anew everything that tests hold word for word; read what has changed.

Verdicts, disturbed pairs and lies (evidence), refusals (content), editions, drafts, and what each rule tells of its
cases. Drawings are written by `python -m tests.charts.test_approved`.
"""

from __future__ import annotations

from tests.content import test_refusals
from tests.edition import test_approved
from tests.evidence import test_approved_verdicts, test_disturbed, test_lies, told
from tests.writers.docx import test_approved_drafts

if __name__ == "__main__":
    told.write()
    evidence = (test_approved_verdicts, test_disturbed, test_lies)
    for module in (*evidence, test_refusals, test_approved, test_approved_drafts):
        module.write()
