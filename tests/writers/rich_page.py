"""A small page with everything that a bulletin has: the tests of the PDF writer set it."""

from bulletin.pages.typeset import Attachment

CHART = """<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" viewBox="0 0 60 20">
<rect x="12" y="3" width="40" height="5" fill="#17406d"/><rect x="12" y="11" width="22" height="5" fill="#9db4cf"/>
<text x="0" y="7" font-size="3.2" font-family="Noto Sans CJK SC">排查</text>
<text x="0" y="15" font-size="3.2" font-family="Noto Sans CJK SC">整改</text>
<text x="53" y="7" font-size="3.2" font-family="Source Sans Pro">5,400</text></svg>"""

STYLE = """
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-center { content: counter(page) " / " counter(pages);
        font: 8pt 'Source Sans Pro' } @top-left { content: element(head) } }
html { font: 9.75pt/17pt 'Noto Serif CJK SC'; text-align: justify }
:lang(en) { font: 9.2pt/12.75pt 'Source Serif Pro'; hyphens: auto; hyphenate-character: "-" }
.head { position: running(head); font: 8pt 'Noto Sans CJK SC' }
.pairs { display: table; table-layout: fixed; width: 100% }
.pairs > div { display: table-row } .pairs > div > div { display: table-cell; padding-bottom: 6pt }
.zh { width: 226pt; padding-right: 12pt }
h1:lang(en), h2:lang(en) { bookmark-level: none }
sup { font: 6pt 'Source Sans Pro'; vertical-align: super; line-height: 0 }
table { border-collapse: collapse; width: 100% } td, th { border-bottom: .4pt solid #888; text-align: left }
"""

PARAGRAPHS = (
    (
        "网格员排查各类隐患5400余条，其中<b>4500余条</b>立即整改，其余限期整改<a href='#e1'><sup>1</sup></a>。"
        "地铁2号线在辖区设站，“两学一做”常态化开展；投资约7.392亿元（一期），安置1141套。",
        "Grid workers found more than 5,400 hazards; more than 4,500 were fixed at once<a href='#e1'><sup>1</sup></a>, "
        "the others by a deadline. Metro Line 2 stops in the subdistrict.",
    ),
    (
        "居民可以通过“郑州市民”APP报告问题，工作人员24小时内答复：先登记，再派单，后回访。",
        "Residents report problems in an app and are answered within 24 hours.",
    ),
)

_PAIRS = "".join(
    f'<div><div class="zh" lang="zh-Hans"><p>{zh}</p></div><div class="en" lang="en"><p>{en}</p></div></div>'
    for zh, en in PARAGRAPHS
)

HTML = f"""<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>x</title>
<meta name="author" content="编辑部"><meta name="description" content="一页试排">
<link rel="stylesheet" href="bulletin:styles/test.css"></head><body>
<div class="head">京城路街道 · 试排</div>
<header><h1>京城路街道</h1><p lang="en">Jingchenglu Subdistrict</p></header>
<main><section><h2>隐患大多当场整改</h2><h2 lang="en">Most hazards were fixed on the spot</h2>
<div class="pairs" data-reading="by-language">{_PAIRS}</div>
<figure><img src="bulletin:charts/hazards.svg" alt="排查5400余条。 More than 5,400 hazards found.">
<figcaption>排查与整改<br><span lang="en">Found and fixed</span></figcaption></figure>
<ul><li>第一项</li><li>第二项 <span lang="en">second item</span></li></ul></section>
<section style="break-before: page"><h2>数字与出处</h2>
<table><caption>数字与出处</caption><thead><tr><th scope="col">指标</th><th scope="col">数值</th></tr></thead>
<tbody><tr id="e1"><th scope="row">隐患 <span lang="en">hazards</span></th><td>5400余条</td></tr>
<tr><th scope="row">整改 <span lang="en">fixed</span></th><td>4500余条</td></tr></tbody></table>
<p>来源：<a href="https://example.org/">报纸</a>。</p></section></main></body></html>"""

RESOURCES = {"bulletin:styles/test.css": STYLE.encode(), "bulletin:charts/hazards.svg": CHART.encode()}

ATTACHMENTS = (
    Attachment("源数据.yaml", "name: 京城路\n".encode(), "application/yaml", "Source", "内容文件 content file"),
    Attachment("hazards.csv", "部分,条\n整改,4500\n".encode(), "text/csv", "Data", "图中数据 data of the chart"),
)
