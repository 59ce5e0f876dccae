"""Slips and embellishments in both languages: agents, scope, degree, time, silence, doubt, labels.

`python -m tests.evidence.plant_slips` prints how many are seen, by kind, and `-v` those that slip through. They were
written before the rules that meet them and are not among the kinds whose share test_plant holds: many are not closed.
"""

# ruff: noqa: E501, E731 - a row of a table is one line
# mypy: ignore-errors

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import combinations

from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet, kind
from tests.evidence.plant_facts import in_fact, unit_of
from tests.evidence.plant_words import in_text, texts, turned

Row = tuple[str, str, str, str]


def turned2(written, pattern, new):
    match = re.search(pattern, written)
    if match and written[: match.start()].count("<") == written[: match.start()].count(">"):
        yield written[: match.start()] + new + written[match.end() :]


def both(sheet: Sheet, table: tuple[Row, ...]) -> Iterator[Lie]:
    for path, zh, en in texts(sheet):
        for a, b, c, d in table:
            for x, y in zip(turned(zh, a, b), turned(en, c, d), strict=False):
                if not re.search("未述|没有写|未列|not stated", zh + en):
                    yield in_text(sheet, path, zh=x, en=y)


def by_table(name: str, *table: Row) -> None:
    kind(name)(lambda sheet: both(sheet, table))


