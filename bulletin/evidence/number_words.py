"""Which Chinese words around a number character decide whether it is a number, and how exact it is. Data only."""

# ruff: noqa: SIM905 - word lists stay readable as words; ruff counts a Han character as two columns

from __future__ import annotations

from typing import Literal

Approx = Literal["over", "nearly", "about", "at_least", "at_most"]

DIGITS = "〇○零一二两三四五六七八九"
UNITS = "十百千万亿"
WRITTEN = DIGITS + UNITS
"""Characters of which a number written in Chinese consists."""

_TRADITIONAL = (
    "萬万億亿兩两餘余幾几約约個个條条戶户歲岁畝亩頃顷噸吨間间處处棟栋輛辆項项場场層层張张隻只雙双對对號号點点時时鐘钟週周級级屆届"
    "幣币圓元類类種种筆笔頭头顆颗臺台盞盏課课門门節节組组隊队冊册頁页過过達达將将滿满數数內内後后學学線线國国電电話话與与較较為为"
    "會会議议較较倆俩紀纪機机熱热傳传撥拨郵邮編编圖图報报從从漲涨增增鎮镇鄉乡縣县區区農农戰战"
)
TRADITIONAL = str.maketrans(_TRADITIONAL[::2], _TRADITIONAL[1::2])
"""Traditional characters around numbers: sizes, approximations, measure words."""
FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | TRADITIONAL
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
"""Numerals of banknotes and contracts."""

MEASURE_WORDS = (
    # area, length, weight, volume, power, money
    "平方公里 平方千米 平方米 平方公尺 平方 立方公尺 立方米 公里 千米 厘米 毫米 米 公尺 公顷 亩 吨 公斤 千克 毫克 "
    "微克 斤 克 升 立方 千瓦时 千瓦 兆瓦 瓦 千伏安 千伏 度电 度 海里 延米 摄氏度 °C ℃ ㎡ "
    "万元 亿元 美元 欧元 港元 日元 人民币 元 块钱 块 角 "
    # time
    "世纪 年代 周年 年 季度 个百分点 个千分点 个小时 个月 个世纪 个学期 个星期 个季度 个工作日 个 "
    "月 星期 周岁 周 天 日 小时 分钟 秒 刻钟 学期 学年 课时 岁 "
    # people and households
    "人次 人 名 位 户次 户 口人 家 代人 代 仗 "
    # things, works, acts
    "条 处 套 栋 幢 座 所 台套 台 辆 列 架 艘 节 批次 批 项 类 级 "
    "期 支 株 棵 颗 粒 件次 件 组 队 班次 班 届 次 趟 遍 回 场次 "
    "场 轮 番 种 样 款 副 双 对 份 封 幅 篇 部 枚 盏 片 段 间 层 "
    "倍 笔 单元 单 张 把 杯 碗 盘 桌 宗 起 例 床 眼 道 步 字 句 票 本 集 "
    "页 版 卷 册次 册 章 点 声 头 匹 只 根 面锦旗 面红旗 面国旗 面旗 面墙 面镜 排 盆 桶 箱 袋 瓶 顿 餐 车次 趟次 "
    "荤 素 汤 菜 剂次 剂 车道 方面 层次 级别 大 门课 门课程 门学科 首歌 首诗 号楼 号线 号 成 折"
).split()
"""量词 and units that make a number of a Chinese word in front of them (一百二十户, 三级, 五大)."""

HALVED = "个?(?:月|小时|钟头|世纪|学期|星期)|个?百分点|年(?!度)|天|公里|里(?!面|外)|亩|斤|公斤|岁|小时"
"""What is halved: 两年半, 一个半小时, 半个月."""

