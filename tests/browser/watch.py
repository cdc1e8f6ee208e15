"""A listener that hears what pages complain of, and whom they ask."""

from __future__ import annotations

from playwright.sync_api import BrowserContext

# Where a request may go: to the served site, to its folder, or nowhere.
WITHIN = ("http://127.0.0.1:", "file://", "data:", "blob:")


class Watch:
    """Collects, from the moment it is made, every fault of every page of a context.

    A fault is a request to another host, a request that failed, a message on the console that is
    an error or a warning, as the browser writes for each file that a server does not have, or an
    exception that nobody caught.
    """

    def __init__(self, context: BrowserContext) -> None:
        """Begin to listen."""
        self.requests = 0
        self.faults: list[str] = []
        context.on("request", lambda request: self._asked(request.url))
        context.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        context.on(
            "console",
            lambda message: (
                self.faults.append(f"{message.type}: {message.text}")
                if message.type in {"error", "warning"}
                else None
            ),
        )
        context.on("weberror", lambda error: self.faults.append(f"raised: {error.error}"))

    def _failed(self, url: str, why: str | None) -> None:
        # What a reader breaks off by going on to the next page has not failed.
        if why != "net::ERR_ABORTED":
            self.faults.append(f"failed: {url} {why}")

    def _asked(self, url: str) -> None:
        self.requests += 1
        if not url.startswith(WITHIN):
            self.faults.append(f"left: {url}")