by_table(
    "slip: verb turned, both",
    ("新建", "拆除", r"\bbuilt\b|\bcreated\b", "demolished"),
    ("新增|增设|增加", "减少", r"\badded\b|\bgained\b", "cut"),
    ("拆除", "修建", r"\bremoved\b|\bdemolished\b|\brazed\b", "built"),
    ("开业", "停业", r"\bopened\b|\bopens\b|\bopen\b", "closed"),
    ("聘用|招聘", "辞退", r"\bhired\b|\brecruited\b", "dismissed"),
    ("收容犬只", "放走犬只", r"taken in", "let go"),
    ("种植", "砍伐", r"\bplanted\b", "felled"),
    ("清理", "堆放", r"\bremoved\b|\bcleared\b", "dumped"),
    ("走访", "拒绝", r"\bvisited\b|\bvisits?\b", "refused"),
    ("交付", "召回", r"\bdelivered\b", "recalled"),
    ("认领", "放弃", r"\badopted\b", "gave up"),
    ("排查隐患", "制造隐患", r"\bfound\b", "caused"),
    ("取缔", "扶持", r"\bclosed\b", "supported"),
    ("硬化", "挖开", r"\bsurfaced\b", "dug up"),
    ("美化", "涂污", r"\bbeautified\b", "defaced"),
    ("接管", "退出", r"\btakes over\b|\bwent to\b|\btakes\b", "was left by"),
    ("培训", "考核", r"\btrained\b|\bTraining\b", "examined"),
    ("抽调", "裁减", r"\bwere drawn\b|\bassigned\b", "were dismissed"),
    ("暂扣", "退还", r"\bimpounded\b", "returned"),
    ("引进", "流出", r"\binvestment from\b", "money lost to"),
    ("改造门店", "拆除门店", r"\brenovating shops\b|\bspent on shops\b", "demolishing shops"),
    ("检查", "表彰", r"\binspected\b|\bchecked\b", "commended"),
    ("贺卡", "罚单", r"birthday cards", "fines"),
    ("鼓励|动员", "禁止", r"\bencouraged\b", "banned"),
)
by_table(
    "slip: status of a project in prose, both",
    (
        "正在建设主体|主体在建",
        "主体已封顶",
        r"main structure is going up|structure going up",
        "main structure is topped out",
    ),
    ("正在内部装修", "已装修完毕", r"is being fitted out|Being fitted out", "has been fitted out"),
    ("启动改造", "完成改造", r"began at|was launched at", "was finished at"),
    (
        "正加快办规划手续",
        "已办完规划手续",
        r"Planning procedures for renovation of Tongxun Dashijie are being sped up",
        "Planning procedures for renovation of Tongxun Dashijie are complete",
    ),
    ("还在谋划", "已经动工", r"is being planned", "is under construction"),
    ("已做设计", "已经建成", r"has been designed as", "has been built as"),
    ("正在谋划", "正在施工", r"Being planned", "Works under way"),
    ("已设计", "已建成", r"designed", "built"),
    ("加快办理规划手续", "规划手续办完", r"Planning procedures under way", "Planning procedures complete"),
    ("已动工|已在辖区动工", "已完工", r"has begun|, begun", "is finished"),
    ("基础筏板开始施工", "基础筏板已完工", r"work on its foundation raft has begun", "its foundation raft is finished"),
    ("筏板开工", "筏板完工", r"foundation raft begun", "foundation raft finished"),
    ("交评和规划批复在办", "交评和规划批复已办完", r"reviews are under way", "reviews are complete"),
    ("在招标", "已完工", r"at tender", "finished"),
    ("外墙保温施工中", "外墙保温完工", r"outer walls being insulated", "outer walls insulated"),
    ("工程规划在办", "工程规划已批", r"project planning under way", "project planning approved"),
    ("桩基施工中", "桩基已完成", r"piling under way", "piling finished"),
    ("配套在建", "配套建成", r"building facilities", "facilities finished"),
    ("目前在建", "已经建成", r"Now under construction", "Now finished"),
    ("拆除重建", "重建完成", r"being rebuilt", "now rebuilt"),
    ("正在综合改造", "已完成综合改造", r"are being renovated", "have been renovated"),
    ("正在谋划", "已建成", r"is planning", "has built"),
    ("基本具备", "已通过", r"largely ready for|largely ready", "past"),
    ("先行征迁", "有待征迁", r"were the first to be cleared|cleared first", "are still to be taken"),
    ("建成的和在建的", "建成的和规划的", r"built, and under way", "built, and planned"),
    ("施工、报批", "施工、获批", r"awaiting approval", "approved"),
    ("在建|在施工", "已建成", r"under construction|under way", "built"),
    ("日趋完善|正在壮大", "已经完善", r"is taking shape|is expanding", "is complete"),
    ("开业$|已开业", "在建", r"is open\b|\bopens$|^open$", "is under construction"),
    ("封顶", "待建", r"Topped out", "Not yet begun"),
    ("已完成", "未完成", r", complete\b", ", incomplete"),
    ("拆迁完成", "拆迁开始", r"elocation (?:for the works )?done", "elocation begun"),
)
by_table(
    "slip: agent swapped, both",
    ("路长牵头", "网格牵头", r"Road chiefs lead|[Aa] chief coordinates", "Grid workers lead"),
    ("街道(?=动员|还动员)", "企业", r"The subdistrict encouraged", "Companies encouraged"),
    ("街道(?=协调)", "市里", r"The subdistrict helped", "The city helped"),
    ("街道(?=利用|借|挖掘)", "区里", r"[Tt]he subdistrict (?=opened|has drawn)", "the district "),
    ("居民定", "政府定", r"Residents decide", "The government decides"),
    ("群众说了算", "政府说了算", r"residents have the say", "the government has the say"),
    ("支部书记挂帅", "村民代表挂帅", r"Party branch secretaries led", "Village representatives led"),
    ("党员组成", "居民组成", r"Party members form", "Residents form"),
    ("郑州中车交付", "街道交付", r"delivered by CRRC Zhengzhou", "delivered by the subdistrict"),
    ("郑州中车(?=累计|交付)", "京城路街道", r"CRRC Zhengzhou(?= has| in|, in)", "Jingchenglu Subdistrict"),
    ("自管(?=党员)", "社区管理的", r"Party members under its own management", "Party members managed by communities"),
    ("科级干部", "街道书记", r"Section-level officials", "The subdistrict secretary"),
    ("过程由群众监督", "过程由干部监督", r"residents are to watch", "officials are to watch"),
    ("大单位带动周边小门店", "小门店带动大单位", r"big ones lead small shops nearby", "small shops lead the big ones"),
    (
        "中组部",
        "河南省委组织部",
        r"the Organization Department of the CPC Central Committee",
        "the Organization Department of the Henan provincial Party committee",
    ),
    ("驻区单位(?=累计|为)", "居民", r"[Ll]ocal organizations", "residents"),
    ("街道领导各包楼宇", "区领导各包楼宇", r"Subdistrict leaders take charge", "District leaders take charge"),
    ("专业公司", "街道干部", r"contracted out", "done by officials"),
    (
        "由信访、司法人员和律师",
        "由消防、公安人员",
        r"petition and justice officials and lawyers",
        "fire and police officers",
    ),
    ("由公司接管", "由社区接管", r"[Cc]ontractor takes", "Communities take"),
    ("联合党委对接", "街道办对接", r"joint Party committees were matched", "the subdistrict office was matched"),
    ("各级网格排查", "专家排查", r"Grid checks have found", "Experts have found"),
    ("专家查", "志愿者查", r"with the help of experts", "with the help of volunteers"),
    ("名门天隆(?=投入)", "街道", r"Mingmen Tianlong(?= spent)", "The subdistrict"),
    ("党员服务队", "街道干部", r"Party volunteers cut", "Subdistrict officials cut"),
    ("汇远教育", "浙江大学", r"Huiyuan Education", "Zhejiang University"),
    ("专人(?=清理|<)", "志愿者", r"assigned staff", "volunteers"),
)
by_table(
    "slip: degree: all, most, largely, some",
    ("大体一致|大体统一", "完全统一", r"largely match", "fully match"),
    ("基本具备", "完全具备", r"largely ready", "fully ready"),
    ("部分(?=村|社区|评)", "全部", r"\b[Ss]ome (?=villages|communities|Excellent)", "all "),
    ("(?:都|均)(?=派驻|评为|评上|获评)", "大多", r"\b(?:all|All) (?=<)", "most of the "),
    ("全部(?=整治|纳入|由|是)", "部分", r"\b(?:[Aa]ll) (?=<|Party members|urban|roads)", "some of the "),
    ("全覆盖", "半数覆盖", r"\bcover all\b|\bcovers all\b|\ball covered\b", "cover half the"),
    ("多任", "全任", r", mostly as", ", all as"),
    ("全市首个", "全市又一个", r"Gongyi’s first", "another of Gongyi’s"),
    ("不间断", "每天两次", r"continuous", "twice a day"),
    ("全程", "有时", r"throughout", "at times"),
    ("每个重点项目", "部分重点项目", r"Each key project", "Some key projects"),
    ("逐项解决", "部分解决", r"were settled", "were partly settled"),
    ("全面开挖", "部分开挖", r"fully excavated", "partly excavated"),
    ("等多项荣誉", "一项荣誉", r"a number of honors", "one honor"),
    ("多栽", "少栽", r"More forest", "Fewer forest"),
    ("全天候", "工作日", r"day and night", "on working days"),
    ("部分村组", "全部村组", r"Some villages", "All villages"),
    ("各级", "部分", r"Grid checks", "Some grid checks"),
    ("已有住户回迁", "住户全部回迁", r"Some residents are back", "All residents are back"),
    ("一格为一个", "一格为十个", r"One square is one", "One square is ten"),
    ("企业曾经少而小", "企业曾经多而大", r"few and small", "many and large"),
    ("最多的", "全部", r"the largest group", "all that is"),
    ("一部分|其中", "全部", r"among them", "all"),
    ("压力大|压力也大", "压力小", r"hard to keep clean|strain its management", "easy to manage"),
)
by_table(
    "slip: scope words, both",
    ("全区(?=率先)", "全国", r"in the district|the district’s first", "in the country"),
    ("全区率先", "全市率先", r"the district’s first|first in the district", "the city’s first"),
    ("从全区", "从街道", r"from across the district", "from across the subdistrict"),
    ("中原区(?=总|改造)", "郑州市", r"Zhongyuan District’s", "Zhengzhou’s"),
    ("巩义全市", "郑州全市", r"Gongyi’s", "Zhengzhou’s"),
    ("全市(?=首个)", "全省", r"Gongyi’s first", "Henan’s first"),
    ("市外", "境外", r"outside the city", "abroad"),
    ("沿街", "全街道", r"along the road", "all over the subdistrict"),
    ("辖区(?=<|道路)", "全区", r"in the subdistrict|The subdistrict (?=covers)", "in the district"),
    ("街道(?=GDP)", "管城区", r"the subdistrict’s GDP", "Guancheng District’s GDP"),
    ("街道(?=财政收入)", "中原区", r"[Tt]he subdistrict’s fiscal", "the district’s fiscal"),
    ("背街小巷", "主干道", r"[Bb]ack(?: |-)streets?(?: and alleys)?", "main roads"),
    ("城乡接合部", "城区", r"rural-urban fringe", "city center"),
    ("农户", "居民户", r"rural households", "urban households"),
    ("无主管楼院", "商品房小区", r"unmanaged courtyards", "commercial estates"),
    ("城镇居民", "农村居民", r"urban residents", "rural residents"),
    ("全城清洁", "街道清洁", r"citywide clean-up", "subdistrict clean-up"),
    ("校外培训", "校内培训", r"private tutoring", "public"),
    ("全省|河南省", "全国", r"Henan", "China"),
    ("重点单位", "所有单位", r"key businesses", "all businesses"),
    ("小区和|小区内", "公园内", r"in compounds", "in parks"),
    ("村级", "区级", r"[Vv]illage(?= Party venues| venues)", "district"),
    ("市级", "国家级", r"the city’s 1", "the nation’s 1"),
    ("市级优秀", "省级优秀", r"rated Excellent|Excellent roads", "provincially Excellent roads"),
)
by_table(
    "slip: 'and others' dropped, 'only' added",
    ("滨河路等", "滨河路", r"Binhe Road and others", "Binhe Road"),
    ("等村", "三村", r"and\s+other villages", "villages"),
    ("等社区|等地", "", r" and elsewhere| and other communities", ""),
    ("等(?=部门)", "三个", r"and other departments", "departments"),
    ("等参与", "参与", r"were among those who joined", "joined"),
    ("，", "，只有", r"\. (?=[A-Z])", ". Only then: "),
    ("代表；", "唯一代表；", r"represents its", "is the only one of its"),
    ("有“有事您说话”等", "只有“有事您说话”", r"by teams such as Just Tell Us", "by one team, Just Tell Us"),
    ("、温暖行动等", "、温暖行动", r"help with projects", "help only with projects"),
    ("道路等|等道路", "一路", r"Binhe Road etc\.", "Binhe Road only"),
    ("等的年份|等投入", "投入", r"shops and interiors", "shops"),
    (
        "公共单位和门店|公共单位、社区、沿街门店等",
        "公共单位",
        r"public institutions, communities, street-front shops and others",
        "public institutions",
    ),
    ("餐饮、药品、熟食等店铺和幼儿园", "餐饮店", r"from eateries and pharmacies to kindergartens", "all eateries"),
    ("三道胡同等", "三道胡同", r"Sandao Hutong, others", "Sandao Hutong"),
    ("南乾元社区等", "南乾元社区", r"Nanqianyuan, others", "Nanqianyuan"),
    (
        "豪布斯卡是特色商业街区的代表",
        "豪布斯卡是唯一的商业街区",
        r"Haobusika represents its specialty shopping streets",
        "Haobusika is its only shopping street",
    ),
)
EMBELLISH = (
    ("，居全市首位", ", the best in the city"), ("，为全国首创", ", a first in the country"),
    ("，受到省里表彰", ", and was commended by the province"), ("，群众满意率很高", ", and most residents are satisfied"),
    ("，比去年明显改善", ", a clear improvement on last year"), ("，为全区最多", ", the most in the district"),
    ("，唯一由街道出资", ", paid for by the subdistrict alone"), ("，提前完成任务", ", ahead of schedule"),
)  # fmt: skip


