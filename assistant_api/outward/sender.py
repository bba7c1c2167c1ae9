"""The one thread that sends what is in the outbox; requests never wait for it."""

from __future__ import annotations

import json
import logging
import time
from base64 import b64encode
from threading import Event, Lock, Thread

from assistant_api.outward.addresses import read_address
from assistant_api.outward.posting import NotDelivered, post
from assistant_api.outward.signing import DELIVERY, EVENT, SIGNATURE, TIMESTAMP, signature
from assistant_api.outward.statements import VERSION
from assistant_api.outward.store_settings import RecordStore
from assistant_api.store import Database, DatabaseUnavailable
from assistant_api.store.outbox import XAPI, Delivery, NoSuchDelivery, Outbox
from assistant_api.store.records import in_utc
from assistant_api.store.webhooks import NoSuchWebhook, Webhooks

_EVERY_SECONDS = 15.0
"""So often it looks for what has become due; what is put in wakes it at once."""
_TIDY_SECONDS = 24 * 3600.0
_KNOWN_ALREADY = 409
"""A record store's answer to a statement that it has."""

log = logging.getLogger(__name__)


class Sender:
    """Sends; ``start`` begins the thread, which ends with the process."""

    def __init__(self, database: Database, record_store: RecordStore | None) -> None:
        """Send what is in this database; statements to this record store, where there is one."""
        self._outbox, self._webhooks, self._record_store = Outbox(database), Webhooks(database), record_store
        self._woken, self._lock = Event(), Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Have the thread run, if it does not yet."""
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="heard-outward", daemon=True)
                self._thread.start()

    def wake(self) -> None:
        """There is something new to send."""
        self._woken.set()

    def send_due(self) -> int:
        """Send all that is due, each at most once; how many arrived.

        Raises:
            DatabaseUnavailable: The database cannot be used.
        """
        arrived = 0
        while (delivery := self._outbox.take()) is not None:
            arrived += self._send(delivery)
        return arrived

    def _run(self) -> None:
        tidied = None
        while True:
            self._woken.clear()
            try:
                self.send_due()
                if tidied is None or time.monotonic() - tidied > _TIDY_SECONDS:
                    self._outbox.tidy()
                    tidied = time.monotonic()
            except DatabaseUnavailable as error:
                log.warning("what is to be sent has to wait: %s", error)
            except Exception as error:
                # Whatever one delivery brings up, the next ones are to be sent. Its message might quote what was sent.
                log.error("sending failed: %s was not foreseen", type(error).__name__)
            self._woken.wait(_EVERY_SECONDS)

    def _send(self, delivery: Delivery) -> bool:
        problem: str | None = None
        try:
            if delivery.target == XAPI:
                self._post_statement(delivery)
            else:
                self._post_event(delivery)
        except (NotDelivered, NoSuchWebhook, ValueError) as error:
            log.warning("delivery %d did not arrive: %s", delivery.serial, error)
            problem = str(error)
        try:
            if problem is None:
                self._outbox.sent(delivery.serial)
            else:
                self._outbox.failed(delivery.serial, problem, delivery.tries + 1)
        except NoSuchDelivery:
            log.info("a delivery was erased while it was sent")
        return problem is None

    def _post_event(self, delivery: Delivery) -> None:
        hook = self._webhooks.get(delivery.target)
        told = {
            "id": delivery.serial,
            "event": delivery.event,
            "at": in_utc(delivery.created_at).isoformat(timespec="seconds"),
            "data": delivery.payload,
        }
        body, moment = json.dumps(told, separators=(",", ":")).encode(), int(time.time())
        headers = {
            "Content-Type": "application/json",
            EVENT: delivery.event,
            DELIVERY: str(delivery.serial),
            TIMESTAMP: str(moment),
            SIGNATURE: signature(self._webhooks.secret(hook.id), moment, body),
        }
        post(read_address(hook.url), body, headers)

    def _post_statement(self, delivery: Delivery) -> None:
        store = self._record_store
        if store is None:
            raise NotDelivered("HEARD_XAPI_URL is not set any more.")
        known = b64encode(f"{store.key}:{store.secret}".encode()).decode()
        headers = {
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
            "Authorization": f"Basic {known}",
        }
        post(store.address, json.dumps(delivery.payload).encode(), headers, accepted=(_KNOWN_ALREADY,))
