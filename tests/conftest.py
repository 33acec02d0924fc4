"""What all tests share: hypothesis draws the same examples in every run, so that a failure is a change's own.

`HYPOTHESIS_PROFILE=search pytest` draws new ones, to look for what nobody has found yet.
"""

from __future__ import annotations

import os

from hypothesis import settings

# Builds in tests run as a user's do: modules are translated once, not again in each of a thousand processes.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("same", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
