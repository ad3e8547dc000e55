"""A folder or a corpus to a data set on disk: plan, stores, engines, and what became of it all.

Nothing here imports spaCy; the workers do.
"""

from articlelens.batch.remote import find_everywhere
from articlelens.batch.run import run_batch
from articlelens.batch.setup import AnalyzerSetup
from articlelens.batch.stores import KINDS, store_for
from articlelens.batch.summary import Summary

__all__ = ["KINDS", "AnalyzerSetup", "Summary", "find_everywhere", "run_batch", "store_for"]
