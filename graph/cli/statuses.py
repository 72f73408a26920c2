"""Exit statuses of the commands that read; 1 is an error of ours, 2 one of the command line."""

FINE, QUARANTINED = 0, 3
"""Everything was read; the run went through, but something was refused."""
