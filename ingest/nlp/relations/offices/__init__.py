"""Who holds which office: titles before names, appositions, predicates, lists."""
