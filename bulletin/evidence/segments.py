"""Where the words of a Chinese text begin: 共建|成果 has no 建成, 打造|成 no 造成, 一周|一 no 周一."""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from bulletin.evidence.borne_words import ROWS
from bulletin.evidence.parity_words import CONCEPTS

_MORE = """共建 联建 党建 创建 改建 扩建 搭建 组建 筹建 兴建 成果 成效 成员 成立 形成 构成 组成 养成 完成 一周 每周 本周 上周 下周 周边 周围 周年
打造 制造 改造 构造 营造 塑造 造型 行动 行业 不断 不同 不少 不足 主要 重要 要求 需要 必要 全面 全力 全程 全体 全员 都市 首都 中心 市区 小区 社区
地区 街区 园区 城区 片区 辖区 区域 区别 机关 相关 有关 关心 关爱 关注 关键 海关 增收 收入 出台 台账 平台 后台 高度 提高 高效 年度 进度 制度 力度"""


def _lexicon() -> dict[str, list[str]]:
    """Words by their first character, the longest first."""
    sources = [said for _, said in ROWS] + [zh for zh, _ in CONCEPTS] + [_MORE]
    words = {word for source in sources for word in re.findall(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,5}", source)}
    found = defaultdict[str, list[str]](list)
    for word in sorted(words, key=len, reverse=True):
        found[word[0]].append(word)
    return found


_WORDS = _lexicon()


_NEUTRAL = """上限 下限 吃上 喝上 穿上 过上 坐上 跟上 上门 网上 线上 线下 下辖 下设 优惠 优先 优秀 低保 低碳 减速 减灾 减负 增值 加油 加工 加班 长期 长者 长廊 高龄 高中 高速 高层 高铁 新闻 新村 新区 新城 添加 开关 开发 开放 开展 停车 关心 关爱
关注 关键 关于 公关 机关 收费 收入 收集 处级 处室 处方 办事处 除夕 除了 除外 改革 消防 消费 解放 补贴 补助 上学 上班 上下 建议 建筑 建制 党建 共建 联建 修养 造型 设施
设备 设计 立场 清真 清明 清单 清洁 评价 评论 生产 生活 种类 种子 绿色 绿地 绿化 植物 植被 动员 动态 自动 活动 运动 启示 始终 起草 起点 招商 招待 招牌 聘任 录像
小区 小学 小时 小组 小店 小巷 小路 小吃 小康 小孩 小卖 大小 路口 改天 改日 回家 回答 回话 回头 回忆 回声 没落 沉没 淹没 出没 新鲜 重新 新年
配套 配合 引导 引领 入户 入口 入学 投诉 投票 花园 花坛 花费 资料 资源 支部 支持 支援 用户 用地 用途 用电 查阅 排名 排水 排练 检察 治安 治理 解除 落后 落户 清晨 清早 高峰 批次 人次 户次 场次 车次 班次"""
_PASSED = re.compile("|".join(sorted(_NEUTRAL.split(), key=len, reverse=True)))


@lru_cache(maxsize=8192)
def verbs_only(text: str) -> str:
    """Without the words in which a character does not act: 停车, 低保, 清真, 建筑."""
    return _PASSED.sub(lambda match: "·" * len(match[0]), text)


def words_at(text: str) -> Iterator[int]:
    """Where each word begins; what is no word of the tables is taken character by character."""
    at = 0
    while at < len(text):
        yield at
        at += next((len(word) for word in _WORDS.get(text[at], ()) if text.startswith(word, at)), 1)
