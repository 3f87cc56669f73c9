# python3 oracle.py, in this folder: needs scipy. Makes the expected numbers that about says.
import csv, itertools, math, random
from scipy.stats import kendalltau


def read(name):
    rows = list(csv.DictReader(open(name + ".csv")))
    return [int(r["a"]) for r in rows], [int(r["b"]) for r in rows]


def sign(x):
    return (x > 0) - (x < 0)


def difference(a, b):
    return sum(sign(a[i] - a[j]) * sign(b[i] - b[j]) for i in range(len(a)) for j in range(i))


def write(name, rows):
    with open(name + ".expected.csv", "w") as out:
        for key, value, tolerance in rows:
            out.write(f"{key},{value:.15g},{tolerance:.3g}\n")


for name in ("ties", "swapped", "nine_ties"):
    a, b = read(name)
    given = abs(difference(a, b))
    pairs = [(i, j, sign(a[i] - a[j])) for i in range(len(a)) for j in range(i) if a[i] != a[j]]
    hits = sum(abs(sum(s * sign(o[i] - o[j]) for i, j, s in pairs)) >= given
               for o in itertools.permutations(b))
    write(name, [("available", 1, 0), ("tau_b", kendalltau(a, b)[0], 1e-14),
                 ("difference", difference(a, b), 0),
                 ("p", hits / math.factorial(len(a)), 1e-14), ("exact", 1, 0)])

a, b = read("twelve")
tau, p = kendalltau(a, b, method="exact")
write("twelve", [("tau_b", tau, 1e-14), ("difference", difference(a, b), 0),
                 ("p", p, 5 * math.sqrt(p * (1 - p) / 1e5)), ("exact", 0, 0)])

a, b = read("twenty")
given = abs(difference(a, b))
pairs = [(i, j, sign(a[i] - a[j])) for i in range(20) for j in range(i) if a[i] != a[j]]
source = random.Random(20)
drawn = 400000
hits = 0
for _ in range(drawn):
    source.shuffle(b)
    hits += abs(sum(s * ((b[i] > b[j]) - (b[i] < b[j])) for i, j, s in pairs)) >= given
p = hits / drawn
a, b = read("twenty")
write("twenty", [("tau_b", kendalltau(a, b)[0], 1e-14), ("difference", difference(a, b), 0),
                 ("p", p, 5 * math.sqrt(p * (1 - p) * (1e-5 + 1 / drawn))), ("exact", 0, 0)])
