"""Whole rewrites of a draft: warmer, more apologetic, shorter, with every fact kept."""

from coaching.rewriting.files import read_files
from coaching.rewriting.rewrite import STYLES, Edit, Kept, Rewrite
from coaching.rewriting.rewriter import Rewriter

__all__ = ["STYLES", "Edit", "Kept", "Rewrite", "Rewriter", "read_files"]
