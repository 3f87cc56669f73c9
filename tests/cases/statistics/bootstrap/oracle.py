# python3 oracle.py, in this folder.
import csv, itertools, math, statistics

DRAWS = 39999
values = [float(r["value"]) for r in csv.DictReader(open("seven.csv"))]
n = len(values)
known = {"median": [], "mean": []}
for sample in itertools.product(values, repeat=n):
    known["median"].append(sorted(sample)[n // 2])
    known["mean"].append(sum(sample) / n)
with open("seven.expected.csv", "w") as out:
    for name, all_values in known.items():
        all_values.sort()
        at = lambda share: all_values[min(len(all_values) - 1, int(share * len(all_values)))]
        slack = 5 * math.sqrt(.025 * .975 / DRAWS)
        for end, share in (("low", .025), ("high", .975)):
            value = at(share)
            tolerance = max(abs(at(share - slack) - value), abs(at(share + slack) - value))
            out.write(f"{name}_{end},{value:.15g},{tolerance + 1e-12:.3g}\n")
        error = statistics.pstdev(all_values)
        out.write(f"{name}_error,{error:.15g},{error / 100:.3g}\n")
    out.write(f"draws,{DRAWS},0\n")
