"""Which Chinese words around a number character decide whether it is a number, and how exact it is. Data only."""

# ruff: noqa: SIM905 - word lists stay readable as words; ruff counts a Han character as two columns

from __future__ import annotations

from typing import Literal

Approx = Literal["over", "nearly", "about", "at_least", "at_most"]

DIGITS = "〇○零一二两三四五六七八九"
UNITS = "十百千万亿"
WRITTEN = DIGITS + UNITS
"""Characters of which a number written in Chinese consists."""

MEASURE_WORDS = (
    # area, length, weight, volume, power, money
    "平方公里 平方千米 平方米 平方 立方米 公里 千米 厘米 毫米 米 公顷 亩 吨 公斤 千克 斤 克 升 立方 千瓦 瓦 度电 海里 "
    "万元 亿元 美元 欧元 港元 日元 人民币 元 块钱 块 角 "
    # time
    "世纪 年代 年 季度 个 月 星期 周 天 日 小时 分钟 秒 刻钟 学期 学年 课时 岁 "
    # people and households
    "人次 人 名 位 户次 户 口人 家 代人 "
    # things, works, acts
    "条 处 套 栋 幢 座 所 台套 台 辆 列 架 艘 节 批次 批 项 类 级 "
    "期 支 株 棵 颗 粒 件次 件 组 队 班次 班 届 次 趟 遍 回 场次 "
    "场 轮 番 种 样 款 副 双 对 份 封 幅 篇 部 枚 盏 片 段 间 层 "
    "倍 笔 单 张 把 杯 碗 盘 桌 宗 起 例 床 眼 道 步 字 句 票 本 集 "
    "页 版 卷 册 章 点 声 头 匹 只 根 面锦旗 面红旗 面国旗 面旗 面墙 面镜 排 盆 桶 箱 袋 瓶 顿 餐 车次 趟次 "
    "方面 层次 级别 大 门课 门课程 门学科 首歌 首诗 号楼 号线 号 成 折"
).split()
"""量词 and units that make a number of a Chinese word in front of them (一百二十户, 三级, 五大)."""

NOT_NUMBERS = (
    # 一 in ordinary words
    r"统一 唯一 万一 专一 单一 同一 划一 合一 归一 其一 (?<!分)之一 均一 "
    r"惟一 逐一 第一时间 第一书记 第一手 第一线 第一课堂 第二课堂 第三方 "
    r"一系列 一些 一定 一起 一样 一体 一直 一下子 一下 进一步 更进一步 "
    r"一步步 一步到位 一道 一手 一旦 一般 一切 一致 一律 一向 一概 一再 "
    r"一贯 一时 一度 一边 一面(?!锦?旗|国旗"
    r"|墙) 一方面 一经 一带 一线 一流 一举 一同 一共 一如 一并 一味 一方 一律 一连 一路 一行 一生 "
    r"一辈子 一心 一家人 一点 一大批 一大 一号文件 一站式 一条龙 一揽子 "
    r"一窗 一网 一卡通 一事一议 一刀切 一会儿 (?<!翻)(?<!翻了)一番 一代 一头 "
    r"一把手 一条心 一岗双责 一票否决 一年一度 一年四季 一对一 一个个 "
    r"一次次 一批批 一件件 一条条 一户户 一项项 一张张 一座座 一幅幅 "
    r"一次又一次 一片片 一体化 一家亲 一类 一期一会 "
    # idioms and set phrases
    r"一抓到底 一马当先 一张蓝图 一如既往 一丝不苟 一心一意 一视同仁 "
    r"一举一动 一言一行 一点一滴 一草一木 一砖一瓦 一朝一夕 一石二鸟 "
    r"一把尺子量到底 一成不变 一目了然 一站到底 一锤定音 一举多得 "
    r"一举两得 一臂之力 一席之地 一年之计 一日之计 一日游 一干二净 "
    r"千方百计 千家万户 万户千家 千千万万 成千上万 亿万 千万(?=不要|不能"
    r"|别|注意) 百姓 百货 百花齐放 百家争鸣 百尺竿头 百年大计 百年树人 "
    r"百折不挠 百花 百科 百分百 万众一心 万众 万无一失 万事 万物 万象 "
    r"万能 万丈 万紫千红 万水千山 千山万水 千军万马 千头万绪 千言万语 "
    r"千载难逢 千锤百炼 千篇一律 千差万别 千辛万苦 千变万化 千秋 千里马 千里之外 千里迢迢 百里挑一 百业 百态 百倍 万里 "
    r"三心二意 三令五申 三番五次 三五成群 三言两语 四面八方 四通八达 "
    r"五湖四海 五花八门 五光十色 五彩 六神无主 七嘴八舌 乱七八糟 七上八下 "
    r"八仙过海 九牛一毛 十全十美 十字路口 十字 十足 十分(?!钟"
    r"|之) 四平八稳 丢三落四 举一反三 独一无二 说一不二 始终如一 表里如一 知行合一 "
    r"数一数二 接二连三 略知一二 一清二楚 一五一十 一穷二白 三三两两 "
    r"两全其美 两难 两极 两旁 两侧 两岸 两边 两翼 两头 两手 两面 "
    r"四季(?!度) 四周 四处 四肢 四邻 四合院 三维 三角 三轮 两轮 四轮 三明治 "
    r"三农 三产 二手 二维码 二次元 三甲 五金 六畜 九霄 二胡 二人转 三伏 "
    r"零距离 零容忍 零事故 零报告 零星 零售 零件 零散 零工 零碳 零排放 "
    r"三天两头 三番两次 三六九等 三足鼎立 三教九流 三顾茅庐 三生有幸 四分五裂 四海 四方宾客 四面环 "
    r"四面楚歌 四舍五入 五谷丰登 五体投地 五味 五颜六色 五脏六腑 七零八落 七拼八凑 七手八脚 "
    r"八面玲珑 八方 九九归一 九死一生 十拿九稳 十万火急 十里八乡 十之八九 十有八九 十年如一日 "
    r"十年树木 百战百胜 百感交集 百闻不如一见 百年老店 百发百中 千古 千金 千钧一发 千姿百态 "
    r"千疮百孔 千呼万唤 千丝万缕 千真万确 千叮万嘱 万家灯火 万马奔腾 万里长城 万全 万人空巷 "
    r"一波三折 一唱一和 一分为二 一分耕耘 一刻不停 一呼百应 一日千里 一日三餐 一本万利 一针见血 "
    r"一劳永逸 一帆风顺 一来二去 一传十 一鼓作气 一落千丈 一目十行 一清二白 一知半解 一言九鼎 "
    r"一言为定 一诺千金 一尘不染 一应俱全 一望无际 一览无余 一筹莫展 一代接着一代 一茬接着一茬 "
    r"一年接着一年 两面三刀 两相情愿 两袖清风 两肋插刀 二话不说 独当一面 众口一词 挂一漏万 以一当十 "
    r"气象万千 感慨万千 成百上千 数以[百千万亿]计 瞬息万变 三步走 三部曲 三连冠 三言二拍 "
    r"三八红旗手 "
    # years of reigns and of the lunar calendar, which are no lengths of time and no months of ours
    r"(?:民国|宣统|光绪|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|崇祯|万历|嘉靖|永乐|洪武)[元一二三四五六七八九十0-9]+年 "
    r"(?:农历|阴历|旧历)[正冬腊一二三四五六七八九十]+月(?:初|廿|卅)?[一二三四五六七八九十]* "
    # plans, holidays, days of the week
    r"十[一二三四五六]五(?!分) 一五(?!分) 五一(?!分) 七一(?!分) 八一(?!分) 六一(?!分) 三八 五四 国庆十一 "
    r"星期[一二三四五六] 礼拜[一二三四五六] 周[一二三四五六](?![次天趟场回个年期]) 初[一二三四五六七八九十] "
    # places and names
    r"一马路 二马路 三马路 二七 四川 三门峡 三亚 九江 九寨沟 十堰 三峡 "
    r"三沙 三明 五台山 九龙 六安 六盘水 七台河 八达岭 万达 百度 万科 "
    r"[一二三四五六七八九十]里[铺河店桥塘岗沟庙村镇堡台] [一二三四五六七八九十]道(?=胡同|街|弯|河|江) 百大 千禧 "
    r"[东南西北][一二三四五六]环 [一二三四五六]环(?=[路东西南北内外]) 三官庙 五里堡 八大处 万达广场 千岛湖 百老汇 三星"
).split()
"""Words whose number characters count nothing. Regular expressions; they are not looked for inside a longer numeral."""

