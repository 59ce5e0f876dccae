"""The assignment problem: who gets what, so that the sum is largest."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import spend


def assign(gains: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column of the largest sum of gains, none twice; of as many pairs as the shorter side has.

    The Hungarian method with potentials, row by row: rows² × columns steps (Kuhn 1955, in Jonker and Volgenant's form).
    """
    if not gains or not gains[0]:
        return {}
    if len(gains) > len(gains[0]):
        return {row: column for column, row in assign([*zip(*gains, strict=True)]).items()}
    rows, columns = len(gains), len(gains[0])
    spend(rows * rows * columns // 8)
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)  # the row that has a column, counted from 1; column 0 holds the row that is looked for
    for row in range(1, rows + 1):
        taken[0] = row
        for column, before in _path(gains, of_row, of_column, taken):
            taken[column] = taken[before]
    return {taken[column] - 1: column - 1 for column in range(1, columns + 1) if taken[column]}


def _path(
    gains: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], taken: list[int]
) -> list[tuple[int, int]]:
    """The cheapest way from the new row to a free column, from its end: each column takes the row of the next."""
    columns = len(of_column) - 1
    least, back = [float("inf")] * (columns + 1), [0] * (columns + 1)
    done, at = {0}, 0
    while taken[at]:
        row = taken[at]
        for column in range(1, columns + 1):
            cost = -gains[row - 1][column - 1] - of_row[row] - of_column[column]
            if column not in done and cost < least[column]:
                least[column], back[column] = cost, at
        best = min((column for column in range(1, columns + 1) if column not in done), key=lambda n: least[n])
        step = least[best]
        for column in range(columns + 1):
            if column in done:
                of_row[taken[column]] += step
                of_column[column] -= step
            else:
                least[column] -= step
        done.add(best)
        at = best
    steps = []
    while at:
        steps.append((at, back[at]))
        at = back[at]
    return steps
