"""The HTTP service, and the `sayso` command that gathers every package's commands."""