@kind("slip: embellished: first, best, only, praised")
def _(sheet: Sheet) -> Iterator[Lie]:
    i = 0
    for path, zh, en in texts(sheet):
        if path[-2:-1] == ("paragraphs",) or path[-1] in ("text", "done"):
            i += 1
            a, b = EMBELLISH[i % len(EMBELLISH)]
            end = "。" if zh.endswith("。") else ""
            stop = "." if en.endswith(".") else ""
            yield in_text(sheet, path, zh=zh.removesuffix("。") + a + end, en=en.removesuffix(".") + b + stop)


by_table(
    "slip: negation, both",
    (
        "已(?=拆除|开业|完成|完工|动工|投资|审计|有|设计)",
        "未",
        r"\b(?:have been|has been|is|has)\b(?= \w)",
        "has not been",
    ),
    ("建成", "未建成", r"\b(?:is|are|have been) (?=finished|built)", "is not "),
    ("参与", "未参与", r"\bjoined\b|\bjoin\b|\btake part\b", "did not join"),
    ("都派驻", "未派驻", r"are posted", "are not posted"),
    ("获得", "未获得", r"has received", "has not received"),
    ("街道将参与", "街道不参与", r"will take part", "will not take part"),
    ("与当月绩效考核挂钩", "不与当月绩效考核挂钩", r"results count in", "results do not count in"),
    ("评为|获评", "未评为", r"hold the", "do not hold the"),
    ("新企业进驻须联审联批", "新企业进驻无须联审联批", r"new companies need", "new companies need no"),
    ("办完", "未办完", r"have their", "do not have their"),
    ("公开招聘", "不公开招聘", r"publicly recruited", "not publicly recruited"),
    ("全部纳入", "没有纳入", r"have been in the", "have not been in the"),
    ("征求住户意见", "不征求住户意见", r"residents are consulted", "residents are not consulted"),
    ("兼顾专业技术", "不顾专业技术", r"tries to balance expertise with", "disregards expertise and"),
    ("土地还给群众", "土地未还给群众", r"the land returned", "the land not returned"),
    ("依法", "不依法", r"by law", "outside the law"),
    (
        "成立联合党委",
        "没有成立联合党委",
        r"have joint Party committees|with joint committees",
        "have no joint Party committees",
    ),
    ("定了岗", "没有定岗", r"assigned roles", "assigned no roles"),
    ("拆墙透绿", "没有拆墙", r"has had its walls taken down", "has kept its walls"),
    ("符合改造条件", "不符合改造条件", r"that qualify|qualify", "that do not qualify"),
    ("有台账", "没有台账", r"has a ledger and", "has no ledger or"),
    ("及时更换", "没有更换", r"are replaced", "are not replaced"),
    ("得到配合", "没有得到配合", r"was supported", "was not supported"),
    ("困难在现场协调解决", "困难未能解决", r"Problems were settled", "Problems were not settled"),
)


