#!/usr/bin/python3
# python3 oracle.py, in this folder, with numpy and scipy: writes every case that has numbers. Nothing
# of selaras is used: eigenvectors are LAPACK's, least squares numpy's, best-worst is solved as linear
# programmes by HiGHS, entropy, CRITIC and components follow the printed formulas row by row.
import json
import numpy as np
from scipy.optimize import linprog, brentq

EXACT = 1e-9  # relative


def out(name, *lines):
    with open(name + ".csv", "w") as file:
        for line in lines:
            file.write(",".join(x if isinstance(x, str) else repr(float(x)) if isinstance(x, float)
                                else str(x) for x in line) + "\n")


def floats(values):
    return [float(v) for v in values]


# --- judgements ---------------------------------------------------------------------------------
def perron(a):
    values, vectors = np.linalg.eig(a)
    k = np.argmax(values.real)
    v = np.abs(vectors[:, k].real)
    return v / v.sum(), float(values[k].real)


def geometric(a):
    w = np.exp(np.log(a).mean(axis=1))
    return w / w.sum()


def judgements(a, person=1):
    n = len(a)
    return [("judgement", person, i + 1, j + 1, float(a[i][j]))
            for i in range(n) for j in range(i) if not np.isnan(a[i][j])]


def reciprocal(n, upper):
    a = np.ones((n, n))
    for (i, j), r in upper.items():
        a[i, j], a[j, i] = r, 1 / r
    return a


RI = json.loads("""{"saaty": [0,0,0.58,0.9,1.12,1.24,1.32,1.41,1.45,1.49,1.51,1.48,1.56,1.57,1.59],
"tummala-ling": [0,0,0.5799,0.8921,1.1159,1.2358,1.3322,1.3952,1.4537,1.4882,1.5117,1.5356,1.5571,
1.5714,1.5831]}""")


def consistency(lam, n, table="saaty"):
    ci = (lam - n) / (n - 1)
    return [("figure", "lambda_max", EXACT, lam), ("figure", "consistency_index", EXACT * 10, ci),
            ("figure", "consistency_ratio", EXACT * 10, ci / RI[table][n - 1])]


def ahp(name, a, *more, table="saaty"):
    a = np.array(a)
    n = len(a)
    w, lam = perron(a)
    index = [] if table == "saaty" else [("random_index", table)]
    out(name + "-eigenvector", ("method", "ahp-eigenvector"), ("criteria", n), *index,
        *judgements(a), ("weights", EXACT, *floats(w)), *consistency(lam, n, table),
        ("no_figure", "disagreement"), *more)
    out(name + "-geometric", ("method", "ahp-geometric-mean"), ("criteria", n), *index,
        *judgements(a), ("weights", EXACT, *floats(geometric(a))), *consistency(lam, n, table))


wealth = [[1, 4, 9, 6, 6, 5, 5], [1/4, 1, 7, 5, 5, 3, 4], [1/9, 1/7, 1, 1/5, 1/5, 1/7, 1/5],
          [1/6, 1/5, 5, 1, 1, 1/3, 1/3], [1/6, 1/5, 5, 1, 1, 1/3, 1/3], [1/5, 1/3, 7, 3, 3, 1, 2],
          [1/5, 1/4, 5, 3, 3, 1/2, 1]]
ahp("wealth", wealth, ("weights", .01, .427, .23, .021, .052, .052, .123, .094),
    ("figure", "lambda_max", 5e-5, 7.608))
drinks = [[1, 9, 5, 2, 1, 1, .5], [1/9, 1, 1/3, 1/9, 1/9, 1/9, 1/9], [1/5, 3, 1, 1/3, 1/4, 1/3, 1/9],
          [.5, 9, 3, 1, .5, 1, 1/3], [1, 9, 4, 2, 1, 2, .5], [1, 9, 3, 1, .5, 1, 1/3],
          [2, 9, 9, 3, 2, 3, 1]]
