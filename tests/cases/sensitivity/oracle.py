"""Indices of a small ranking by another program: plain random numbers, Python's own gamma draws,
methods written anew. Prints S and ST of each factor (normalisation, aggregation, criterion left out,
data, weights) on each output (ranks of the first three, mean rank shift), and the mean of the output,
for tests/unit/analysis/test_ranking_sensitivity.c. python3 oracle.py; standard library only."""
import math
import random

VALUES = [[7, 3, 5], [5, 8, 4], [9, 2, 2], [4, 6, 8], [6, 5, 5.5], [3, 9, 3]]
WIDTH = .5  # every value is known to this much on either side
WEIGHTS = [.5, .3, .2]
KAPPA = 16 * 2 - 1
POINTS = 1 << 15
FACTORS = ["normalisation", "aggregation", "left_out", "data", "weights"]
rng = random.Random(20260301)


def scaled(table, kind):
    columns = []
    for column in zip(*table):
        if kind == 0:
            low, high = min(column), max(column)
            columns.append([(v - low) / (high - low) for v in column])
        else:
            length = math.sqrt(sum(v * v for v in column))
            columns.append([v / length for v in column])
    return list(zip(*columns))


def scores(table, weights, method):
    weighted = [[w * v for w, v in zip(weights, row)] for row in table]
    if method == 0:
        return [sum(row) for row in weighted]
    best = [max(column) for column in zip(*weighted)]
    worst = [min(column) for column in zip(*weighted)]
    to_best = [math.dist(row, best) for row in weighted]
    to_worst = [math.dist(row, worst) for row in weighted]
    return [w / (b + w) for b, w in zip(to_best, to_worst)]


def ranks(setting):
    weights = [0 if setting["left_out"] == j + 1 else w for j, w in enumerate(setting["weights"])]
    weights = [w / sum(weights) for w in weights]
    s = scores(scaled(setting["data"], setting["normalisation"]), weights, setting["aggregation"])
    return [1 + sum(other > own + 1e-9 for other in s) for own in s]


def drawn():
    gammas = [rng.gammavariate(KAPPA * w, 1) for w in WEIGHTS]
    return {"normalisation": rng.randrange(2), "aggregation": rng.randrange(2),
            "left_out": rng.randrange(4),
            "data": [[v + rng.uniform(-WIDTH, WIDTH) for v in row] for row in VALUES],
            "weights": [g / sum(gammas) for g in gammas]}


CENTRAL = ranks({"normalisation": 0, "aggregation": 0, "left_out": 0, "data": VALUES,
                 "weights": WEIGHTS})
ORDER = sorted(range(6), key=lambda i: CENTRAL[i])


def outputs(setting):
    r = ranks(setting)
    return [r[i] for i in ORDER[:3]] + [sum(abs(x - c) for x, c in zip(r, CENTRAL)) / 6]


runs = []
for _ in range(POINTS):
    a, b = drawn(), drawn()
    runs.append([outputs(a), outputs(b)] + [outputs({**a, name: b[name]}) for name in FACTORS])
print("central", CENTRAL)
for o in range(4):
    both = [run[k][o] for run in runs for k in (0, 1)]
    mean = sum(both) / len(both)
    variance = sum((x - mean) ** 2 for x in both) / len(both)
    print("output", o, "mean", round(mean, 4))
    for f, name in enumerate(FACTORS):
        first = sum((r[1][o] - mean) * (r[f + 2][o] - r[0][o]) for r in runs) / POINTS / variance
        total = sum((r[0][o] - r[f + 2][o]) ** 2 for r in runs) / 2 / POINTS / variance
        print(f"    {{{first:.4f}, {total:.4f}}}, /* {name} */")
