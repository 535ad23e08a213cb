import itertools
import random

from tawatur.clean.weights import Weights, find_run


def test_the_best_run_is_the_best_of_all_runs():
    chance = random.Random(7)
    for _ in range(300):
        names = "abcd"
        weights = Weights(
            {name: tuple(chance.uniform(-2, 2) for _ in range(3)) for name in names},
            tuple(chance.uniform(-1, 1) for _ in range(3)),
            chance.uniform(-1, 1),
            chance.uniform(-1, 1),
        )
        lines = [chance.sample(names, chance.randint(0, 3)) for _ in range(chance.randint(1, 7))]
        earliest = chance.randrange(len(lines))
        needed = chance.choice([None, chance.randrange(earliest, len(lines))])
        found = find_run(lines, weights, earliest=earliest, needed=needed)
        values = {run: worth(lines, run, weights) for run in runs(len(lines), earliest, needed)}
        if needed is None:
            values[0, -1] = max(values[0, -1], worth(lines, (len(lines), len(lines)), weights))
        assert values[found] == max(values.values())


def runs(number, earliest, needed):
    if needed is None:
        yield 0, -1
    for first, last in itertools.combinations_with_replacement(range(number), 2):
        if first >= earliest and (needed is None or last >= needed):
            yield first, last


def worth(lines, run, weights):
    first, last = run
    states = [2 if last < 0 or i > last else 0 if i < first else 1 for i in range(len(lines))]
    total = sum(
        weights.features[name][state] for line, state in zip(lines, states, strict=True) for name in line
    )
    for left, right in itertools.pairwise(states):
        total += weights.stays[left] if left == right else weights.begins if right == 1 else weights.ends
    return round(total, 6)