NOT_NUMBERS = (
    r"[两二三四五六][个组](?=数字|数据) "
    r"进一步 三次产业 [二两]次(?=报销|供水|创业|污染|装修|开发|改造) [二三]代(?=身份证|机|产品) 万一 第一时间 第一书记 "
    r"第一手 第一线 第一课堂 第二课堂 第三方 一时 一号文件 一期一会 一成不变 千家万户 万户千家 千千万万 成千上万 万千 "
    r"千千万(?!万) 成千累万 千军万马 千门万户 万家灯火 万万(?=不|没) "
    r"亿万 千万(?=不要|不能|别|注意) 百折不挠 百分百 千头万绪 千篇一律 千里马 千里之外 千里迢迢 百里挑一 百倍 万里 "
    r"三番五次 三五成群 乱七八糟 十字路口 十字 丢三落四 举一反三 独一无二 说一不二 数一数二 接二连三 略知一二 "
    r"一五一十 三三两两 两头 四周 四处 三角 三轮 两轮 四轮 二次元 二人转 三天两头 三番两次 三六九等 七零八落 "
    r"九九归一 十万火急 十里八乡 十之八九 十有八九 十年如一日 十年树木 万里长城 万人空巷 一波三折 一分为二 "
    r"一日千里 一日三餐 一传十 挂一漏万 以一当十 气象万千 感慨万千 成百上千 三步走 三部曲 三八红旗手 "
    r"(?:民国|宣统|光绪|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|崇祯|万历|嘉靖|永乐|洪武)[元一二三四五六七八九十0-9]+年 "
    r"(?:农历|阴历|旧历)[正冬腊一二三四五六七八九十]+月(?:初|廿|卅)?[一二三四五六七八九十]* "
    r"十[一二三四五六]五(?!分) 一五(?!分) 五一(?!分) 七一(?!分) 八一(?!分) 六一(?!分) 三八 五四 国庆十一 "
    r"星期[一二三四五六] 礼拜[一二三四五六] 周[一二三四五六](?![次天趟场回个年期]) 初[一二三四五六七八九十] 二七 "
    r"五台山 六盘水 七台河 百度 [一二三四五六七八九十]里[铺河店桥塘岗沟庙村镇堡台] "
    r"(?<![出了过着有])[一二三四五六七八九十]道(?=胡同|街|弯|河|江) "
    r"一块儿 (?<=不到)一(?:起|处|块(?![钱元多半])) "
    r"半天(?=[不没也都才]) (?<=[老好了])半天(?![的时]) 半[间边碗截壁扇辈空](?![0-9]) "
    r"(?<=[早晚快慢好远近高低长短轻重大小])一点(?![0-9半钟整]) "
    r"百大 五里堡 八大处 (?<=[平立]方)千(?=米) [二三][甲乙](?=医院)"
).split()
"""Words whose number characters count nothing. Regular expressions; they are not looked for inside a longer numeral."""

ATTACHED_TO_LETTERS = (
    r"PM2\.5|PM10|CO2|SO2|NO2|O3|COVID-19|H1N1|H7N9|N95|B2B|O2O|P2P"
    r"|K\d+\+\d{3}|(?<![A-Z])[A-Z]\d{1,4}(?![\d.万亿])|[A-Z]{2,}\d{1,4}(?![\d.万亿台套辆]|毫克|微克)"
)
"""Names with digits in them (PM2.5, G30, A4)."""

LATIN_UNITS = r"km[2²]?|m[23²³]?|cm|mm|kg|mg|μg|g|t|ha|[kMG]?Wh?|k?VA?|MVA|[TGM]B|hm[2²]|m?L|mu|h|min|s"
"""Units in Latin letters that may follow a number; any other letter makes a name of it (5G, 4A, 4S)."""

_BOUNDS: dict[str, Approx] = {
    "少于": "at_least", "低于": "at_least", "小于": "at_least",
    "超过": "at_most", "超": "at_most", "多于": "at_most", "高于": "at_most", "大于": "at_most",
}  # fmt: skip
BEFORE: dict[str, Approx] = {
    **{no + word: bound for no in ("不", "不得", "不能", "不应") for word, bound in _BOUNDS.items()},
    "至少": "at_least", "最少": "at_least", "起码": "at_least",
    "最多": "at_most", "至多": "at_most", "不到": "at_most", "不足": "at_most", "不满": "at_most",
    "低于": "at_most", "少于": "at_most", "小于": "at_most",
    "突破": "over",
    "超过": "over", "超出": "over", "超": "over", "逾": "over", "多于": "over", "高于": "over", "大于": "over",
    "将近": "nearly", "接近": "nearly", "近": "nearly",
    **dict.fromkeys("大约 约为 约合 约占 约达 约需 约有 约 大概 大致".split(), "about"),
}  # fmt: skip
"""Approximation in front of a number, the longest first where two fit."""

BEFORE_NOT = {
    "突破": "术新大点的重性现",
    "近": "附最靠临邻就亲相远接将",
    "约": "节预制条签合公履违集简大邀",
    "超": "高赶B",
}
"""Characters in front of which the word belongs to another (附近, 最近, 节约, 签约)."""

INSIDE: dict[str, Approx] = {"余": "over", "多": "over", "几": "over", "来": "about"}
"""Approximation behind the digits: 5400余条, 二十多名, 十几个, 十来个."""

AFTER: dict[str, Approx] = {
    "左右": "about", "上下": "about", "以上": "at_least", "以内": "at_most", "之内": "at_most", "以下": "at_most",
}  # fmt: skip
"""Approximation behind the measure word: 500米左右."""
