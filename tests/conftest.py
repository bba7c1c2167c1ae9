"""The browser of all tests that look at pages; no test sees the rules and scenarios that a person keeps in ``var``."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

os.environ["HEARD_RULES"] = os.devnull
os.environ["HEARD_SCENARIOS"] = os.devnull

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


# One for each module: Playwright keeps an event loop in this thread, which tests of asynchronous code cannot have.
@pytest.fixture(scope="module")
def browser():
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail("The browser tests need Chromium; run `make browser`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Opens pages in contexts of their own; afterwards none may have had a script error or broken the policy."""
    contexts, faults = [], []

    def open_one(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(open_page):
    return open_page(viewport={"width": 1280, "height": 900})
