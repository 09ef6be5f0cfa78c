"""`python -m benchmarks`: all benchmarks."""

import sys

from . import intake, overview

sys.exit(max(overview.main(), intake.main([])))