ahp("drinks", drinks, ("weights", .01, .177, .019, .042, .116, .19, .129, .327),
    ("figure", "consistency_ratio", .02, .022))
eight = [[1, 7, 1/5, 1/8, 1/2, 1/3, 1/5, 1], [1/7, 1, 1/8, 1/9, 1/4, 1/5, 1/9, 1/8],
         [5, 8, 1, 1/3, 4, 2, 1, 1], [8, 9, 3, 1, 7, 5, 3, 3], [2, 4, 1/4, 1/7, 1, 1/2, 1/5, 1/5],
         [3, 5, 1/2, 1/5, 2, 1, 1/3, 1/3], [5, 9, 1, 1/3, 5, 3, 1, 1], [1, 8, 1, 1/3, 5, 3, 1, 1]]
# What another program gives, by means of columns: lambda 8.72643 and these weights.
ahp("eight", eight,
    ("not_weights", 1e-3, .056992204743085216, .017750211515144512, .14970678214311406,
     .3439871230549961, .04721315492977307, .0756416207191925, .16552312346160747,
     .14318577943308697), ("not_figure", "lambda_max", 1e-3, 8.72642777111301))
ahp("eight-tummala-ling", eight, table="tummala-ling")

# Bozoki, Fulop & Ronyai 2010: pair (c, d) is not judged. At the least lambda both eigenvectors agree
# about it, which a root finder on LAPACK's eigenvectors settles.
pairs = {(0, 1): 1., (0, 2): 5., (0, 3): 2., (1, 2): 3., (1, 3): 4.}


def completed(x):
    return reciprocal(4, {**pairs, (2, 3): x})


def slope(x):
    v, u = perron(completed(x))[0], perron(completed(x).T)[0]
    return np.log(x * x * v[3] * u[2] / (v[2] * u[3]))


missing = brentq(slope, .1, 10, xtol=1e-15, rtol=1e-15)
w, lam = perron(completed(missing))
some = reciprocal(4, pairs)
some[2, 3] = some[3, 2] = np.nan
out("bozoki-eigenvector", ("method", "ahp-eigenvector"), ("criteria", 4), *judgements(some),
    ("weights", EXACT, *floats(w)), ("weights", .001, .3738, .392, .0985, .1357),
    ("figure", "lambda_max", EXACT, lam), ("figure", "missing", EXACT, 1.0))
rows = [(i, j, np.log(r)) for (i, j), r in pairs.items()]
design = np.array([[(k == i) - (k == j) for k in range(4)] for i, j, _ in rows] + [[1.] * 4])
logs = np.linalg.lstsq(design, np.array([r for _, _, r in rows] + [0.]), rcond=None)[0]
out("bozoki-geometric", ("method", "ahp-geometric-mean"), ("criteria", 4), *judgements(some),
    ("weights", EXACT, *floats(np.exp(logs) / np.exp(logs).sum())),
    ("figure", "lambda_max", EXACT, lam), ("figure", "missing", EXACT, 1.0))

# Three persons, judgements drawn by hand.
group = [reciprocal(4, {(0, 1): 3., (0, 2): 5., (0, 3): 1 / 2, (1, 2): 2., (1, 3): 1 / 4, (2, 3): 1 / 7}),
         reciprocal(4, {(0, 1): 1., (0, 2): 4., (0, 3): 2., (1, 2): 6., (1, 3): 1., (2, 3): 1 / 3}),
         reciprocal(4, {(0, 1): 1 / 5, (0, 2): 1., (0, 3): 3., (1, 2): 4., (1, 3): 9., (2, 3): 2.})]
said = [line for p, a in enumerate(group) for line in judgements(a, p + 1)]
mean = np.exp(np.mean([np.log(a) for a in group], axis=0))


def disagreement(persons, whole):
    away = [(np.log(p[i] / p[j]) - np.log(whole[i] / whole[j])) ** 2
            for p in persons for i in range(4) for j in range(i)]
    return float(np.sqrt(np.mean(away)))


