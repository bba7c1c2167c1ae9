"""The whole database in one file of JSON lines, which another database of either kind can be filled from.

The first line says what the file is, then comes a line for each row, ``[table, {column: value}]``, and the last line
has the number of rows and a checksum of all lines before. The same data gives the same file, byte by byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, Date, DateTime, Table, delete, func, insert, select, text
from sqlalchemy.engine import Connection

from assistant_api.store.database import Database
from assistant_api.store.ordering import by_keys
from assistant_api.store.records import in_utc
from assistant_api.store.tables import OWNER, REVISION, metadata, people
from coaching.errors import CoachError

FORMAT, VERSION = "heard-coach-backup", 1
_BATCH = 500


class BackupUnusable(CoachError):
    """A file is no backup that this database can be filled from; the message says why."""


class NotEmpty(CoachError):
    """The database holds something already."""

    def __init__(self) -> None:
        """Say so, and what to do."""
        super().__init__("The database is not empty. With --replace everything in it is erased first.")


class Row(NamedTuple):
    """A row of a backup: its table, and its values by column."""

    table: Table
    values: Mapping[str, Any]


def write_backup(database: Database) -> Iterator[str]:
    """The lines of a backup, each with its line's end; reads one moment of a database that may be in use.

    Raises:
        DatabaseUnavailable: It cannot be read.
    """
    seen, rows = hashlib.sha256(), 0
    with database.reading() as connection:
        for line in _lines(connection):
            seen.update(line.encode())
            rows += 1
            yield line
    yield _line({"rows": rows - 1, "sha256": seen.hexdigest()})


def read_backup(lines: Iterable[str]) -> Iterator[Row]:
    """The rows of a backup; the last step of the iteration is the check of the whole file.

    Args:
        lines: With their lines' ends.

    Raises:
        BackupUnusable: It is none, is damaged or cut off, or was made by another version of this program.
    """
    seen, rows, last = hashlib.sha256(), 0, None
    for number, line in enumerate(lines, start=1):
        if last is not None:
            raise BackupUnusable(f"The backup goes on behind its end, in line {number}.")
        found = _parsed(line, number)
        if number == 1:
            _require_header(found)
        elif isinstance(found, dict):
            last = found
            continue
        else:
            rows += 1
            yield _row(found, number)
        seen.update(line.encode())
    if last is None:
        raise BackupUnusable("The backup is cut off: its last line is missing.")
    if last != {"rows": rows, "sha256": seen.hexdigest()}:
        raise BackupUnusable("The backup is damaged: its checksum does not fit.")


def restore(database: Database, rows: Iterable[Row], replace: bool) -> int:
    """Fill the database from a backup, all or nothing.

    Args:
        database: With its tables up to date.
        rows: Of ``read_backup``.
        replace: Whether what is there is erased first.

    Returns:
        How many rows it holds now.

    Raises:
        NotEmpty: It holds something, and ``replace`` is not set.
        BackupUnusable: See ``read_backup``; nothing is changed.
        DatabaseUnavailable: It cannot be written; nothing is changed.
    """
    count = 0
    with database.writing() as connection:
        if not replace and not is_empty(connection):
            raise NotEmpty
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        batch: list[Mapping[str, Any]] = []
        table = None
        for row in rows:
            if batch and (row.table is not table or len(batch) == _BATCH):
                connection.execute(insert(table), batch)
                batch = []
            table = row.table
            batch.append(row.values)
            count += 1
        if batch:
            connection.execute(insert(table), batch)
        if not database.is_sqlite:
            _move_counters(connection)
    database.sweep()
    return count


def is_empty(connection: Connection) -> bool:
    """Whether nothing was stored yet: there is nobody but the one person whom the migrations make."""
    for table in metadata.sorted_tables:
        rows = select(func.count()).select_from(table)
        if table is people:
            rows = rows.where(people.c.id != OWNER)
        if connection.execute(rows).scalar_one():
            return False
    return True


def _lines(connection: Connection) -> Iterator[str]:
    yield _line({"format": FORMAT, "version": VERSION, "revision": REVISION})
    for table in metadata.sorted_tables:
        ordered = select(table).order_by(*by_keys(table.primary_key.columns))
        for row in connection.execution_options(stream_results=True).execute(ordered):
            values = {column.name: _plain(row._mapping[column.name]) for column in table.columns}
            yield _line([table.name, values])


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return in_utc(value).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _parsed(line: str, number: int) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(line)
    except ValueError as error:
        raise BackupUnusable(f"This is no backup, or a damaged one: line {number} is not JSON.") from error


def _require_header(found: object) -> None:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BackupUnusable("This is no backup of HEARD Coach.")
    if found.get("version") != VERSION or found.get("revision") != REVISION:
        raise BackupUnusable(
            f"The backup has format {found.get('version')} and tables of revision {found.get('revision')}; this "
            f"program reads format {VERSION} and revision {REVISION}. Restore it with the version that made it, and "
            "update then."
        )


def _row(found: object, number: int) -> Row:
    if not (isinstance(found, list) and len(found) == 2 and isinstance(found[1], dict)):
        raise BackupUnusable(f"The backup is damaged: line {number} is no row.")
    table = metadata.tables.get(found[0])
    if table is None or set(found[1]) != {column.name for column in table.columns}:
        raise BackupUnusable(f"The backup is damaged: line {number} fits none of the tables.")
    try:
        return Row(table, {column.name: _value(column, found[1][column.name]) for column in table.columns})
    except (TypeError, ValueError) as error:
        raise BackupUnusable(f"The backup is damaged: line {number} has a date that is none.") from error


def _value(column: Column, value: Any) -> Any:  # noqa: ANN401 - any of a column's values
    if value is None:
        return None
    if isinstance(column.type, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value


def _move_counters(connection: Connection) -> None:
    """PostgreSQL counts by itself, and not what is inserted with its number."""
    for table in metadata.sorted_tables:
        if "serial" in table.columns:
            # Names of our own tables, nothing that anybody wrote.
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'serial'), "
                    f"(SELECT coalesce(max(serial), 0) + 1 FROM {table.name}), false)"
                )
            )
