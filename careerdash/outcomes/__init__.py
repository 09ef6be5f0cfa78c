"""Do people stay and advance: matched comparison, survival statistics, verdict."""

from .estimate import estimate, estimate_build

__all__ = ["estimate", "estimate_build"]