worst = max(consistency(perron(a)[1], 4)[2][3] for a in group)
for method, priorities in ("ahp-eigenvector", lambda a: perron(a)[0]), ("ahp-geometric-mean", geometric):
    persons = [priorities(a) for a in group]
    both = {"aij": priorities(mean), "aip": np.exp(np.mean(np.log(persons), axis=0))}
    for rule, w in both.items():
        w = w / w.sum()
        out(f"group-{method[4:]}-{rule}", ("method", method), ("criteria", 4), ("group", rule), *said,
            ("weights", EXACT, *floats(w)), *consistency(perron(mean)[1], 4),
            ("figure", "consistency_ratio_worst", EXACT * 10, worst),
            ("figure", "disagreement", EXACT, disagreement(persons, w)))


# --- best and worst -----------------------------------------------------------------------------
def ratio_rows(a, b, best, worst, xi):
    """w_B - (a_j +- xi) w_j and w_j - (b_j +- xi) w_W, all <= 0."""
    n, rows = len(a), []
    for j in range(n):
        for value, over, under in ((a[j], best, j), (b[j], j, worst)):
            if over != under:
                row = np.zeros(n); row[over] += 1; row[under] -= value + xi; rows.append(row)
                row = np.zeros(n); row[over] -= 1; row[under] += value - xi; rows.append(row)
    return np.array(rows)


def ratio_feasible(a, b, best, worst, xi, cost=None):
    n = len(a)
    rows = ratio_rows(a, b, best, worst, xi)
    return linprog(np.zeros(n) if cost is None else cost, A_ub=rows, b_ub=np.zeros(len(rows)),
                   A_eq=np.ones((1, n)), b_eq=[1], bounds=[(0, 1)] * n, method="highs",
                   options={"primal_feasibility_tolerance": 1e-10,
                            "dual_feasibility_tolerance": 1e-10})


def best_worst(name, a, b, best, worst, *more, unique=False):
    n = len(a)
    given = [("criteria", n), ("ends", best + 1, worst + 1), ("best_to_others", *floats(a)),
             ("others_to_worst", *floats(b))]
    # linear: one programme in w and xi
    rows, zero = [], np.zeros
    for j in range(n):
        for value, over, under in ((a[j], best, j), (b[j], j, worst)):
            if over != under:
                for sign in 1, -1:
                    row = zero(n + 1); row[over] += sign; row[under] -= sign * value; row[n] = -1
                    rows.append(row)
    cost = zero(n + 1); cost[n] = 1
    whole = np.array([[1.] * n + [0.]])
    best_of = linprog(cost, A_ub=np.array(rows), b_ub=zero(len(rows)), A_eq=whole, b_eq=[1],
                      bounds=[(0, None)] * (n + 1), method="highs")
    out(name + "-linear", ("method", "best-worst-linear"), *given,
        ("weights", EXACT, *floats(best_of.x[:n])), ("figure", "xi", EXACT, float(best_of.x[n])))
    # ratios: halve xi, then the range of each weight a little above it
    low, high = 0., float(max(a))
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (low, middle) if ratio_feasible(a, b, best, worst, middle).success else (middle, high)
    ends = []
    for j in range(n):
        cost = zero(n); cost[j] = 1
        ends.append((ratio_feasible(a, b, best, worst, high + 1e-9, cost).fun,
                     -ratio_feasible(a, b, best, worst, high + 1e-9, -cost).fun))
    middle = np.array([(e[0] + e[1]) / 2 for e in ends])
    out(name + "-ratios", ("method", "best-worst"), *given,
        ("weights", 1e-6, *floats(middle / middle.sum())), ("figure", "xi", 1e-7, high),
        ("figure_absolute", "half_width", 1e-6, max((e[1] - e[0]) / 2 for e in ends)), *more)


