"""Connections to the database, and its failures in words that say what to do."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

from sqlalchemy import Column, MetaData, String, Table, create_engine, event, func, select
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError

from assistant_api.store.tables import REVISION
from coaching.errors import CoachError

MIGRATE = "python -m assistant_api.store.migrate"

log = logging.getLogger(__name__)

_alembic_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))


class DatabaseUnavailable(CoachError):
    """The database cannot be used now; the message says why and what to do."""


class Database:
    """One database; nothing connects before the first ``reading`` or ``writing``."""

    def __init__(self, url: str, timeout: float) -> None:
        """Prepare connections.

        Args:
            url: An SQLAlchemy address.
            timeout: Seconds to wait for a database that another program holds, or that does not answer.
        """
        address = make_url(url)
        self.is_sqlite = address.get_backend_name() == "sqlite"
        self.file = Path(address.database) if self.is_sqlite and address.database else None
        options: dict[str, Any] = {"timeout": timeout} if self.is_sqlite else {"connect_timeout": max(1, int(timeout))}
        # Hidden parameters: a message's text must not reach a log through an error.
        self.engine: Engine = create_engine(
            url, future=True, hide_parameters=True, connect_args=options, pool_pre_ping=not self.is_sqlite
        )
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)
        else:
            event.listen(self.engine, "connect", partial(_prepare_postgresql, max(1, int(timeout * 1000))))
        self._writer: Engine = self.engine.execution_options(heard_writes=True)
        # SQLite's transactions see one moment anyway.
        one_moment = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reader: Engine = self.engine.execution_options(**one_moment)
        self._migrated = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose reads see one moment of all tables, while others go on writing.

        Raises:
            DatabaseUnavailable: It cannot be opened, is not migrated, or fails while in use.
        """
        with self._transaction(self._reader) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends, and not at all when it raises.

        Raises:
            DatabaseUnavailable: It cannot be opened or written, is not migrated, or fails while in use.
        """
        with self._transaction(self._writer) as connection:
            yield connection

    @contextmanager
    def changing_tables(self) -> Iterator[Connection]:
        """A writing connection for migrations, which need no tables yet; makes a SQLite file's folder.

        Raises:
            DatabaseUnavailable: It cannot be opened or written.
        """
        if self.file:
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise DatabaseUnavailable(f"The database's folder cannot be made: {error.strerror}.") from error
        self._migrated = False
        with self._translated(), self._writer.begin() as connection:
            yield connection

    def check(self) -> None:
        """Try that the database can be read and written and holds today's tables; changes nothing.

        Raises:
            DatabaseUnavailable: It does not.
        """
        self._migrated = False
        with self.writing() as connection:
            # An empty write: asks for the right to write without leaving anything.
            connection.execute(
                _alembic_version.update().where(_alembic_version.c.version_num == "").values(version_num="")
            )

    def sweep(self) -> None:
        """Have SQLite empty its journal, in which erased text would otherwise stay until it is next used up.

        Waits for a program that reads or writes just now; one that takes longer than the timeout is logged.

        Raises:
            DatabaseUnavailable: It cannot be emptied; what was erased is gone from the tables all the same.
        """
        if not self.is_sqlite:
            return
        try:
            with closing(self.engine.raw_connection()) as connection:
                busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except (DBAPIError, sqlite3.Error) as error:
            raise DatabaseUnavailable(
                f"It is erased, but the journal of the database{self._place()} could not be emptied and may hold its "
                f"text until the next erasure: {getattr(error, 'orig', error)}."
            ) from error
        if busy:
            log.warning("another program reads the database: its journal keeps erased text until the next erasure")

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with self._translated(), engine.begin() as connection:
            if not self._migrated:
                self._require_tables(connection)
            yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (IntegrityError, DataError):
            # What was to be kept is at fault, not the database, and its words may hold what somebody wrote.
            raise
        except DBAPIError as error:
            explained = self._explain(str(error.orig).lower(), isinstance(error, OperationalError))
            if explained is None:
                raise
            raise DatabaseUnavailable(explained) from error

    def _require_tables(self, connection: Connection) -> None:
        revision = connection.execute(select(_alembic_version.c.version_num)).scalar_one_or_none()
        if revision != REVISION:
            raise DatabaseUnavailable(
                f"The database's tables are at revision {revision or 'none'}, the application needs {REVISION}. "
                f"Run `{MIGRATE}` and try again."
            )
        self._migrated = True

    def _explain(self, reason: str, operational: bool) -> str | None:
        """The database's own words in ours; None for an error that is not the database's but this program's."""
        if "no such table" in reason or ("relation" in reason and "does not exist" in reason):
            return f"The database has no tables yet. Run `{MIGRATE}` and try again."
        if any(word in reason for word in ("locked", "busy", "lock timeout", "deadlock")):
            return "Another program holds the database. Nothing was lost; try again in a moment."
        if "readonly" in reason or "read-only" in reason:
            return f"The database{self._place()} may not be written. Make the file and its folder writable."
        if "unable to open" in reason or "is a directory" in reason:
            return f"The database{self._place()} cannot be opened. Check that its folder exists and may be written."
        if "full" in reason:
            return "The disk with the database is full. Make room and try again."
        if "not a database" in reason or "malformed" in reason:
            return f"The database{self._place()} is damaged. Put back a copy, or move it away and run `{MIGRATE}`."
        if operational and not self.is_sqlite:
            return "The database does not answer. Check that it runs and that HEARD_DATABASE_URL leads to it."
        return None

    def _place(self) -> str:
        # The file's name alone: answers should not tell a machine's folders.
        return f" ({self.file.name})" if self.file else ""


def one_at_a_time(connection: Connection, what: str) -> None:
    """Wait until nobody else is at this, and keep others from it until the transaction ends.

    For what is looked at first and then written. Whoever writes to SQLite is alone anyway.

    Args:
        connection: A writing one.
        what: Names what is done; only those who name the same wait for each other.

    Raises:
        DatabaseUnavailable: Somebody is at it for longer than the timeout.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(crc32(what.encode()))))


def _prepare_postgresql(milliseconds: int, connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's
    # It would wait for a row that another program holds for as long as that takes.
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = %s", (milliseconds,))
    connection.commit()


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
    # The driver's own way with transactions commits and begins by guesswork; `_begin_sqlite` says when instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # Erased text is overwritten, not left in free pages.
        cursor.execute("PRAGMA secure_delete = ON")
    finally:
        cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that means to write says so at its start: it then waits its turn rather than fail half way.
    writes = connection.get_execution_options().get("heard_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
