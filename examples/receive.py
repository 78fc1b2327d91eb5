"""Receives webhooks: verifies what comes, and asks the service for a briefing on the period of each new issue.

    python receive.py --port 8090
    ctassist webhooks add http://127.0.0.1:8090/          # in another terminal; prints the secret
    WEBHOOK_SECRET=whsec_... python receive.py --port 8090

CTASSIST_URL names the service, CTASSIST_KEY the key that it asks for, if any. A receiver that others reach stands
behind a proxy that speaks TLS.
"""

import argparse
import os
import queue
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

from ctassist.client import CallFailed, Client, DocumentRecord, document_of

LARGEST_BODY = 100_000

# What has been verified and is yet to be dealt with: a receiver answers at once, and does its work afterwards.
# One that must not lose anything keeps this, and the ids that it has seen, in a database.
COMING: "queue.Queue[DocumentRecord]" = queue.Queue()
SEEN: set[str] = set()


class Receiver(BaseHTTPRequestHandler):
    """Takes events that are signed with our secret."""

    def do_POST(self) -> None:
        """Verifies one event, and keeps it to be dealt with."""
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(size, LARGEST_BODY))
        try:
            event = Webhook(os.environ["WEBHOOK_SECRET"]).verify(body, dict(self.headers.items()))
        except WebhookVerificationError:
            self.send_response(400)
        else:
            self.send_response(204)
            # An event can come twice, with the same id; there may be types of events that are not known here.
            if event["type"] == "document.indexed" and self.headers["webhook-id"] not in SEEN:
                SEEN.add(self.headers["webhook-id"])
                COMING.put(document_of(event["data"]))
            else:
                print(f"{event['type']}: nothing to do", flush=True)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Prints nothing for each request."""


def deal_with_new_documents(client: Client) -> None:
    """Prints a briefing on each new issue, one after the other."""
    while True:
        document = COMING.get()
        print(f"New: {document.title} ({document.url or document.name})", flush=True)
        if document.period:
            try:
                print(client.brief_markdown(*document.period), flush=True)
            except CallFailed as error:
                print(f"receive.py: {error}", file=sys.stderr, flush=True)


def main() -> None:
    """Receives until it is stopped."""
    parser = argparse.ArgumentParser(description="Receives webhooks of ctassist.")
    parser.add_argument("--port", type=int, default=8090)
    port = parser.parse_args().port
    if not os.environ.get("WEBHOOK_SECRET"):
        sys.exit(f"Set WEBHOOK_SECRET to what this prints: ctassist webhooks add http://127.0.0.1:{port}/")
    address = os.environ.get("CTASSIST_URL", "http://127.0.0.1:8000")
    with Client(address, os.environ.get("CTASSIST_KEY")) as client:
        threading.Thread(target=deal_with_new_documents, args=[client], daemon=True).start()
        with ThreadingHTTPServer(("127.0.0.1", port), Receiver) as server:
            print(f"Listening on http://127.0.0.1:{server.server_address[1]}/", flush=True)
            server.serve_forever()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