root = 4 - 14 ** .5
exact = np.array([1, 5 - root, 8 + root])
best_worst("rezaei", [8, 2, 1], [1, 5, 8], 2, 0, ("weights", EXACT, *floats(exact / exact.sum())),
           ("weights", .0008, .0714, .3387, .5899), ("figure", "xi", EXACT, root),
           ("figure", "consistency_ratio", .002, .2583 / 4.47))
best_worst("five", [2, 1, 4, 3, 8], [4, 8, 3, 5, 1], 1, 4)
best_worst("six", [1, 7, 4, 5, 6, 8], [8, 1, 3, 4, 5, 1], 0, 5)
best_worst("level", [1, 1, 1, 5, 3, 4, 8], [8, 5, 3, 3, 7, 2, 1], 0, 6)
best_worst("seven", [1, 9, 2, 5, 3, 7, 4], [9, 1, 6, 4, 2, 3, 5], 0, 1)
out("agreeing-linear", ("method", "best-worst-linear"), ("criteria", 3), ("ends", 1, 3),
    ("best_to_others", 1., 2., 6.), ("others_to_worst", 6., 3., 1.), ("weights", EXACT, .6, .3, .1),
    ("figure", "xi", EXACT, 0.0))
out("agreeing-ratios", ("method", "best-worst"), ("criteria", 3), ("ends", 1, 3),
    ("best_to_others", 1., 2., 6.), ("others_to_worst", 6., 3., 1.), ("weights", EXACT, .6, .3, .1),
    ("figure", "xi", EXACT, 0.0), ("figure", "consistency_ratio", EXACT, 0.0))


# --- values -------------------------------------------------------------------------------------
def table(x, cost=None):
    lines = [("row", *floats(row)) for row in x]
    return lines if cost is None else [("cost", *[int(c) for c in cost])] + lines


def unit(x, cost=None):
    z = (x - x.min(axis=0)) / np.ptp(x, axis=0)
    return z if cost is None else np.where(np.array(cost, bool), 1 - z, z)


def share(w):
    return floats(np.asarray(w) / np.sum(w))


def critic(x, cost=None):
    z = unit(x, cost)
    return share(z.std(axis=0) * (1 - np.corrcoef(z.T)).sum(axis=0))


def entropy(x):
    p = x / x.sum(axis=0)
    h = np.array([-sum(v * np.log(v) for v in column if v > 0) for column in p.T]) / np.log(len(x))
    return share(1 - h)


def values(name, method, x, weights, *more, cost=None):
    out(name, ("method", method), ("criteria", x.shape[1]), *table(x, cost),
        ("weights", EXACT, *weights), *more)


jmcdm = np.array([[12.9918, .7264, -1.1009, 1.598139592], [4.1201, 5.8824, 3.4483, 1.021563567],
                  [4.1039, 0, -.5076, .984469444]])
values("critic-jmcdm", "critic", jmcdm, critic(jmcdm, [0, 0, 1, 0]),
       ("weights", 1e-4, .16883925, .418444976, .249124763, .163591012), cost=[0, 0, 1, 0])
zero = np.array([[1., 0], [2, 2], [3, 3], [4, 5]])
values("entropy-with-zero", "entropy", zero, entropy(zero), ("weights", 1e-4, .22985, .77015))
jahan = np.array([[0, 0, 0], [.39, .3, .77], [.17, .36, .8], [.35, .29, .93], [.3, .4, .94],
                  [.84, .71, 1], [1, 1, .99]])
values("deviation-jahan", "standard-deviation", jahan, share(jahan.std(axis=0)),
       ("weights", .02, .35, .31, .34))


def loadings(x, used):
    values_, vectors = np.linalg.eigh(np.corrcoef(x.T))
    order = np.argsort(values_)[::-1]
    return values_[order], vectors[:, order][:, :used] * np.sqrt(values_[order][:used])


def varimax(l):
    h = np.sqrt((l ** 2).sum(axis=1, keepdims=True))
    z, turn = l / h, np.eye(l.shape[1])
    for _ in range(20000): # linear convergence of the turn, not of the criterion
        y = z @ turn
        u, _, v = np.linalg.svd(z.T @ (y ** 3 - y * (y ** 2).mean(axis=0)))
        turn = u @ v
    y = (z @ turn) * h
    return y * np.where(y.sum(axis=0) < 0, -1, 1)


