"""Lies about names of persons, places and firms: in the English alone, in the Chinese alone, in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from tests.evidence.plant import Kind, Lie, Sheet
from tests.evidence.plant_words import in_text, texts

Row = tuple[str, str]
OTHER_PLACES: tuple[Row, ...] = (
    ("南京", "Nanjing"), ("安庆", "Anqing"), ("长沙", "Changsha"), ("开封", "Kaifeng"), ("宏达", "Hongda"),
    ("吕梁", "Lüliang"), ("淮安", "Huai’an"), ("永兴", "Yongxing"), ("六安", "Lu’an"), ("石家庄", "Shijiazhuang"),
    ("连云港", "Lianyungang"), ("呼伦池", "Hulunchi"),
)  # fmt: skip
OTHER_PERSONS: tuple[Row, ...] = (
    ("王涛", "Wang Tao"), ("单明", "Shan Ming"), ("王建国", "Wang Jianguo"), ("周海涛", "Zhou Haitao"),
    ("吕晓安", "Lü Xiao’an"),
)  # fmt: skip
PLACES = (
    "郑州 Zhengzhou|临港 Lingang|西大街 Xidajie|云渡 Yundu|京城路 Jingchenglu|石寨 Shizhai|林山寨 Linshanzhai|"
    "澜川 Lanchuan|杜甫路 Dufulu|狼窝刘 Langwoliu|一马路 Yimalu|夕阳楼 Xiyanglou|冯寨 Fengzhai|康寨 Kangzhai|"
    "巩义 Gongyi|弓背 Gongbei|吉家寨 Jijiazhai|平庄 Pingzhuang|大观 Daguan|绿舟 Lüzhou|郑上 Zhengshang|"
    "碧沙岗 Bishagang|湾口 Wankou|正道 Zhengdao|中原 Zhongyuan|钱塘 Qiantang|大同 Datong|鹿鸣 Luming|河南 Henan|"
    "渔歌里 Yugeli|十里铺 Shilipu|敦睦 Dunmu|德化 Dehua|塔下 Taxia|九曲 Jiuqu|湖东 Hudong|苇岸 Wei’an|"
    "常庄 Changzhuang|南乾元 Nanqianyuan|安康 Ankang|豫龙 Yulong|世贸 Shimao|珩通 Hengtong|珩东 Hengdong|"
    "桥头 Qiaotou|柳塘 Liutang|朔岭 Shuoling|东浦 Dongpu|苇泽 Weize|松烟里 Songyanli|望川 Wangchuan|永安 Yong’an|"
    "荥阳 Xingyang|浙江 Zhejiang|腾飞 Tengfei|二七 Erqi|苑陵 Yuanling|珩州 Hengzhou|澄川 Chengchuan|棠梨 Tangli|"
    "酱园 Jiangyuan|青渡 Qingdu|岚东 Landong|墨原 Moyuan|远帆 Yuanfan|乔寨 Qiaozhai|罗寨 Luozhai|明泰 Mingtai|"
    "郑阀 Zhengfa|南顺城 Nanshuncheng|汇远 Huiyuan|槐花里 Huaihuali|菜市口 Caishikou|文昌 Wenchang|轧钢 Zhagang|"
    "白鹭 Bailu"
)
PERSONS = (
    "邱万松 Qiu Wansong|李晓霞 Li Xiaoxia|孙淑霞 Sun Shuxia|刘菲 Liu Fei|姚辉常 Yao Huichang|张杰 Zhang Jie|"
    "郑鸿斌 Zheng Hongbin|孙志刚 Sun Zhigang|张明伦 Zhang Minglun|赵峰 Zhao Feng|宋盼峰 Song Panfeng|"
    "冉红政 Ran Hongzheng|张瑞红 Zhang Ruihong|沙红庆 Sha Hongqing|景静 Jing Jing|郭铁周 Guo Tiezhou|"
    "高新海 Gao Xinhai|佟立新 Tong Lixin|闻晓棠 Wen Xiaotang|章浦 Zhang Pu|孔凡珍 Kong Fanzhen|"
    "方知远 Fang Zhiyuan|许小禾 Xu Xiaohe|陶桂兰 Tao Guilan|沈禾 Shen He|罗青林 Luo Qinglin|周桂兰 Zhou Guilan|"
    "秋白 Qiu Bai|江雁 Jiang Yan|陆小满 Lu Xiaoman|宋渺 Song Miao|江临川 Jiang Linchuan|段水根 Duan Shuigen|"
    "邹晓禾 Zou Xiaohe|沈澄波 Shen Chengbo|卢望川 Lu Wangchuan|蓝青 Lan Qing|殷小楼 Yin Xiaolou|"
    "龚秀云 Gong Xiuyun|闻伯年 Wen Bonian|蒲敬之 Pu Jingzhi|温北辰 Wen Beichen|冷小溪 Leng Xiaoxi|"
    "阮克勤 Ruan Keqin|穆春娥 Mu Chun’e|顾南星 Gu Nanxing|白一鸣 Bai Yiming|程砚秋 Cheng Yanqiu|"
    "卓小雨 Zhuo Xiaoyu|柏仲谦 Bai Zhongqian|鲁一舟 Lu Yizhou|田小满 Tian Xiaoman|孙大勇 Sun Dayong|"
    "郁千帆 Yu Qianfan|苏木 Su Mu|屈广川 Qu Guangchuan|夏长根 Xia Changgen|简汝成 Jian Rucheng"
)
"""What the contents name, as somebody found it there."""
NAMES: dict[str, Kind] = {}
"""The kinds of this module, which those of the whole content do not hold."""


def another(name: str, known: str, others: tuple[Row, ...], *tongues: str) -> None:
    """A name that a text has in both languages, and one of as many characters instead that the article has not."""

    def lies(sheet: Sheet) -> Iterator[Lie]:
        turn = count()
        for path, zh, en in texts(sheet):
            for was_zh, was_en in (row.split(" ", 1) for row in known.split("|")):
                if was_zh in zh and re.search(rf"\b{was_en}\b", en):
                    new = [row for row in others if len(row[0]) == len(was_zh) and row[0] not in sheet.article]
                    new_zh, new_en = new[next(turn) % len(new)]
                    lied = {"zh": zh.replace(was_zh, new_zh), "en": re.sub(rf"\b{was_en}\b", new_en, en)}
                    yield in_text(sheet, path, **{tongue: lied[tongue] for tongue in tongues})

    NAMES[name] = lies


for what, known, others in (("place or firm", PLACES, OTHER_PLACES), ("person", PERSONS, OTHER_PERSONS)):
    another(f"another {what}, English", known, others, "en")
    another(f"another {what}, Chinese", known, others, "zh")
    another(f"another {what}, both languages", known, others, "zh", "en")
