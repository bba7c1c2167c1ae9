"""Printed pages: PDF with fonts of our own, so that they look alike everywhere."""
