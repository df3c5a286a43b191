"""sayso: on whose say-so? Claims, whose word they rest on, and the system they describe."""

import os

# A process works on one core. Products of matrices shared out among threads also differ in their last digits with the number of
# cores, and so may what is read. Set before NumPy is loaded, or it has no effect.
for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

__version__ = "0.1.0"
