"""Records in content/translations.lock that the English of today has been held against the Chinese of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bulletin.content.translations import NAME, State
from bulletin.project import write
from bulletin.workshop import Workshop


def record(workshop: Workshop) -> Mapping[str, Counter[State]]:
    """Writes the lock; gives back what each file's texts were before. Other files' lines stay as they are.

    Raises ContentError when a file cannot be read, so that no line is lost for a slip of the pen, and CannotWrite.
    """
    lock, before = workshop.library.lock, dict[str, Counter[State]]()
    for name, texts in workshop.all_texts():
        before[name] = Counter(lock.states(texts.entries))
        lock = lock.with_file(name, texts.entries)
    write(workshop.project.content / NAME, lock.dump().encode())
    return before
