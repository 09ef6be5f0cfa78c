"""What all tests share: random tests draw the same examples each time, unless one goes searching.

`make test PYTEST="--hypothesis-profile=search tests/data"` draws new ones.
"""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=300, print_blob=True)
settings.load_profile("steady")
