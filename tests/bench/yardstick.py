"""yardstick.py ALTERNATIVES - weighted sum and TOPSIS with ranks by numpy, as a yardstick beside
bench_aggregation: the same criteria, costs and weights, values as evenly drawn; one thread. Says
nothing where numpy is not installed."""
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(0)

REPEATS = 5
WEIGHTS = np.array([.2, .05, .1, .15, .125, .125, .05, .2])
COST = np.array([False, True, False, True, False, True, False, True])


def ranks(scores):
    """Rank from 1, best first; ties share the best rank."""
    order = np.argsort(-scores, kind="stable")
    best = scores[order]
    first = np.concatenate(([True], best[1:] != best[:-1]))
    placed = np.maximum.accumulate(np.where(first, np.arange(1, len(scores) + 1), 0))
    found = np.empty(len(scores), dtype=np.uint32)
    found[order] = placed
    return found


def weighted_sum(values):
    least = values.min(axis=0)
    scaled = (values - least) / (values.max(axis=0) - least)
    return ranks(np.where(COST, 1 - scaled, scaled) @ WEIGHTS)


def topsis(values):
    weighted = values / np.sqrt((values ** 2).sum(axis=0)) * WEIGHTS
    best = np.where(COST, weighted.min(axis=0), weighted.max(axis=0))
    worst = np.where(COST, weighted.max(axis=0), weighted.min(axis=0))
    to_best = np.sqrt(((weighted - best) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(axis=1))
    return ranks(to_worst / (to_best + to_worst))


def measure(name, method, values):
    clock, processor = [], []
    for _ in range(REPEATS):
        start = time.perf_counter(), time.process_time()
        method(values)
        clock.append(time.perf_counter() - start[0])
        processor.append(time.process_time() - start[1])
    print(f"{name:<18} {len(values):>8} alternatives  wall {sorted(clock)[REPEATS // 2]:7.4f} s  "
          f"cpu {sorted(processor)[REPEATS // 2]:7.4f} s  numpy {np.__version__}")


table = 1 + 99 * np.random.default_rng(42).random((int(sys.argv[1]), 8))
measure("weighted-sum", weighted_sum, table)
measure("topsis", topsis, table)
