"""How a text is set out: blocks, quotations, headlines, interviews, transcripts, posts."""
