"""Who is who: judgements of people about entities, claims and relationships, and their undoing."""
