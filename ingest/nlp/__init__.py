"""The language components: each adds one kind of finding to a spaCy Doc."""
