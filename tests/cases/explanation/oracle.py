#!/usr/bin/python3
# python3 oracle.py, in this folder, with numpy: writes every case. Nothing of selaras is used. Methods
# follow the formulas of their papers over all pairs and columns; Shapley values are not summed over
# coalitions but averaged over all orders in which players can arrive (Shapley 1953, the second of his
# two forms).
import itertools
import math
import numpy as np

DRINA = [[4184.3, 2914, 407.2, 251, 195, 244, 15, 2.41], [5211.9, 3630, 501.7, 308.3, 282, 346, 21, 1.41],
         [5021.3, 3920.5, 504, 278.6, 12, 56, 3, 4.42], [5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36],
         [5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04], [4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36]]
DRINA_COST = [0, 1, 0, 0, 1, 1, 1, 0]
STATIONS = [[80, 90, 6, 5.4, 8, 5], [65, 58, 2, 9.7, 1, 1], [83, 60, 4, 7.2, 4, 7],
            [40, 80, 10, 7.5, 7, 10], [52, 72, 6, 2.0, 3, 8], [94, 96, 7, 3.6, 5, 6]]
STATIONS_COST = [1, 0, 1, 1, 1, 0]


def sign(cost):
    return np.where(np.array(cost) > 0, -1.0, 1.0)


def min_max(x, cost):
    z = x * sign(cost)
    spread = z.max(axis=0) - z.min(axis=0)
    return (z - z.min(axis=0)) / np.where(spread > 0, spread, 1)


def weighted_sum(x, w, cost):
    return min_max(x, cost) @ w


def weighted_product(x, w, cost):
    return np.prod(x ** (w * sign(cost)), axis=1)


def topsis(x, w, cost):
    v = w * sign(cost) * x / np.sqrt((x * x).sum(axis=0))
    plus = np.sqrt(((v - v.max(axis=0)) ** 2).sum(axis=1))
    minus = np.sqrt(((v - v.min(axis=0)) ** 2).sum(axis=1))
    return minus / (plus + minus)


def vikor(x, w, cost):
    d = w * (1 - min_max(x, cost))
    s, r = d.sum(axis=1), d.max(axis=1)
    return 1 - .5 * (s - s.min()) / (s.max() - s.min()) - .5 * (r - r.min()) / (r.max() - r.min())


def promethee_usual(x, w, cost):
    z, n = x * sign(cost), len(x)
    return np.array([sum(w[j] * (float(z[a, j] > z[b, j]) - float(z[a, j] < z[b, j]))
                         for b in range(n) for j in range(x.shape[1])) for a in range(n)]) / (n - 1)


def baseline_of(x, cost, baseline):
    return x.mean(axis=0) if baseline == "mean" else (x * sign(cost)).min(axis=0) * sign(cost)


def worth_of(method, x, w, cost, row, base, group):
    known = {}

    def worth(players):
        if players not in known:
            y = x.copy()
            for j in range(x.shape[1]):
                if group[j] not in players:
                    y[row, j] = base[j]
            known[players] = float(method(y, w, cost)[row])
        return known[players]
    return worth


def shapley(worth, players):
    parts = [[] for _ in players]
    for order in itertools.permutations(players):
        arrived = frozenset()
        for p in order:
            parts[p].append(worth(arrived | {p}) - worth(arrived))
            arrived |= {p}
    return [math.fsum(p) / len(p) for p in parts]


def write(name, method, x, w, cost, row, baseline, kind="shapley", group=None, source=""):
    x, w = np.array(x, float), np.array(w, float)
    grouped = group or list(range(x.shape[1]))
    players = list(range(max(grouped) + 1))
    worth = worth_of(method, x, w, cost, row, baseline_of(x, cost, baseline), grouped)
    values = shapley(worth, players)
    base = baseline_of(x, cost, baseline)
    end = worth(frozenset())
    if kind == "parts":  # weight × (term − term of the baseline), on the scale of the table
        z, b = x * sign(cost), base * sign(cost)
        terms = lambda v: (v - z.min(axis=0)) / (z.max(axis=0) - z.min(axis=0))
        values = list(w * (terms(z[row]) - terms(b)))
        end = float(w @ terms(b))
    if kind == "log-parts":
        values = list(w * sign(cost) * np.log(x[row] / base))
    lines = [["source", source], ["method", method.__name__.replace("_usual", "").replace("_", "-")],
             ["kind", kind], ["baseline", baseline], ["row", row + 1],
             ["weights", *w], ["cost", *cost]]
    lines += [["group", *grouped]] if group else []
    lines += [["alternative", *r] for r in x]
    lines += [["value", *values], ["score", worth(frozenset(players))],
              ["baseline_score", end]]
    with open(name + ".csv", "w") as file:
        for line in lines:
            file.write(",".join(v if isinstance(v, str) else repr(v) if isinstance(v, int)
                                else repr(float(v)) for v in line) + "\n")


DAMS = "table of Opricovic & Tzeng 2007 EJOR 178; numbers by oracle.py"
POWER = "table of Brans & Vincke & Mareschal 1986 EJOR 24; numbers by oracle.py"
EQUAL = [.125] * 8
SIX = [.3, .2, .15, .15, .1, .1]
write("topsis-dams-best", topsis, DRINA, EQUAL, DRINA_COST, 4, "mean", source=DAMS)
write("topsis-dams-second", topsis, DRINA, EQUAL, DRINA_COST, 2, "worst", source=DAMS)
write("topsis-groups", topsis, DRINA, EQUAL, DRINA_COST, 3, "mean", group=[0, 0, 1, 1, 2, 2, 3, 3],
      source=DAMS)
write("vikor-dams", vikor, DRINA, EQUAL, DRINA_COST, 0, "mean", source=DAMS)
write("promethee-stations", promethee_usual, STATIONS, SIX, STATIONS_COST, 4, "mean", source=POWER)
write("promethee-stations-worst", promethee_usual, STATIONS, SIX, STATIONS_COST, 1, "worst",
      source=POWER)
write("topsis-weight-zero", topsis, STATIONS, [.4, 0, .2, .2, .2, 0], STATIONS_COST, 3, "mean",
      source=POWER)
write("sum-dams", weighted_sum, DRINA, EQUAL, DRINA_COST, 1, "mean", "parts", source=DAMS)
write("sum-stations-worst", weighted_sum, STATIONS, SIX, STATIONS_COST, 4, "worst", "parts",
      source=POWER)
write("product-stations", weighted_product, STATIONS, SIX, STATIONS_COST, 4, "mean", "log-parts",
      source=POWER)
