"""How fast the dashboard is on small, medium and large data: `python -m benchmarks`."""
