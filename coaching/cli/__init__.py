"""The ``coach`` command: one file a subcommand."""
