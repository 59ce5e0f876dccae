"""How Chinese texts write a number, a measure word, and what joins two of them: pieces of regular expressions."""

from __future__ import annotations

from bulletin.evidence.number_words import AFTER, DIGITS, MEASURE_WORDS, WRITTEN

S = r"[ \u00a0]?"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
SIZE = rf"(?:(?:千(?![克瓦卡帕伏赫]|米)|[十百万亿]){S})+"
NUMBER = (
    rf"(?:{ARABIC}(?:{S}{SIZE}(?:零?{ARABIC}{SIZE})*(?:[零〇]?[0-9]{{1,4}}(?![0-9.,年]))?)?"
    rf"|[{WRITTEN}]+(?:点[{DIGITS}]+[万亿]*)?)"
)
MEASURE = rf"{S}(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))})"
MORE = r"(?:多(?!元[化文融]|方[面位式]|功能|层次|渠道|源)|余|[几来](?!自|到|源|年来))"
LATER = "|".join(AFTER)
TO = rf"{S}(?:[-—–~～至到]|——|、){S}"
