"""Is the comparison of 100,000 employees and some 50,000 mentees made in 5 seconds?

    python -m benchmarks.outcomes [--rounds 3] [--departments 20] [--levels 5]

Times the whole estimate: tables to every number. Fewer departments and levels make more candidates a mentee and more
digests. The seconds of the processor are printed beside those of the clock, because a busy machine stretches these.
Exit code 1 where the median of the clock is above the limit.
"""

import argparse
import statistics
import sys
from time import perf_counter, process_time

from careerdash.outcomes import estimate
from tools.companies import AS_OF, Plan, company

LIMIT = 5.0
"""Seconds by the clock, on two cores that do nothing else."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outcomes", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--departments", type=int, default=20)
    parser.add_argument("--levels", type=int, default=5)
    asked = parser.parse_args()
    plan = Plan("large", people=100_000, departments=asked.departments, levels=asked.levels, matching=0.55)
    tables = company(plan, 7)
    clock, work = [], []
    for _ in range(asked.rounds):
        start, begun = perf_counter(), process_time()
        found = estimate(tables, AS_OF)
        clock.append(perf_counter() - start)
        work.append(process_time() - begun)
    matched = found["matched"]
    print(f"{matched['mentees']:,} mentees, {matched['colleagues']:,} colleagues: {statistics.median(clock):.2f} s by "
          f"the clock, {statistics.median(work):.2f} s of processor")
    return 0 if statistics.median(clock) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
