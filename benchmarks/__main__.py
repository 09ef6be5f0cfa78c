"""`python -m benchmarks`: all benchmarks."""

import sys

from .overview import main

sys.exit(main())
