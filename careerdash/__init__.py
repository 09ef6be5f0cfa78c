"""careerdash: how mentoring pairs are doing, and whether people stay and advance."""

__version__ = "0.1.0"
