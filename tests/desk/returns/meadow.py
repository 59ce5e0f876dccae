"""A small project with a text of every kind, and its draft."""

from __future__ import annotations

from pathlib import Path

from bulletin.build import Builder
from bulletin.manifest import Manifest
from bulletin.project import Project
from bulletin.publish import publish
from bulletin.workshop import Workshop
from tests.conftest import ARTICLE, CONTENT, small_project

_STORIES = """stories:
  - id: green
    theme: environment
    title:
      zh: 街边多了游园
      en: More pocket parks by the street
    paragraphs:
      # what was built
      - zh: <since>，街道新建游园<parks>，植树<trees>，投资<spent>。居民傍晚常来散步。
        en: >-
          In <since> the subdistrict built <parks>, planted <trees> and spent <spent>. Residents often come for a walk
          in the evening.
      # where people live
      - head: {zh: 社区, en: Communities}
        zh: <communities>社区有居民<households>，老旧楼院占<old>。改造先从老旧楼院做起。
        en: >-
          <communities> hold <households:number> families; old courtyards make up <old>. Renewal starts with old
          courtyards.
      - zh: 游园沿河而建，道路两旁的绿地连成一线。
        en: The parks follow the river, and the green beside the roads has grown into one line.
    plates:
      - kind: bars
        title: {zh: 社区与游园对照, en: Communities and parks compared}
        note: {zh: 社区与游园并非一类, en: Communities and parks differ in kind}
        bars:
          - of: communities
          - of: parks
  - id: homes
    theme: environment
    title:
      zh: 老旧楼院更新
      en: Old courtyards renewed
    paragraphs:
      - zh: 楼院的管网和照明**全部**换新，居民参与商议。
        en: Pipes and lights of the courtyards were **all** replaced, and residents had their say.
      - zh: 志愿者定期清扫楼道，并照看独居老人。
        en: Volunteers sweep the stairs regularly and look after old people who live alone.

briefs:
  - title: {zh: 新树成行, en: New trees in rows}
    text:
      zh: 街道植树<trees>，以本地树种为主。
      en: The subdistrict planted <trees>, most of them native.
      allow: {borne: 练习用的话}
  - title: {zh: 河边步道, en: Riverside path}
    text:
      zh: 步道连通游园与社区，沿途设有座椅。
      en: A path joins the parks and the communities, with benches along the way.

tracker:
  title: {zh: 项目进展, en: Progress of projects}
projects:
  - name: {zh: 沿河游园, en: Riverside parks}
    status: achieved
    done:
      zh: 建成<parks>
      en: <parks> built
    quote: 新建游园3个
  - name: {zh: 行道树, en: Street trees}
    status: achieved
    done:
      zh: 植树<trees>
      en: <trees> planted
    quote: 植树1.2万余株

notes:
  - zh: 文中未说明树种。
    en: The article does not name the kinds of trees.
    unstated: [树种, 品种]
  - zh: 游园的面积未见于原文。
    en: The size of the parks is not in the article.

honours:
  - name: {zh: 郑州市文明单位, en: Civilized Unit of Zhengzhou}
    level: municipal
    quote: 郑州市文明单位
honours_more: 等荣誉称号

terms: []
pages:
  - [key_figures, green, briefs]
  - [homes, projects, honours, evidence, notes]
"""
SAID = """居民傍晚常来散步。楼院的管网和照明全部换新,居民参与商议。志愿者定期清扫楼道,并照看独居老人。
步道连通游园与社区,沿途设有座椅。
"""
"""What the stories say besides, in the article's words."""
MEADOW = CONTENT[: CONTENT.index("stories:\n")] + _STORIES


def meadow(folder: Path) -> Path:
    """The project, with its draft written."""
    root = small_project(folder, MEADOW, ARTICLE + SAID)
    publish(root / "reports", Manifest(), "willow", "1", {"willow.docx": draft_of(root)})
    return root


def draft_of(root: Path, *, comments: bool = True) -> bytes:
    """The draft of the content file as it stands, or its clean copy."""
    builder = Builder(Workshop(Project.at(root)))
    edition, remarks = builder.bulletin("willow")
    return builder.docx(edition, builder.charts(edition), remarks if comments else None)


def content(root: Path) -> str:
    return (root / "content" / "willow.yaml").read_text(encoding="utf-8")
