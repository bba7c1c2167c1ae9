"""What the tests do with a chat."""

from playwright.sync_api import expect

# The first turn after a start waits for models to load.
ANSWER_MS = 60_000


def message_box(page):
    return page.get_by_label("Your message to the customer")


def send(page, text):
    message_box(page).fill(text)
    message_box(page).press("Enter")


def delivered(page):
    return page.locator(".message-agent[data-status=delivered]")


def say(page, text):
    """Send a message and wait for the customer's answer."""
    before = delivered(page).count()
    send(page, text)
    expect(delivered(page)).to_have_count(before + 1, timeout=ANSWER_MS)


def own_words(page):
    """The agent's messages on the page, in their order."""
    return page.locator(".message-agent .bubble").all_text_contents()


def turns_stored(page, stack):
    """The agent's texts as the server keeps them."""
    session = page.url.split("/")[-1].split("#")[0]
    answer = page.request.get(f"{stack.address}/api/v1/sessions/{session}").json()
    return [(turn["number"], turn["status"], turn["agent"]["text"]) for turn in answer["turns"]]