def _zh_names(sheet: Sheet, zh: str, en: str) -> list[tuple[str, str]]:
    found = []
    for term in sheet.terms:
        if term.get("kind") == "name":
            z = next((f for f in (term["zh"], *term.get("zh_also", [])) if f in zh), None)
            e = next((f for f in sorted([term["en"], *term.get("also", [])], key=len, reverse=True) if f in en), None)
            if z and e:
                found.append((z, e))
    return found


@kind("slip: two names exchanged, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en in texts(sheet):
        for (a, x), (b, y) in combinations(_zh_names(sheet, zh, en), 2):
            if a in b or b in a or x in y or y in x:
                continue
            first, last = sorted((a, b), key=zh.find)
            if re.fullmatch("[、和，及与一-鿿]{0,2}", zh[zh.find(first) + len(first) : zh.find(last)]):
                continue
            z = re.sub(f"{re.escape(a)}|{re.escape(b)}", lambda m, a=a, b=b: b if m[0] == a else a, zh)
            e = re.sub(f"{re.escape(x)}|{re.escape(y)}", lambda m, x=x, y=y: y if m[0] == x else x, en)
            yield in_text(sheet, path, zh=z, en=e)


@kind("slip: another name, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    names = [(t["zh"], t["en"]) for t in sheet.terms if t.get("kind") == "name"]
    here = [n for n in names if n[0] in sheet.article] or names
    for i, (path, zh, en) in enumerate(texts(sheet)):
        for a, x in _zh_names(sheet, zh, en)[:1]:
            other = next(
                ((b, y) for b, y in here[i % len(here) :] + here if b not in zh and y not in en and a not in b), None
            )
            if other:
                yield in_text(sheet, path, zh=zh.replace(a, other[0]), en=en.replace(x, other[1]))


by_table(
    "slip: ordinals and phases",
    ("一期", "二期", r"Phase 1", "Phase 2"),
    ("二期", "一期", r"Phase 2", "Phase 1"),
    ("首批", "第二批", r"first batch", "second batch"),
    ("首台", "第二台", r"\bfirst (?=.*train)", "second "),
    ("首辆", "第二辆", r"\bfirst (?=metro)", "second "),
    ("第二批", "第一批", r"second batch", "first batch"),
    ("2号线", "3号线", r"Line 2", "Line 3"),
    ("第十一届", "第十届", r"11th", "10th"),
    ("“十三五”", "“十四五”", r"13th", "14th"),
    ("首个", "第二个", r"\bfirst\b", "second"),
    ("三等功", "一等功", r"Third-Class", "First-Class"),
    ("率先", "第二个", r"the first", "the second"),
)
by_table(
    "slip: direction: growth into decline, both",
    ("增长", "下降", r"\bgrowth\b|\bgrew\b", "decline"),
    ("同比增长", "同比下降", r", up (?=<)", ", down "),
    ("增幅", "降幅", r"\b[Gg]rowth\b", "decline"),
    ("增加的幅度", "减少的幅度", r"increases by", "decreases by"),
    ("升级", "降级", r"upgraded|\bupgrades?\b", "downgraded"),
    ("翻番", "减半", r"doubled", "halved"),
    ("新增", "减少", r"\bnew\b", "lost"),
    ("增加的", "减少的", r"\badded\b", "cut"),
    ("多于", "少于", r"\b[Mm]ore (?=.*than)", "fewer "),
    ("最多", "最少", r"the most", "the fewest"),
    ("更大", "更小", r"larger", "smaller"),
    ("大头", "小头", r"most of", "little of"),
)
by_table(
    "slip: basis of a comparison, both",
    ("同比", "环比", r"year-on-year", "quarter-on-quarter"),
    ("同比增长", "比上季度增长", r"on a year earlier", "on the quarter before"),
    ("占楼院总数的", "占全区楼院的", r"of the total\b", "of the district’s courtyards"),
    ("占中原区总任务数", "占中原区已完成数", r"District’s total task", "District’s finished works"),
    ("占巩义全市任务量", "占巩义已完成量", r"Gongyi’s task|Gongyi’s renovation task", "Gongyi’s finished works"),
    ("老旧楼院(?=占|的占比)", "已改造楼院", r"old courtyards (?=make|as a)", "renovated courtyards "),
    ("其中", "此外", r"Of these|of these", "Besides,"),
    ("“十三五”期间", "今年", r"in the 13th Five-Year Plan period", "this year"),
    ("入驻率", "出租率", r"occupancy", "letting rate"),
    ("老旧小区占楼院总数", "老旧小区占户数", r"share of all courtyards", "share of all households"),
    ("签订率", "执行率", r"pledges signed|were signed by", "pledges kept"),
    ("年均", "全期", r"yearly averages", "the first year"),
)
by_table(
    "slip: per unit: each, a head, in all",
    (
        "建成电动车充电桩",
        "每个社区建成电动车充电桩",
        r"\bhave been built\b|charging sites built",
        "have been built in each community",
    ),
    ("增设保洁员", "每村增设保洁员", r"received", "each received"),
    ("这些企业纳税", "这些企业平均纳税", r"the companies paid", "the average company paid"),
    ("企业纳税", "每家企业纳税", r"[Tt]ax paid", "tax paid by each"),
    ("涉及群众", "每栋涉及群众", r"households", "households in each building"),
    ("辖区<", "每村<", r"subdistrict covers", "village covers"),
    ("新增游园", "每个社区新增游园", r"has gained", "has gained, in each community,"),
    ("认领路段", "各认领路段", r"have adopted", "have each adopted"),
    ("累计交付", "每年交付", r"has delivered", "each year delivers"),
    ("共收容", "每周收容", r"have been taken in", "are taken in each week"),
    ("排查隐患", "每个网格排查隐患", r"found", "found in each grid"),
    ("招聘|聘用", "每个社区聘用", r"hired", "hired for each community"),
    ("走访群众", "每人走访群众", r"visited", "visited by each member"),
    ("改水<", "每村改水<", r"<water>", "in each village <water>"),
    ("种植苗木", "每年种植苗木", r"in total(?: so far)?", "a year"),
    ("城镇居民人均", "城镇居民户均", r"per-capita", "per-household"),
    ("可支配\\[收入", "可支配[财产", r"disposable \[income", "disposable [assets"),
)
by_table(
    "slip: cumulative or of one year",
    ("累计", "当年", r"\bin all\b|in total so far|in total|\b[Tt]otals?\b", "this year"),
    ("累计(?=培养|认领)", "今年", r"have (?=adopted|been trained)", "have this year "),
    ("到目前，", "去年，", r"So far", "Last year"),
    ("目前(?=街道|有企业)", "去年", r"has gained|there are now", "last year gained"),
    ("截至成文", "全年", r"[Tt]o the time of writing|At the time of writing", "the whole year"),
    ("近年来", "今年", r"[Ii]n recent years|of recent years", "this year"),
    ("起累计", "当月", r"Totals since", "In"),
    ("今年以来", "多年来", r"This year|this year", "over the years"),
    ("今年(?=预计|对|疫情|“)", "去年", r"this year(?:’s)?", "last year’s"),
    ("前三季度", "全年", r"From January to September|January to September", "In the whole year"),
    ("上半年", "全年", r"first half of the year", "whole year"),
    ("累计或现状", "今年", r"Total or as it stands", "This year"),
    ("先后", "今年", r"were removed", "were removed this year"),
    ("今年(?=<|联合)", "近年来", r"this year", "in recent years"),
    ("当天", "当周", r"on the day of|in that day", "in the week of"),
    ("当年开工", "多年前开工", r"was begun", "was begun years ago"),
)
by_table(
    "slip: temporary or permanent; target or done",
    ("过渡期阵地", "永久阵地", r"temporary venue|Temporary venue", "permanent venue"),
    ("过渡阵地", "永久阵地", r"Temporary site", "Permanent site"),
    ("临时党支部", "常设党支部", r"temporary Party branch(?:es)?", "permanent Party branches"),
    ("目标是", "做到了", r"the aim being", "having reached"),
    ("计划用<plan_years>", "已用<plan_years>", r"The subdistrict plans to renovate", "The subdistrict has renovated"),
    ("申请中央和地方资金", "获得中央和地方资金", r"has applied for|applied for", "has received"),
    ("申请资金", "获批资金", r"applied for", "granted"),
    ("计划建成", "已建成", r"is to be", "is"),
    ("要建", "已建", r"has been designed as", "has become"),
    ("将投入", "已投入", r"is to run", "runs"),
    ("预计达到", "已达到", r"is expected", "has been reached"),
    ("预计投资", "已投资", r"expected investment|expected", "investment made"),
    ("规划占地", "占地", r"is planned on", "stands on"),
    ("计划(?=<)", "已于", r"are due online in", "were registered in"),
    ("要集", "已集", r"is to combine", "combines"),
    ("要让", "已让", r"is to cover", "covers"),
    ("用来破解", "已破解", r"The aim is to remedy", "This has remedied"),
    ("计划落实", "已落实", r"planned", "done"),
    ("年末|年底", "年初", r"end of the year", "start of the year"),
    ("完成筏板", "完成主体", r"[Rr]aft complete (?=by|in)", "Structure complete "),
    ("计划改造的", "已改造的", r"to be renovated", "renovated"),
    ("拟改造", "已改造", r"planned", "renovated"),
    ("“五大行动”的年份", "完成“五大行动”的年份", r"Five Campaigns", "Five Campaigns finished"),
)


@kind("slip: a bound put on a number: at most, exactly, fewer than")
def _(sheet: Sheet) -> Iterator[Lie]:
    words = (
        ("不到", "fewer than "),
        ("正好", "exactly "),
        ("最多", "at most "),
        ("至少", "at least "),
        ("近", "nearly "),
        ("约", "about "),
    )
    i = 0
    for path, zh, en in texts(sheet):
        if path[0] == "facts":
            continue
        for ref in references(en):
            fact = sheet.fact(ref.id)
            if "value" not in fact or f"<{ref.id}" not in zh:
                continue
            i += 1
            a, b = words[i % len(words)]
            if (
                (fact.get("approx") == "over" and a == "至少")
                or (fact.get("approx") == "about" and a == "约")
                or (fact.get("approx") == "nearly" and a == "近")
            ):
                continue
            at = zh.index(f"<{ref.id}")
            yield in_text(sheet, path, zh=zh[:at] + a + zh[at:], en=en[: ref.start] + b + en[ref.start :])


by_table(
    "slip: how often, before and after, both",
    ("每天|逐日", "每月", r"\bdaily\b|each day|a day\b|day and night", "monthly"),
    ("每周", "每天", r"\bweekly\b|each week|a week\b", "daily"),
    ("每月|按月", "每年", r"\bmonthly\b", "yearly"),
    ("每季度|按季度", "每月", r"\bquarterly\b|each quarter", "monthly"),
    ("每季", "每年", r"quarterly", "yearly"),
    ("年底按|年底", "每周", r"At the end of the year", "Each week"),
    ("年初", "年底", r"early", "late"),
    ("动工前", "完工后", r"Before work starts", "After the works"),
    ("完工后", "动工前", r"Afterward", "Beforehand"),
    ("周五", "周一", r"Fridays", "Mondays"),
    ("周六", "周日", r"Saturdays?", "Sundays"),
    ("国庆等时机", "国庆之后", r"at key times such as the", "after the"),
    ("先动工", "后动工", r"come before", "come after"),
    ("先，", "后，", "first", "last"),
    ("定期", "偶尔", r"regularly|regular events", "now and then"),
    ("当年", "次年", r"in that year’s|the year’s", "in the next year’s"),
    ("随后", "事先", r"then discussed", "discussed beforehand"),
    ("春节", "中秋", r"Spring Festival", "Mid-Autumn Festival"),
    ("先水电气路，后景观", "先景观，后水电气路", r"Utilities, then landscape", "Landscape, then utilities"),
)


def _swap(sheet: Sheet, a: Path, b: Path, key: str | None = None) -> Iterator[Lie]:
    pa, pb = ((*a, key), (*b, key)) if key else (a, b)
    one, other = sheet.at(pa), sheet.at(pb)
    strip = lambda v: {k: v[k] for k in ("zh", "en")} if isinstance(v, dict) else v
    if strip(one) != strip(other):
        yield sheet.lie(f"{one} ↔ {other}", {pa: strip(other), pb: strip(one)}, a, b)


@kind("slip: labels exchanged in a plate, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in sheet.parts:
        for key in ("bars", "parts", "levels", "rows", "items", "figures", "key_figures", "events", "spans"):
            data = part.get(key, [])
            word = "text" if key == "spans" else "label"
            if not isinstance(data, list):
                continue
            named = [
                i
                for i, x in enumerate(data)
                if isinstance(x, dict) and word in x and ("of" in x or "at" in x or "facts" in x)
            ]
            for i, j in combinations(named, 2):
                yield from _swap(sheet, (*path, key, i), (*path, key, j), word)


@kind("slip: label of a plate's item: another fact's label, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    ids = [id for id, f in sheet.facts.items() if "value" in f]
    for path, part in sheet.parts:
        if "label" in part and isinstance(part.get("of"), str) and part["of"] in sheet.facts:
            fact = sheet.facts[part["of"]]
            for id in ids:
                other = sheet.facts[id]
                if id != part["of"] and unit_of(other) == unit_of(fact) and other["value"] != fact.get("value"):
                    label = other["label"]
                    yield sheet.lie(f"{part['of']}: {label}", {(*path, "label"): label}, path)


@kind("slip: tracker words exchanged between projects")
def _(sheet: Sheet) -> Iterator[Lie]:
    projects = sheet.data.get("projects", [])
    for key in ("done", "plan", "size", "name"):
        have = [i for i, p in enumerate(projects) if key in p]
        for i, j in combinations(have, 2):
            yield from _swap(sheet, ("projects", i), ("projects", j), key)


@kind("slip: a tracker cell replaced by a silence")
def _(sheet: Sheet) -> Iterator[Lie]:
    words = {"size": ["公里", "栋数"], "done": ["验收"], "plan": ["下一步", "拟于"], "stage": ["验收", "投用"]}
    for i, project in enumerate(sheet.data.get("projects", [])):
        if project.get("tracked") is False:
            continue
        for key in ("size", "done", "plan", "stage"):
            if key in project:
                new = {k: v for k, v in project.items() if k != key}
                new["unstated"] = {**project.get("unstated", {}), key: words[key]}
                yield sheet.lie(f"{project['name']['zh']} {key}", {("projects", i): new}, ("projects", i))
        marks = (project.get("stage") or {}).get("marks", [])
        for at, mark in enumerate(marks):
            if mark in ("done", "under_way"):
                stage = {**project["stage"], "marks": [*marks[:at], "unstated", *marks[at + 1 :]]}
                silent = {**project.get("unstated", {}), "stage": words["stage"]}
                yield sheet.lie(
                    f"{project['name']['zh']} mark {at}",
                    {("projects", i): {**project, "stage": stage, "unstated": silent}},
                    ("projects", i),
                )


@kind("slip: a panel's or strip's figure replaced by a silence, odd words")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in sheet.parts:
        if path[-2:-1] in (("cells",), ("items",)) and isinstance(part.get("of"), str):
            new = {**{k: v for k, v in part.items() if k != "of"}, "unstated": ["具体数目", "数量不详"]}
            yield sheet.lie(str(part["of"]), {path: new}, path)


@kind("slip: prose: a figure told as not stated")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en in texts(sheet):
        part = sheet.at(path)
        if path[0] in ("facts", "projects") or not (path[-2:-1] == ("paragraphs",) or path[-1] == "text"):
            continue
        for id, fact in sheet.facts.items():
            if f"<{id}>" in zh and f"<{id}" in en and "value" in fact and fact.get("unit"):
                label = fact["label"]
                z = re.sub(rf"<{id}(?::\w+)?>", "若干", zh, count=1)
                e = re.sub(rf"<{id}(?::\w+)?>", "some", en, count=1)
                stop = "。" if z.endswith("。") else ""
                z = z.removesuffix("。") + f"；{label['zh']}的数目未述" + stop
                e = e.rstrip(".") + f". The number of {label['en']} is not stated."
                new = {**part, "zh": z, "en": e, "unstated": [*part.get("unstated", []), f"{label['zh']}的数目"]}
                yield sheet.lie(f"{id} silent in prose", {path: new}, path)
                break


@kind("slip: doubt removed from fact, project, text or note")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        if "doubt" in fact:
            yield in_fact(sheet, id, "doubt", None)
        if "status_why" in fact:
            yield in_fact(sheet, id, "status_why", None)
        if fact.get("period", {}).get("stated") is False:
            yield in_fact(sheet, id, "period", {k: v for k, v in fact["period"].items() if k != "stated"})
    for i, p in enumerate(sheet.data.get("projects", [])):
        if "doubt" in p:
            yield sheet.lie(
                str(p["name"]), {("projects", i): {k: v for k, v in p.items() if k != "doubt"}}, ("projects", i)
            )
    for path, zh, en in sheet.texts:
        for a, b, c, d in DOUBTS:
            for x, y in zip(turned2(zh, a, b), turned2(en, c, d), strict=False):
                yield in_text(sheet, path, zh=x, en=y)


DOUBTS: tuple[Row, ...] = (
    ("（存疑，见编者说明）", "", r" \(in doubt; see the notes\)", ""),
    ("报道称(?:已|在)?", "", r"the article says,? ?|, the article says|The article calls the subdistrict", ""),
    ("文中称，", "", r", the article says", ""),
    ("报道称项目“完成”", "项目完成", r"“Complete” in the article", "Complete"),
    ("图片说明称，", "", r"A photo caption says ", ""),
    ("，存疑", "", r"implausibly large", "large"),
    (
        "据此推断成文于",
        "成文于",
        r"so we infer early",
        "and was written in early",
    ),
    ("，由编者据文意归纳", "", r"; the editors’ reading", ""),
    ("推断", "写明", r"is inferred|inferred|infer", "is given"),
    ("编者读作", "即", r"we read it as", "it is"),
    ("，按拆迁完成理解", "", r"; we read that as (?:the )?relocation", ""),
    ("都据此推断", "原文写明", r"the year is inferred from", "the year is stated in"),
    ("可能重叠", "不重叠", r"may overlap", "do not overlap"),
    ("存疑的数字注明存疑", "数字无一存疑", r"doubtful figures are marked", "no figure is in doubt"),
    ("由编者推断|年份由编者推断", "由原文写明", r"are inferred|which is inferred", "are given"),
    ("不排名次|不是排名", "是排名", r"[Nn]ot a ranking", "a ranking"),
)


@kind("slip: one reference replaced by another fact's, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    facts = sheet.facts or {f"{file}.{id}": f for file, data in sheet.beside.items() for id, f in data["facts"].items()}
    for path, zh, en in texts(sheet):
        if path[0] == "facts":
            continue
        for ref in list(references(en))[:2]:
            fact = sheet.fact(ref.id)
            home = ref.id.rpartition(".")[0]
            for id, other in facts.items():
                same = unit_of(other) == unit_of(fact) and ("date" in other) == ("date" in fact)
                if (
                    id != ref.id
                    and same
                    and id.rpartition(".")[0] == home
                    and f"<{id}" not in zh
                    and (other.get("value"), other.get("date")) != (fact.get("value"), fact.get("date"))
                ):
                    new = [re.sub(rf"<{re.escape(ref.id)}(?=[:>])", f"<{id}", said) for said in (zh, en)]
                    yield in_text(sheet, path, zh=new[0], en=new[1])


by_table(
    "slip: units and things in words, both",
    ("平方米", "平方公里", r"[Ss]quare meters", "square kilometers"),
    ("^名，", "万名，", r"^People, ", "Ten thousand people, "),
    ("^处，", "百处，", r"^Cases, ", "Hundreds of cases, "),
    ("^户，", "人，", r"^Rural households, ", "People, "),
    ("^家，", "人，", r"^Employers; ", "People; "),
    ("套，", "户，", r"^Flats; ", "Households; "),
    ("^条，", "公里，", r"^Roads; ", "Kilometers; "),
    ("住户", "套数", r"^households\b", "flats"),
    (
        "隔离户",
        "隔离人员",
        r"quarantined households|households served in quarantine|quarantined homes",
        "quarantined people",
    ),
    ("安置楼", "安置户", r"^blocks\b", "households"),
    ("面积", "数量", r"\bfloor area\b|\barea\b", "number"),
    ("违章建筑", "违章广告", r"illegal structures", "illegal signs"),
    ("老旧楼院", "老旧厂房", r"old courtyards", "old factories"),
    ("充电桩", "停车位", r"charging sites", "parking spaces"),
    ("苗木", "花卉", r"saplings", "flowers"),
    ("公厕", "停车场", r"public toilets?", "parking lots"),
    ("改水", "改电", r"water upgrades|water supply", "power upgrades"),
    ("游园", "学校", r"pocket parks?", "schools"),
    ("企业(?!纳税)", "学校", r"[Cc]ompanies", "schools"),
    ("餐饮店", "服装店", r"restaurants", "clothes shops"),
    ("烧烤", "噪声", r"barbecues", "noise"),
    ("保洁员", "保安", r"[Cc]leaners", "guards"),
    ("志愿者", "学生", r"volunteers", "students"),
    ("老年公寓", "小学", r"home for the elderly", "primary school"),
    ("理发", "看病", r"haircuts|cut the hair", "medical checks"),
    ("清真厨师班", "电工班", r"halal cooks’ class", "electricians’ class"),
    ("地铁", "公交", r"metro", "bus"),
    ("列车", "客车", r"trains", "coaches"),
    ("群众", "企业", r"residents", "companies"),
)


@kind("slip: whose it is: another's")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        if "whose" in fact:
            yield in_fact(sheet, id, "whose", {"zh": "街道", "en": "the subdistrict"})
            yield in_fact(sheet, id, "whose", {"zh": "市政府", "en": "the city government"})


@kind("slip: a limiting condition dropped")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from both(sheet, CONDITIONS)


CONDITIONS: tuple[Row, ...] = (
    ("符合改造条件的", "", r" that qualify for renovation| that qualify| qualify for renovation", " stand here"),
    ("申请复工复产的", "", r" that applied to reopen| applying to reopen", ""),
    ("无主管", "", r"unmanaged ", ""),
    ("（含楼院党小组）|含楼院党小组", "", r"Party groups in residential courtyards included", "Party groups excluded"),
    ("下岗失业人员", "居民", r" out of work", " of the subdistrict"),
    ("新建、改建|新建或改建", "新建", r"built or rebuilt", "built"),
    ("改造拆除", "新建", r"rebuilt or removed", "built"),
    ("配置更新", "新增", r"supplied or replaced|new or replacement", "new"),
    ("规划数", "实际数", r"planned", "actual"),
    ("凸出阳台", "阳台", r"projecting balconies", "balconies"),
    ("骨干类", "", r"active applicants of the “backbone” (?:\(骨干类\) )?kind", "active applicants"),
    ("一处违建|无证建筑", "建筑", r"unlicensed buildings", "buildings"),
    ("，时段未述", "，今年", r", period not stated|; period not stated", ", this year"),
    ("时段未述", "今年以来", r"Period not stated", "This year"),
    ("新增(?=用人)", "", r"\bnew (?=employers)", ""),
    ("违规违纪党员", "党员", r"Party members have been disciplined", "Party members have been rewarded"),
    ("自管", "", r" under (?:its|the subdistrict’s) own management(?: \(自管\))?", ""),
    ("台账内", "", r" on the\s+register", ""),
    ("列出套数的", "", r" of those counted", ""),
    ("重点", "", r"\bkey ", ""),
    ("文中列出套数的项目", "全部项目", r"projects whose flats the article counts", "all projects"),
    ("文中点名的项目", "所有项目", r"Projects the article names", "All projects"),
    ("只见于“网格党支部”", "设有网格", r"only as “grid Party branch.”", "there are grids."),
)


@kind("slip: an honor's words, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    table: tuple[Row, ...] = (
        ("先进", "模范", r"Advanced", "Model"), ("示范单位", "先进单位", r"Model Unit", "Advanced Unit"),
        ("郑州市", "河南省", r"Zhengzhou", "Henan"), ("河南省", "全国", r"Henan", "National"),
        ("集体三等功", "个人三等功", r"Collective", "Individual"), ("民族团结进步", "精神文明建设", r"Ethnic Unity and Progress", "Civic Culture"),
        ("城市管理", "安全生产", r"Urban Management|urban management", "Work Safety"), ("文明单位", "卫生单位", r"Civilized Unit", "Hygienic Unit"),
        ("优秀组织单位", "一等奖", r"Excellent Organizer", "First Prize"), ("平安街道", "卫生街道", r"Safe Subdistricts", "Hygienic Subdistricts"),
    )  # fmt: skip
    for i, honour in enumerate(sheet.data.get("honours", [])):
        for a, b, c, d in table:
            for x, y in zip(turned(honour["name"]["zh"], a, b), turned(honour["name"]["en"], c, d), strict=False):
                yield sheet.lie(f"{x} | {y}", {("honours", i, "name"): {"zh": x, "en": y}}, ("honours", i))


@kind("slip: a title or plate title turned, no comparison, both")
def _(sheet: Sheet) -> Iterator[Lie]:
    table: tuple[Row, ...] = (
        ("先问住户意见", "不问住户意见", r"have their say", "have no say"), ("请专业公司管", "由街道自己管", r"contracted out", "done in-house"),
        ("新建基层支部", "新建学校医院", r"created for primary-level branches", "created for schools and hospitals"), ("不间断巡查", "每周巡查", r"are continuous", "are weekly"),
        ("添人手，添设施", "减人手，减设施", r"get\nstaff", "lose\nstaff"), ("已有住户回迁", "尚无住户回迁", r"^Some residents", "No residents"),
        ("干部受考评，群众来监督", "群众受考评，干部来监督", r"Officials are rated, residents supervise", "Residents are rated, officials supervise"),
        ("党群服务中心已建成", "党群服务中心在建", r"service centers finished", "service centers under way"), ("升级", "关停", r"upgraded", "closed"),
        ("先听居民的", "先听专家的", r"^Residents are heard", "Experts are heard"), ("互查消防", "互查食品", r"fire risks", "food risks"),
        ("改水、改厕、种树", "改水、改厕、修路", r"Water, toilets and trees", "Water, toilets and roads"), ("施工，电梯已动工|在施工，电梯已动工", "完工，电梯已动工", r"under way, elevators", "finished, elevators"),
        ("商贸中心开业", "商贸中心开建", r"trade center opens|Trade center opens", "trade center begun"), ("查店、管犬", "罚店、杀犬", r"Shop checks, dog rules", "Shop fines, dog culls"),
        ("添了游园和公厕", "添了学校和医院", r"parks and a toilet in", "schools and a hospital in"), ("认领和对接", "出售和转让", r"Adopted and taken up", "Sold and handed over"),
        ("没有列荣誉", "列有荣誉", r"list no honors", "list honors"), ("同名荣誉，级别不同", "同名荣誉，年份不同", r"different level", "different year"),
        ("网页带日期，其余由编者推断", "网页没有日期，其余写明", r"carries a date; the others are inferred", "carries no date; the others are given"),
        ("旧片区已改造，", "旧片区已拆除，", r"is renovated;", "is demolished;"), ("查隐患、治大气", "查酒驾、治噪声", r"tackles hazards, dirty air", "tackles drivers, noise"),
        ("从打桩到回迁", "从征地到打桩", r"from piling to moving back", "from land to piling"), ("检查与义务服务", "处罚与有偿服务", r"Inspections and volunteer work", "Fines and paid work"),
        ("修路之前，先做人的工作", "修路之后，再做人的工作", r"^Before", "After"), ("隔离有人管", "隔离无人管", r"Help in", "No help in"),
        ("复工先查验", "复工免查验", r"Reopening checks", "Reopening without checks"),
        ("怎么做写明了，查出多少未写", "怎么做未写，查出多少写明了", r"How the method works is stated; what it found is not", "What the method found is stated; how it works is not"),
    )  # fmt: skip
    for path, zh, en in sheet.texts:
        if str(path[-1]).endswith("title") or path[-1] == "head":
            for a, b, c, d in table:
                for x, y in zip(turned(zh, a, b), turned(en, c, d), strict=False):
                    yield in_text(sheet, path, zh=x, en=y)


@kind("slip: a head or brief title exchanged")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in sheet.parts:
        for key, word in (("paragraphs", "head"), ("briefs", "title")):
            data = part.get(key, [])
            have = [i for i, x in enumerate(data) if isinstance(x, dict) and word in x]
            for i, j in combinations(have, 2):
                yield from _swap(sheet, (*path, key, i), (*path, key, j), word)


def main(verbose: bool) -> None:
    """Every kind of this module, planted and looked for."""
    from tests.evidence.plant import KINDS
    from tests.evidence.plant_bed import Bed

    bed = Bed()
    for name in [name for name in KINDS if name.startswith("slip: ")]:
        seen = [(bool(bed.is_seen(lie)), lie) for lie in bed.lies(name)]
        print(f"{name:<66} {len(seen):>3} {sum(found for found, _ in seen):>3}")
        print("".join(f"  {lie.file} {lie.what}\n" for found, lie in seen if verbose and not found), end="")


if __name__ == "__main__":
    from tests.evidence import plant_slips

    plant_slips.main("-v" in sys.argv)
