"""A mixed-integer program, put together by names and solved by HiGHS: on one thread, within a number of branches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

INFINITY = float("inf")
NODES = 60
"""The most branches that are looked at; a limit of time would give other pages on a slower machine."""
GAP, NEAR = 0.3, 30.0
"""How near to the best an answer must be: a share of it, and what one more story in two parts costs. Ten tasks of
contents that nobody fitted took 7.2 s instead of 12.1 (at 5 % and 400 branches). Where pages can be full they are so
either way; where they cannot, some have more white."""


@dataclass
class Linear:
    """A sum of columns times factors, and a constant."""

    terms: dict[int, float] = field(default_factory=dict)
    constant: float = 0.0

    def add(self, other: Linear, factor: float = 1.0) -> Linear:
        """This sum with `other` times `factor` added to it."""
        for column, value in other.terms.items():
            self.terms[column] = self.terms.get(column, 0.0) + factor * value
        self.constant += factor * other.constant
        return self

    def __add__(self, other: Linear) -> Linear:
        return Linear(dict(self.terms), self.constant).add(other)

    def __sub__(self, other: Linear) -> Linear:
        return Linear(dict(self.terms), self.constant).add(other, -1.0)

    def value(self, solution: Mapping[int, float] | list[float]) -> float:
        """What the sum comes to."""
        return self.constant + sum(factor * solution[column] for column, factor in self.terms.items())


@dataclass
class Program:
    """Columns and rows of the program; what it costs is to be least."""

    costs: list[float] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def column(self, cost: float = 0.0, *, binary: bool = True, upper: float = INFINITY) -> Linear:
        """A new column: 0 or 1, or any number from 0 on."""
        self.costs.append(cost)
        self.uppers.append(1.0 if binary else upper)
        self.whole.append(binary)
        return Linear({len(self.costs) - 1: 1.0})

    def at_most(self, left: Linear, right: float) -> None:
        """left <= right."""
        self.rows.append((left.terms, -INFINITY, right - left.constant))

    def equal(self, left: Linear, right: float) -> None:
        self.rows.append((left.terms, right - left.constant, right - left.constant))

    def charge(self, what: Linear, cost: float) -> None:
        """Every unit of `what` costs that."""
        for column, factor in what.terms.items():
            self.costs[column] += cost * factor

    def solve(self) -> list[float] | None:
        """The best values of the columns, or None where there are none."""
        import highspy

        made: Any = highspy.Highs.__base__  # the class itself greets on the terminal before it can be silenced
        solver = made()
        for option, value in _OPTIONS.items():
            solver.setOptionValue(option, value)
        solver.passModel(self._model(highspy))
        solver.run()
        if not _found(solver, highspy):
            return None
        return list(solver.getSolution().col_value)

    def _model(self, highspy: Any) -> Any:
        import numpy as np

        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.costs), len(self.rows)
        model.col_cost_ = np.array(self.costs)
        model.col_lower_ = np.zeros(len(self.costs))
        model.col_upper_ = np.array(self.uppers)
        model.row_lower_ = np.array([low for _, low, _ in self.rows])
        model.row_upper_ = np.array([high for _, _, high in self.rows])
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        starts, columns, values = [0], [], []
        for terms, _, _ in self.rows:
            columns += list(terms)
            values += list(terms.values())
            starts.append(len(columns))
        model.a_matrix_.start_ = np.array(starts)
        model.a_matrix_.index_ = np.array(columns)
        model.a_matrix_.value_ = np.array(values, dtype=float)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[whole] for whole in self.whole]
        return model


_OPTIONS: dict[str, Any] = {
    "log_to_console": False,
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_max_nodes": NODES,
    "mip_rel_gap": GAP,
    "mip_abs_gap": NEAR,
}


def _found(solver: Any, highspy: Any) -> bool:
    status = highspy.SolutionStatus.kSolutionStatusFeasible
    return int(solver.getInfo().primal_solution_status) == int(status)
