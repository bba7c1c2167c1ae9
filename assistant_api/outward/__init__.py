"""What leaves the installation, where an admin has set up where to: webhooks, and statements for a record store.

What somebody wrote never does: ids, labels and figures alone. Requests only put it into the outbox, through
``services().outward``; one thread sends.
"""
