"""The packing of pages, on pieces made up: nothing is lost or stands twice, order is kept, no page is too full."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from bulletin.layout.fill import FULL, WHITE, fill, full, nearest
from bulletin.layout.problem import Near, Rows, Run, Solution, Strand, Task, Variant, Way, Wish
from bulletin.layout.solve import FREE, SHORT, solve
from bulletin.layout.solved import Solve

HEIGHT = 700.0
SMALL = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
BOTH = pytest.mark.parametrize("packed", [solve, fill, nearest])


def whole(id: str, *heights: float, give: float = 15.0) -> Strand:
    """A block in as many forms as heights, the later the dearer."""
    return Strand(id, (Way((tuple(Variant(height, give, 5.0 * n) for n, height in enumerate(heights)),)),))


def text(id: str, head: float, paragraphs: list[float]) -> Strand:
    """A story whole, or broken between two paragraphs."""
    ways = [Way(((Variant(head + sum(paragraphs), 20.0),),))]
    for at in range(1, len(paragraphs)):
        first, rest = head + sum(paragraphs[:at]), 20 + sum(paragraphs[at:])
        ways.append(Way(((Variant(first, 15.0),), (Variant(rest, 15.0),)), 24.0, joined=True))
    return Strand(id, tuple(ways))


def plates(id: str, half: float, full: float) -> Strand:
    """Two half plates side by side, or one under the other over the full width."""
    side, over = (Variant(half, 15.0),), (Variant(full, 15.0, 4.0), Variant(1.3 * full, 15.0, 9.0))
    return Strand(id, (Way((side,)), Way((over, over))))


def table(id: str, rows: list[float]) -> Run:
    return Run(id, (Rows(60.0, 40.0, tuple(rows)),), 3.0, 15.0, 1.0)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    heights = st.floats(20, 160).map(lambda x: round(x, 1))
    count = draw(st.integers(1, 4))
    texts = [text(f"s{n}", 50.0, draw(st.lists(heights, min_size=1, max_size=4))) for n in range(count)]
    drawn = [plates(f"p{n}", draw(heights), draw(heights)) for n in range(count) if draw(st.booleans())]
    fillers = [whole(f"f{n}", draw(heights), draw(heights)) for n in range(draw(st.integers(0, 3)))]
    rows = table("evidence", draw(st.lists(st.floats(8, 30).map(lambda x: round(x, 1)), min_size=4, max_size=25)))
    told = [one.id for one in (*texts, *drawn)]
    things = (whole("figures", 60.0), *texts, *drawn, *fillers, rows, whole("notes", 120.0))
    return Task(
        first=HEIGHT - 60,
        other=HEIGHT,
        things=things,
        after=(
            *((f"s{n}", f"s{n - 1}") for n in range(1, count)),
            *(("evidence", id) for id in told),
            *(("notes", thing.id) for thing in things[:-1]),
        ),
        near=tuple(Near(one.id, "s" + one.id[1:], 12.0) for one in drawn),
        wishes={one.id: Wish(-2, 2.0) for one in fillers},
        opening=("figures", "s0"),
        closing=("notes",),
    )


def heights(task: Task, solution: Solution) -> list[tuple[float, float]]:
    """Of each page, what stands on it and what that may give."""
    by_id = {thing.id: thing for thing in task.things}
    found = []
    for page in solution.pages:
        height = give = 0.0
        for spot in page:
            thing = by_id[spot.id]
            if isinstance(thing, Run):
                start, end = spot.rows or (0, 0)
                form = thing.forms[spot.variant]
                height += (form.again if start else form.head) + sum(form.rows[start:end])
                give += thing.gap + thing.give * (end - start)
            else:
                variant = thing.ways[spot.way].parts[spot.part][spot.variant]
                height, give = height + variant.height, give + variant.give
        found.append((height, give))
    return found


def pages_of(solution: Solution, id: str) -> list[int]:
    return [number for number, page in enumerate(solution.pages) for spot in page if spot.id == id]


@BOTH
@given(tasks(), st.integers(1, 4))
@SMALL
def test_every_thing_stands_on_the_pages_once_and_whole(packed: Solve, task: Task, pages: int) -> None:
    solution = packed(task, pages)
    if solution is None:
        return
    assert len(solution.pages) == pages
    for thing in task.things:
        spots = [spot for page in solution.pages for spot in page if spot.id == thing.id]
        if isinstance(thing, Run):
            rows = [row for spot in spots for row in range(*(spot.rows or (0, 0)))]
            assert rows == list(range(len(thing.forms[0].rows)))
            assert len({spot.variant for spot in spots}) == 1, "one form for all of it"
            assert all((spot.rows or (0, 0))[1] - (spot.rows or (0, 0))[0] >= 3 for spot in spots), "no head alone"
        else:
            assert len({spot.way for spot in spots}) == 1
            assert [spot.part for spot in spots] == list(range(len(thing.ways[spots[0].way].parts)))


@BOTH
@given(tasks(), st.integers(1, 4))
@SMALL
def test_no_page_is_too_full_and_what_is_short_is_said(packed: Solve, task: Task, pages: int) -> None:
    solution = packed(task, pages)
    if solution is None:
        return
    for number, ((height, give), short) in enumerate(zip(heights(task, solution), solution.short, strict=True), 1):
        assert height <= task.height(number) + 0.01
        assert short == pytest.approx(max(0.0, task.height(number) + task.top - height - give), abs=0.1)


@BOTH
@given(tasks(), st.integers(1, 4))
@SMALL
def test_order_is_kept(packed: Solve, task: Task, pages: int) -> None:
    solution = packed(task, pages)
    if solution is None:
        return
    for later, earlier in task.after:
        assert min(pages_of(solution, later)) >= max(pages_of(solution, earlier))
    for near in task.near:
        of, there = pages_of(solution, near.text), pages_of(solution, near.what)
        assert min(of) <= min(there) <= max(there) <= max(of) + 1
    for strand in (thing for thing in task.things if isinstance(thing, Strand) and thing.id.startswith("s")):
        there = pages_of(solution, strand.id)
        assert there == list(range(there[0], there[0] + len(there))), "what is broken goes on overleaf"
    assert pages_of(solution, "figures") == [0] == pages_of(solution, "s0")[:1]
    assert pages_of(solution, "notes") == [pages - 1]


@BOTH
@given(tasks())
@settings(max_examples=10)
def test_the_same_task_has_the_same_answer(packed: Solve, task: Task) -> None:
    assert packed(task, 2) == packed(task, 2)


def price(task: Task, solution: Solution) -> float:
    """What pages cost, as the task says it: forms, places, breaks and white."""
    by_id = {thing.id: thing for thing in task.things}
    cost = sum(SHORT * max(0.0, short - FREE) for short in solution.short)
    for spot in (spot for page in solution.pages for spot in page):
        thing = by_id[spot.id]
        if isinstance(thing, Run):
            cost += thing.cost + (0.0 if spot.rows and spot.rows[0] else thing.forms[spot.variant].cost)
        else:
            way = thing.ways[spot.way]
            cost += way.parts[spot.part][spot.variant].cost + (0.0 if spot.part else way.cost)
    last = {id: max(pages_of(solution, id)) for id in by_id}
    cost += sum(wish.cost * abs(last[id] + 1 - wish.among(len(solution.pages))) for id, wish in task.wishes.items())
    return cost + sum(near.cost * max(0, last[near.what] - last[near.text]) for near in task.near)


@given(tasks(), st.integers(1, 4))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_full_pages_are_found_wherever_highs_finds_them_and_cost_no_more(task: Task, pages: int) -> None:
    usual, found = solve(task, pages), fill(task, pages)
    if usual is None or not full(usual):
        assert found is None or full(found)
        return
    assert found is not None and max(found.short) <= FULL
    assert found.cost == pytest.approx(price(task, found), abs=0.01)
    assert found.cost <= price(task, usual) + 0.01


@given(tasks(), st.integers(1, 4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_page_has_much_more_white_than_it_must(task: Task, pages: int) -> None:
    """Where HiGHS has pages of which none misses its foot by more than one of the steps, so has the search."""
    usual, found = solve(task, pages), nearest(task, pages)
    assert (usual is None) == (found is None)
    if usual and found:
        assert max(found.short) <= min(step for step in (*WHITE, HEIGHT) if step >= min(max(usual.short), HEIGHT))


def test_of_full_pages_those_are_taken_that_cost_least() -> None:
    """Three fillers fit on the page in more than one way; a title goes with what it is the title of."""
    things = (whole("a", 300, 340), whole("b", 300, 340), whole("title", 30, give=0.0), whole("c", 300, 660))
    task = Task(700, 700, things, after=(("b", "a"), ("title", "b"), ("c", "title")), heads=(("title", "c"),))
    solution = fill(task, 2)
    assert solution is not None and [[spot.variant for spot in page] for page in solution.pages] == [[1, 1], [0, 1]]
    assert fill(Task(700, 700, things[:2]), 2) is None, "half a page each"


def test_only_what_costs_least_is_followed_and_a_task_that_has_more_states_is_asked_of_highs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fillers = tuple(whole(f"f{n}", 60.0 + n, 90.0 + n, give=2.0) for n in range(8))
    task = Task(300, 300, fillers, wishes={f"f{n}": Wish(n % 2 + 1, 1.0) for n in range(8)})
    assert full(fill(task, 2))
    monkeypatch.setattr("bulletin.layout.fill.WIDTH", 0)
    asked: list[int] = []
    monkeypatch.setattr("bulletin.layout.fill.solve", lambda task, pages: asked.append(pages))
    assert fill(task, 2) is None and asked == [2]


def test_a_full_page_is_found_where_there_is_one() -> None:
    things = (whole("figures", 100), text("s0", 50, [100, 100]), whole("f", 100, 180), whole("notes", 100))
    task = Task(640, 700, things, opening=("figures", "s0"))
    solution = solve(task, 1)
    assert solution is not None
    assert solution.short == (0.0,)
    assert heights(task, solution)[0][0] == 630, "the taller form of the filler"


def test_a_little_white_is_free_and_more_is_not() -> None:
    """Of two forms the dearer is taken only where the page would miss its foot by more than is free."""

    def taken(height: float) -> float:
        task = Task(700, 700, (whole("a", 500, give=0.0), whole("f", height, 200, give=0.0)))
        solution = solve(task, 1)
        assert solution is not None
        return heights(task, solution)[0][0]

    assert taken(200 - FREE + 1) == 700 - FREE + 1
    assert taken(200 - FREE - 15) == 700


def test_what_does_not_go_on_the_pages_has_no_answer() -> None:
    assert solve(Task(640, 700, (whole("a", 500), whole("b", 500))), 1) is None
    assert solve(Task(640, 700, (whole("a", 900), whole("b", 100))), 2) is None


def test_a_story_is_broken_where_it_must_be_and_not_for_a_little_white() -> None:
    stories = (text("s0", 50, [200, 200]), text("s1", 50, [200, 200, 200]))

    def broken(more: Strand, *closing: str) -> bool:
        solution = solve(Task(700, 700, (*stories, more), after=(("s1", "s0"),), closing=closing), 2)
        assert solution is not None
        return len(pages_of(solution, "s1")) == 2

    assert not broken(whole("f", 195))
    assert broken(whole("notes", 200), "notes")


def test_the_solver_writes_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert solve(Task(700, 700, (whole("a", 690),)), 1) is not None
    assert capfd.readouterr() == ("", "")