def rotated(x, used):
    top = varimax(loadings(x, used)[1]).max(axis=1)
    assert (top > 0).all()
    return share(top ** 2)


# 23 states of the Technology Achievement Index (OECD & JRC 2008, table A.1). The shares of their table 7,
# .419 and, of the four components above a tenth together, .871, are printed to three digits.
tai = np.array([[float(c) for c in line.split(",")[-8:]] for line in open("tai.txt")])
shares = loadings(tai, 1)[0] / 8
values("tai-rotated", "pca-rotated", tai, rotated(tai, 4), ("figure", "components", EXACT, 4.0),
       ("figure", "explained", EXACT, float(shares[:4].sum())),
       ("figure_absolute", "explained", .0021, .871))
values("tai-first", "pca", tai, share(loadings(tai, 1)[1][:, 0] ** 2),
       ("figure", "explained", EXACT, float(shares[0])), ("figure_absolute", "explained", .0006, .419))
values("tai-critic", "critic", tai, critic(tai))
values("tai-entropy", "entropy", tai, entropy(tai))
values("tai-deviation", "standard-deviation", tai, share(unit(tai).std(axis=0)))

# A constant criterion has 0 and the others are as without it.
def beside_constant(w):
    return [w[0], 0.0] + w[1:]


pure = np.array([[1., 8, 2], [4, 1, 3], [2, 5, 9], [7, 3, 1], [5, 6, 4]])
more = np.insert(pure, 1, 3, axis=1)
values("constant-entropy", "entropy", more, beside_constant(entropy(pure)))
values("constant-critic", "critic", more, beside_constant(critic(pure)))
values("constant-deviation", "standard-deviation", more,
       beside_constant(share(unit(pure).std(axis=0))))
values("constant-pca", "pca", more, beside_constant(share(loadings(pure, 1)[1][:, 0] ** 2)))

# Values that differ by little beside their size: what entropy lacks is near 1e-13, in fractions.
from fractions import Fraction
from decimal import Decimal, getcontext
getcontext().prec = 60
near = np.array([[1e6, 1e6 + 1], [1e6 + 1, 1e6 + 5], [1e6 + 2, 1e6 + 2], [1e6 + 4, 1e6]])


def lack(column):
    total = sum(Decimal(c) for c in column)
    return 1 + sum((Decimal(c) / total) * (Decimal(c) / total).ln() for c in column) / Decimal(len(column)).ln()


lacks = [lack(c) for c in near.T]
values("entropy-near", "entropy", near, [float(x / sum(lacks)) for x in lacks])

# --- numbers, points, orders --------------------------------------------------------------------
out("stated", ("method", "stated"), ("criteria", 3), ("numbers", 2., 0., 6.), ("weights", EXACT, .25, 0.0, .75))
out("swing", ("method", "swing"), ("criteria", 4), ("points", 50., 100., 0., 10.),
    ("weights", EXACT, .3125, .625, 0.0, .0625))
out("equal", ("method", "equal"), ("criteria", 8), ("weights", EXACT, *[.125] * 8))
for n in 2, 3, 4, 5:
    exact = [sum(Fraction(1, k) for k in range(i, n + 1)) / n for i in range(1, n + 1)]
    out(f"centroid-{n}", ("method", "rank-order-centroid"), ("criteria", n), ("places", *range(1, n + 1)),
        ("weights", EXACT, *floats(exact)))
# The second and third of n = 4 tie: (13/48 + 7/48)/2 = 5/24 each.
out("centroid-tie", ("method", "rank-order-centroid"), ("criteria", 4), ("places", 9, 2, 5, 5),
    ("weights", EXACT, 1 / 16, 25 / 48, 5 / 24, 5 / 24))
