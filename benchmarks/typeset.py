"""Sets one bulletin's pages: `ours` with line setting, tags and small fonts; `plain` with WeasyPrint as it comes.

python -m benchmarks.typeset ours|plain PROJECT
"""

from __future__ import annotations

import sys
from pathlib import Path

from bulletin.build import Builder
from bulletin.pages.html import Document
from bulletin.project import Project
from bulletin.workshop import Workshop

NAME = "jingchenglu"


def main(how: str, folder: str) -> None:
    press = Builder(Workshop(Project.at(Path(folder)), [NAME]))
    edition, _ = press.bulletin(NAME)
    document = press.pages.render(edition, press.charts(edition))
    if how == "ours":
        press.typesetter.typeset(document.html, document.resources, title=document.title, created=press.created)
    else:
        plain(document)


def plain(document: Document) -> None:
    """What a script would do, with the same fonts."""
    import weasyprint
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Given(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            kind = "image/svg+xml" if url.endswith(".svg") else "text/css"
            return URLFetcherResponse(url, document.resources[url], headers={"Content-Type": kind})

    weasyprint.HTML(string=document.html, url_fetcher=Given()).write_pdf(pdf_variant="pdf/a-3a")


if __name__ == "__main__":
    main(*sys.argv[1:3])
