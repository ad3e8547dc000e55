"""Figures without spaCy: text in, numbers with unit, bound and direction out."""

from articlelens.quantities.quantity import Quantity, find_quantities

__all__ = ["Quantity", "find_quantities"]