ATTACHED_TO_LETTERS = (
    r"PM2\.5|PM10|CO2|SO2|NO2|O3|COVID-19|H1N1|H7N9|N95|B2B|O2O|P2P"
    r"|(?<![A-Z])[A-Z]\d{1,4}(?![\d.万亿])|[A-Z]{2,}\d{1,4}(?![\d.万亿台套辆])"
)
"""Names with digits in them (PM2.5, G30, A4)."""

LATIN_UNITS = r"km2?|m[23]?|cm|mm|kg|mg|g|t|ha|kWh?|MWh?|GWh?|W|V|TB|GB|MB|hm2|mu|h|min|s"
"""Units in Latin letters that may follow a number; any other letter makes a name of it (5G, 4A, 4S)."""

BEFORE: dict[str, Approx] = {
    "不少于": "at_least", "不低于": "at_least", "不小于": "at_least", "至少": "at_least", "最少": "at_least",
    "起码": "at_least",
    "不超过": "at_most", "不超": "at_most", "不多于": "at_most", "不高于": "at_most", "不大于": "at_most",
    "最多": "at_most",
    "至多": "at_most", "不到": "at_most", "不足": "at_most", "低于": "at_most", "少于": "at_most", "小于": "at_most",
    "不满": "at_most",
    "超过": "over", "超出": "over", "超": "over", "逾": "over", "多于": "over", "高于": "over", "大于": "over",
    "将近": "nearly", "接近": "nearly", "近": "nearly",
    "大约": "about", "约为": "about", "约合": "about", "约占": "about", "约达": "about", "约需": "about",
     "约有": "about", "约": "about", "大概": "about", "大致": "about",
}  # fmt: skip
"""Approximation in front of a number, the longest first where two fit."""

BEFORE_NOT = {"近": "附最靠临邻就亲相远接将", "约": "节预制条签合公履违集简大邀", "超": "高赶"}
"""Characters in front of which the word belongs to another (附近, 最近, 节约, 签约)."""

INSIDE: dict[str, Approx] = {"余": "over", "多": "over", "几": "over", "来": "about"}
"""Approximation behind the digits: 5400余条, 二十多名, 十几个, 十来个."""

AFTER: dict[str, Approx] = {
    "左右": "about", "上下": "about", "以上": "at_least", "以内": "at_most", "之内": "at_most", "以下": "at_most",
}  # fmt: skip
"""Approximation behind the measure word: 500米左右."""
