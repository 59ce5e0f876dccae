"""One typesetter for all tests of the writers: opening the fonts costs a second."""

import pytest

from bulletin.faces import find_faces
from bulletin.pages.pdf import Typesetter


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """Set in our faces; nothing is kept from one document to the next but the open fonts."""
    return Typesetter(find_faces())
