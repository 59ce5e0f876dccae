"""The evidence of each figure in words, for the margin of a draft."""

from __future__ import annotations

from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified
from bulletin.wording import amounts, dates


def comments(verified: Verified, words: Words) -> dict[str, str]:
    """Fact id → quote, article and line, period, status and note, in both languages, one matter a line."""
    return {id: _comment(proof, verified, words) for id, proof in verified.proofs.items()}


def _comment(proof: Proof, verified: Verified, words: Words) -> str:
    fact = proof.fact
    period = dates.period(fact.period, words.phrase("period_not_stated"))
    state, sign = words.state(fact.status), words.phrase("in_doubt")
    called = f" {fact.label.zh} · {fact.label.en}" if fact.label else ""
    rows = [f"<{proof.id}>{called}", _source(proof, verified, words)]
    rows.append(f"{state.zh}，{period.zh} · {state.en}, {period.en}")
    rows += [f"{text.zh} · {text.en}" for text in (fact.whose, fact.note) if text]
    rows += [f"{sign.zh}：{fact.doubt.zh} · {sign.en}: {fact.doubt.en}"] if fact.doubt else []
    return "\n".join(rows)


def _source(proof: Proof, verified: Verified, words: Words) -> str:
    if proof.fact.derived is None:
        return f"“{proof.fact.quote}” {proof.article}:{proof.line}"
    sign = {"ratio": " ÷ ", "sum": " + ", "difference": " − "}[proof.fact.derived.kind]
    terms = sign.join(f"{id} {amounts.chinese(verified.proofs[id])}" for id in proof.fact.derived.terms)
    phrase = words.phrase("our_calculation")
    return f"{phrase.zh} {phrase.en}: {terms}"
