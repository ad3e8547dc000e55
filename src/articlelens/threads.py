"""How many threads the libraries below start: one, since what a model multiplies is too small to share out."""

from __future__ import annotations

import os
from typing import Final

VARIABLES: Final = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def single_threaded() -> None:
    """Keeps the libraries from starting a thread a core, where the user has not said how many.

    To be called before they are imported.  On two cores a second thread doubles the processor's time for an article and
    saves nothing on the clock.
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
