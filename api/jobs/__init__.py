"""Work that takes longer than a request: accepted, kept on disk, done by a process of its own."""
