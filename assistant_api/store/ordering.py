"""Texts in one order on every database: by the codes of their letters, where PostgreSQL goes by a language's."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, String, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class by_code(FunctionElement):  # type: ignore[misc]  # SQLAlchemy's has no types
    """A text that is ordered, compared and made small by the codes of its letters; small letters are those of ASCII."""

    type = Text()
    inherit_cache = True


def by_keys(columns: Iterable[Column]) -> list[ColumnElement]:
    """Columns to order by, those with texts by code."""
    return [by_code(column) if isinstance(column.type, String) else column for column in columns]


@compiles(by_code)  # type: ignore[untyped-decorator]
def _plain(element: by_code, compiler: SQLCompiler, **options: object) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(by_code, "postgresql")  # type: ignore[untyped-decorator]
def _collated(element: by_code, compiler: SQLCompiler, **options: object) -> str:
    return f'({compiler.process(element.clauses, **options)} COLLATE "C")'
