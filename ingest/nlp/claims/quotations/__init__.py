"""Direct speech: the quotations of a text and whose words they are."""
